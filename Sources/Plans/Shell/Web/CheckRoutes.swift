import Foundation
import HTTPTypes
import Kernel
import PlanRules
import Site

/// One look: its page, what was found, and the files kept with it.
func checkRoutes(_ routes: inout Routes) {
    routes.get("/checks/:check", .signedIn) { visit in
        .page(CheckPage(seen: try await visit.seenCheck(), token: visit.formToken).page)
    }
    routes.post("/checks/:check/result", .signedIn, saveResult)
    routes.upload(
        "/checks/:check/look", .signedIn, megabytes: 15, asks: { _ = try await $0.recordableCheck() }, saveResult)
    routes.get("/checks/:check/files/:file", .signedIn) { visit in
        let file = try await readStoredFile(
            visit.id("file"), of: visit.id("check"), for: visit.actor, in: visit.database)
        return .attachment(file)
    }
}

extension SignedIn {
    func seenCheck() async throws -> SeenCheck { try await readCheck(id("check"), for: actor, in: database) }

    /// - Throws: `forbidden` to those who only read it.
    fileprivate func recordableCheck() async throws -> SeenCheck {
        let seen = try await seenCheck()
        guard seen.mayRecord else { throw Refusal.forbidden(MayRecordCheck.refusal) }
        return seen
    }
}

private func saveResult(_ visit: SignedIn) async throws -> Answer {
    let id: CheckID = try visit.id("check")
    let form = CheckForm(visit.form)
    do {
        let input = try form.input(file: visit.fileSent)
        if form.isCorrection {
            _ = try await correctImpactCheck(input, of: id, by: visit.actor, in: visit.database)
        } else {
            _ = try await recordImpactCheck(input, of: id, by: visit.actor, in: visit.database)
        }
    } catch Refusal.invalid(let errors) {
        let page = CheckPage(
            seen: try await visit.recordableCheck(), token: visit.formToken, form: form, errors: errors)
        return .page(page.page, status: .unprocessableContent)
    } catch Refusal.stale {
        return .page(merged(form, try await visit.seenCheck(), visit.formToken), status: .conflict)
    }
    return visit.done(.recorded, seenAt: CheckLinks.check(id), otherwise: meeting(form.back))
}

/// Both texts side by side; when nobody recorded anything and only the look itself changed, the form with what was typed.
private func merged(_ form: CheckForm, _ seen: SeenCheck, _ token: String) -> Page {
    if seen.check.look.check.result != nil { return CheckMergePage(seen: seen, form: form, token: token).page }
    var again = form
    again.version = String(seen.check.look.version)
    var page = CheckPage(seen: seen, token: token, form: again).page
    page.notice =
        "This look was given to somebody else meanwhile. What you wrote is kept below; send it again if it still holds."
    return page
}

/// The meeting that holds this form; Today is the other page that does.
private func meeting(_ address: String) -> String? {
    let parts = address.split(separator: "/", omittingEmptySubsequences: false)
    let isMeeting = parts.count == 3 && parts[0].isEmpty && parts[1] == "meetings"
    return isMeeting && ID<Never>(String(parts[2])) != nil ? address : nil
}

extension Answer {
    /// Never shown by the browser itself, whatever is in it.
    fileprivate static func attachment(_ file: StoredFile) -> Answer {
        let plain = String(file.name.unicodeScalars.map { $0.isASCII ? Character($0) : "-" })
        var letters = CharacterSet.alphanumerics
        letters.formIntersection(CharacterSet(charactersIn: Unicode.Scalar(0)..<Unicode.Scalar(128)))
        letters.insert(charactersIn: "-._")
        let whole = file.name.addingPercentEncoding(withAllowedCharacters: letters) ?? "file"
        var answer = Answer.download(file.content, name: plain, type: file.mediaType)
        answer.headers[.contentDisposition] = "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(whole)"
        answer.headers[.cacheControl] = "private, no-store"
        return answer
    }
}
