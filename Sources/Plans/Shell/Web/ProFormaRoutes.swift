import HTTPTypes
import Kernel
import PlanRules
import Site
import ToolRules

/// Anybody signed in may read every pro-forma; the trust's own editions are made by those who keep them.
func proFormaRoutes(_ routes: inout Routes) {
    let keepers = Gate.holding(MayKeepProFormas.roles, "those who keep the trust's pro-formas")
    routes.get(ProFormaLinks.library, .signedIn) { visit in
        .page(ProFormaLibraryPage(library: try await readProFormaLibrary(in: visit.database)).page)
    }
    routes.get("/pro-formas/:key", .signedIn) { visit in
        let key = try visit.key
        return .seeOther(ProFormaLinks.version(key, try await currentProForma(key, in: visit.database)))
    }
    routes.get("/pro-formas/:key/:version", .signedIn, show)
    routes.get("/pro-formas/:key/:version/editions/new", keepers) { visit in
        let seen = try await visit.seen
        return .page(ProFormaEditor(seen: seen, token: visit.formToken, input: ProFormaInput(seen.proForma)).page)
    }
    routes.post("/pro-formas/:key/:version/editions", keepers, publish)
}

private func show(_ visit: SignedIn) async throws -> Answer {
    let (key, last) = (try visit.key, try visit.part("version"))
    guard last.hasSuffix(".yaml") else {
        let page = ProFormaPage(seen: try await visit.seen, mayKeep: (try? MayKeepProFormas(visit.actor)) != nil)
        return .page(page.page)
    }
    guard let version = ProFormaVersion(String(last.dropLast(5))) else { throw Refusal.notFound }
    let source = try await readProFormaSource(key, version, in: visit.database)
    return .download(Array(source.utf8), name: "\(key)-\(version).yaml", type: "application/yaml; charset=utf-8")
}

private func publish(_ visit: SignedIn) async throws -> Answer {
    let (key, base) = (try visit.key, try visit.version)
    let input = ProFormaInput(visit.form)
    do {
        let version = try await publishProForma(
            input, of: key, from: base, known: ProFormaVersion(visit.form.text("known")), by: visit.actor,
            in: visit.database)
        return .seeOther(ProFormaLinks.version(key, version))
    } catch Refusal.invalid(let errors) {
        return try await again(visit, input, errors, .unprocessableContent)
    } catch Refusal.conflict(let sentence) {
        return try await again(visit, input, FieldErrors([("name", sentence)]), .conflict)
    } catch Refusal.stale {
        return try await merging(visit, input)
    }
}

private func again(
    _ visit: SignedIn, _ input: ProFormaInput, _ errors: FieldErrors, _ status: HTTPResponse.Status
) async throws -> Answer {
    let editor = ProFormaEditor(seen: try await visit.seen, token: visit.formToken, input: input, errors: errors)
    return .page(editor.page, status: status)
}

/// The form again with what was typed, beside what was published meanwhile.
private func merging(_ visit: SignedIn, _ input: ProFormaInput) async throws -> Answer {
    let seen = try await visit.seen
    let theirs = try await readProForma(seen.proForma.key, seen.current, in: visit.database)
    let editor = ProFormaEditor(seen: seen, token: visit.formToken, input: input, published: theirs.proForma)
    return .page(editor.page, status: .conflict)
}

extension SignedIn {
    fileprivate var key: ProFormaKey {
        get throws {
            guard let key = ProFormaKey(try part("key")) else { throw Refusal.notFound }
            return key
        }
    }

    fileprivate var version: ProFormaVersion {
        get throws {
            guard let version = ProFormaVersion(try part("version")) else { throw Refusal.notFound }
            return version
        }
    }

    fileprivate var seen: SeenProForma {
        get async throws { try await readProForma(try key, try version, in: database) }
    }
}
