import HTTPTypes
import Kernel
import MeetingRules
import Site

/// The lists, setting up a line, and one line.
func lineRoutes(_ routes: inout Routes) {
    routes.get(MeetingLinks.list, .signedIn) { visit in
        .page(MeetingListPage(mine: try await readMyLines(for: visit.actor, in: visit.database)).page)
    }
    routes.get("/schools/:school/meetings", .signedIn) { visit in
        let seen = try await readSchoolsLines(visit.id("school"), for: visit.actor, in: visit.database)
        return .page(SchoolsLinesPage(seen: seen).page)
    }
    routes.get(MeetingLinks.newLine, .signedIn) { visit in
        let school = visit.query("school").flatMap { SchoolID($0) }
        let choices = try await lineChoices(for: visit.actor, school: school, in: visit.database)
        let first = choices.calendar.nextSchoolDay(after: choices.today)
        return .page(NewLinePage(choices: choices, form: LineForm(from: first), token: visit.formToken).page)
    }
    routes.post(MeetingLinks.lines, .signedIn, setUp)
    routes.get("/meetings/lines/:line", .signedIn) { visit in
        .page(LinePage(seen: try await visit.seenLine(), token: visit.formToken).page)
    }
    routes.post("/meetings/lines/:line/times", .signedIn, changeTimes)
    routes.post("/meetings/lines/:line/end", .signedIn, end)
}

extension SignedIn {
    fileprivate func seenLine() async throws -> SeenLine {
        try await readLine(id("line"), page: page, for: actor, in: database)
    }
}

private func setUp(_ visit: SignedIn) async throws -> Answer {
    guard let school = SchoolID(visit.form.text("school")) else { throw Refusal.notFound }
    let form = LineForm(visit.form)
    let errors: FieldErrors
    do {
        let id = try await setUpLine(form.input(at: school), by: visit.actor, in: visit.database)
        return .seeOther(MeetingLinks.line(id))
    } catch Refusal.invalid(let wrong) {
        errors = wrong
    } catch Refusal.conflict(let sentence) {
        errors = FieldErrors([("member", sentence)])
    } catch Refusal.forbidden(let sentence) {
        // Who may set up meetings here, though not these: another choice of people mends it.
        errors = FieldErrors([("member", sentence)])
    }
    let choices = try await lineChoices(for: visit.actor, school: school, in: visit.database)
    let page = NewLinePage(choices: choices, form: form, token: visit.formToken, errors: errors)
    return .page(page.page, status: .unprocessableContent)
}

private func changeTimes(_ visit: SignedIn) async throws -> Answer {
    let id: ID<MeetingLine> = try visit.id("line")
    let form = TimesForm(visit.form)
    do {
        try await changeLine(id, to: form.input, version: visit.form.version, by: visit.actor, in: visit.database)
        return .seeOther(MeetingLinks.line(id))
    } catch Refusal.invalid(let errors) {
        let page = LinePage(seen: try await visit.seenLine(), token: visit.formToken, times: form, errors: errors)
        return .page(page.page, status: .unprocessableContent)
    } catch Refusal.stale {
        let page = LinePage(
            seen: try await visit.seenLine(), token: visit.formToken, times: form, errors: changedMeanwhile("rhythm"))
        return .page(page.page, status: .conflict)
    }
}

private func end(_ visit: SignedIn) async throws -> Answer {
    let id: ID<MeetingLine> = try visit.id("line")
    let reason = visit.form.text("reason")
    do {
        try await endLine(id, because: reason, version: visit.form.version, by: visit.actor, in: visit.database)
        return .seeOther(MeetingLinks.line(id))
    } catch Refusal.invalid(let errors) {
        let page = LinePage(seen: try await visit.seenLine(), token: visit.formToken, reason: reason, errors: errors)
        return .page(page.page, status: .unprocessableContent)
    } catch Refusal.stale {
        let page = LinePage(
            seen: try await visit.seenLine(), token: visit.formToken, reason: reason, errors: changedMeanwhile("reason")
        )
        return .page(page.page, status: .conflict)
    }
}

/// Somebody else saved first; what was typed stands in the form, now made from what is kept.
func changedMeanwhile(_ field: String) -> FieldErrors {
    FieldErrors([(field, "Somebody else changed this meanwhile. Look at it again, then send yours if it still holds.")])
}
