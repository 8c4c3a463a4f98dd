import HTTPTypes
import Kernel
import SchoolRules
import Site

/// An import in three steps: choose a file, choose the trust found in it, see what would change and do it.
func importRoutes(_ routes: inout Routes, _ follower: SchoolFollower) {
    routes.get("/administration/imports/new", .administrators) { visit in
        _ = try MayImportSchools(visit.actor)
        return .page(ImportFilePage(token: visit.formToken).page)
    }
    // The national register has about 60 MB.
    routes.upload(
        "/administration/imports", .administrators, megabytes: largestRegister,
        asks: { _ = try MayImportSchools($0.actor) },
        receive)
    routes.get("/administration/imports/:upload", .administrators) { visit in try await chooseOrShow(visit, follower) }
    routes.post("/administration/imports/:upload", .administrators) { visit in try await carryOut(visit, follower) }
}

/// In megabytes, of all files together.
private let largestRegister = 150

private func receive(_ visit: SignedIn) async throws -> Answer {
    let permit = try MayImportSchools(visit.actor)
    do {
        let id = try await keepUpload(try sentFiles(visit.uploads), by: permit, in: visit.database)
        return .seeOther(SchoolLinks.upload(id))
    } catch let error as RegisterUnreadable {
        return refused(error.sentence, visit)
    } catch Refusal.invalid(let errors) {
        return .page(ImportFilePage(token: visit.formToken, errors: errors).page, status: .unprocessableContent)
    }
}

/// A browser sends an empty part for a file field that was left alone.
private func sentFiles(_ uploads: [Upload]) throws -> RegisterFiles {
    func sent(_ field: String) -> RegisterPath? {
        uploads.first { $0.field == field && $0.size > 0 }.map { RegisterPath($0.path, named: $0.name) }
    }
    for upload in uploads where upload.isCut {
        throw Refusal.invalid(
            upload.field,
            "That is more than \(largestRegister) MB, and the whole national register has 60. Choose the file that it offers."
        )
    }
    guard let file = sent("file") else { throw Refusal.invalid("file", "Choose the register's file of schools.") }
    return RegisterFiles(schools: file, beside: [sent("groups"), sent("links")].compactMap(\.self))
}

private func refused(_ sentence: String, _ visit: SignedIn) -> Answer {
    let errors = FieldErrors([("file", sentence)])
    return .page(ImportFilePage(token: visit.formToken, errors: errors).page, status: .unprocessableContent)
}

/// The trusts to choose from, or with `trust` in the address what would change.
private func chooseOrShow(_ visit: SignedIn, _ follower: SchoolFollower) async throws -> Answer {
    let permit = try MayImportSchools(visit.actor)
    let upload = try await readUpload(visit.id("upload"), by: permit, in: visit.database)
    do {
        guard let trust = visit.query("trust") else { return try await choosing(upload, permit, visit) }
        return try await showing(upload, trust, permit, visit, follower)
    } catch let error as RegisterUnreadable {
        return refused(error.sentence, visit)
    }
}

private func choosing(
    _ upload: RegisterUpload, _ permit: MayImportSchools, _ visit: SignedIn, errors: FieldErrors = FieldErrors(),
    successor: RegisterTrust? = nil, _ status: HTTPResponse.Status = .ok
) async throws -> Answer {
    let trusts = try await readTrusts(in: upload, by: permit, in: visit.database)
    let page = ChooseTrustPage(
        upload: upload, trusts: trusts.found, own: trusts.own, find: visit.query("find") ?? "",
        successor: successor, errors: errors)
    return .page(page.page, status: status)
}

private func showing(
    _ upload: RegisterUpload, _ trust: String, _ permit: MayImportSchools, _ visit: SignedIn,
    _ follower: SchoolFollower, isStale: Bool = false
) async throws -> Answer {
    do {
        let plan = try await planImport(of: trust, from: upload, by: permit, in: visit.database)
        let page = ImportPlanPage(
            upload: upload, plan: plan, fingerprint: try plan.fingerprint, token: visit.formToken,
            open: try await readOpen(in: plan, following: follower, in: visit.database), isStale: isStale)
        return .page(page.page, status: isStale ? .conflict : .ok)
    } catch let error as RegisterUnreadable {
        return try await choosing(
            upload, permit, visit, errors: FieldErrors([("trust", error.sentence)]), successor: error.successor,
            .unprocessableContent)
    } catch Refusal.conflict(let sentence) {
        return try await choosing(upload, permit, visit, errors: FieldErrors([("trust", sentence)]), .conflict)
    }
}

private func carryOut(_ visit: SignedIn, _ follower: SchoolFollower) async throws -> Answer {
    let permit = try MayImportSchools(visit.actor)
    let upload = try await readUpload(visit.id("upload"), by: permit, in: visit.database)
    let trust = visit.form.text("trust")
    do {
        let plan = try await importSchools(
            of: trust, from: upload.files, by: permit, actor: visit.actor, shown: visit.form.text("shown"),
            following: follower, in: visit.database)
        try await forgetUpload(upload, in: visit.database)
        return .seeOther(SchoolLinks.list(after: plan))
    } catch Refusal.stale {
        return try await showing(upload, trust, permit, visit, follower, isStale: true)
    } catch let error as RegisterUnreadable {
        return refused(error.sentence, visit)
    }
}
