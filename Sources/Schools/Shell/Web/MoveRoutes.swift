import HTTPTypes
import Kernel
import SchoolRules
import Site

/// What is open at a school that closed or left goes on at another one.
func movingRoutes(_ routes: inout Routes, _ follower: SchoolFollower) {
    routes.get("/schools/:school/moves/new", .administrators) { visit in
        .page(try await movePage(visit, follower).page)
    }
    routes.post("/schools/:school/moves", .administrators) { visit in
        let typed = MoveForm(visit.form)
        do {
            let school: SchoolID = try visit.id("school")
            try await moveFromSchool(
                school, typed.chosen, to: SchoolID(typed.school), by: visit.actor, following: follower,
                in: visit.database)
            return .seeOther(SchoolLinks.newMove(school))
        } catch Refusal.invalid(let errors) {
            return .page(try await movePage(visit, follower, typed, errors).page, status: .unprocessableContent)
        } catch Refusal.conflict(let sentence) {
            let errors = FieldErrors([("school", sentence)])
            return .page(try await movePage(visit, follower, typed, errors).page, status: .conflict)
        }
    }
}

private func movePage(
    _ visit: SignedIn, _ follower: SchoolFollower, _ typed: MoveForm? = nil, _ errors: FieldErrors = FieldErrors()
) async throws -> MovePage {
    let seen = try await readSchoolToMove(
        visit.id("school"), by: visit.actor, following: follower, in: visit.database)
    return MovePage(seen: seen, token: visit.formToken, typed: typed, errors: errors)
}

/// The trust to which the database belongs.
func trustRoutes(_ routes: inout Routes) {
    routes.get("/administration/trust/successor", .administrators) { visit in
        let typed = SuccessorInput(name: visit.query("name") ?? "", uid: visit.query("uid") ?? "")
        return .page(try await successorPage(visit, typed, upload: visit.query("upload") ?? "").page)
    }
    routes.post("/administration/trust/successor", .administrators, succeed)
}

private func succeed(_ visit: SignedIn) async throws -> Answer {
    let typed = SuccessorInput(name: visit.form.text("trust"), uid: visit.form.text("uid"))
    let upload = visit.form.text("upload")
    do {
        let permit = try MayChangeTrust(visit.actor)
        try await succeedTrust(by: typed, permit: permit, actor: visit.actor, in: visit.database)
        return .seeOther(ID<RegisterUpload>(upload).map { SchoolLinks.upload($0) } ?? SchoolLinks.newImport)
    } catch Refusal.invalid(let errors) {
        return .page(try await successorPage(visit, typed, errors, upload: upload).page, status: .unprocessableContent)
    } catch Refusal.conflict(let sentence) {
        let errors = FieldErrors([("uid", sentence)])
        return .page(try await successorPage(visit, typed, errors, upload: upload).page, status: .conflict)
    }
}

private func successorPage(
    _ visit: SignedIn, _ typed: SuccessorInput, _ errors: FieldErrors = FieldErrors(), upload: String
) async throws -> SuccessorPage {
    let trust = try await readTrust(by: MayChangeTrust(visit.actor), in: visit.database)
    return SuccessorPage(trust: trust, token: visit.formToken, upload: upload, typed: typed, errors: errors)
}
