import HTTPTypes
import Kernel
import MeetingRules
import PlanRules
import Plans
import Site

/// What is pressed at the entries of an agenda, and the promise that is kept from Today.
func entryRoutes(_ routes: inout Routes) {
    let meeting = "/meetings/:meeting"
    routes.post(meeting + "/items", .signedIn) { visit in
        try await press(visit, MeetingLinks.adding, landing: "") { id, form in
            _ = try await addItem(form.text("words"), to: id, by: visit.actor, in: visit.database)
        }
    }
    routes.post(meeting + "/items/:item", .signedIn, answer)
    routes.post(meeting + "/items/:item/removal", .signedIn) { visit in
        let (id, item): (ID<LineMeeting>, ID<AgendaItem>) = (try visit.id("meeting"), try visit.id("item"))
        try await removeItem(item, of: id, by: visit.actor, in: visit.database)
        return .seeOther(MeetingLinks.meeting(id) + "?removed=\(item)")
    }
    routes.post(meeting + "/items/:item/removal/end", .signedIn) { visit in
        let (id, item): (ID<LineMeeting>, ID<AgendaItem>) = (try visit.id("meeting"), try visit.id("item"))
        try await removeItem(item, of: id, isRemoved: false, by: visit.actor, in: visit.database)
        return .seeOther(MeetingLinks.meeting(id))
    }
    routes.post(meeting + "/entries/:kind/:subject", .signedIn, say)
    routes.post(meeting + "/promises", .signedIn) { visit in
        try await press(visit, MeetingLinks.promiseCard) { id, form in
            _ = try await recordPromise(form.promise, in: id, by: visit.actor, in: visit.database)
        }
    }
    routes.post(meeting + "/promises/:promise", .signedIn, answerPromise)
    routes.post(meeting + "/promises/:promise/change", .signedIn, change)
    routes.post(meeting + "/checks/:check", .signedIn) { visit in
        let check: CheckID = try visit.id("check")
        _ = try await visit.ownMeeting()
        return try await press(visit, MeetingLinks.cardID(check), landing: "checked") { _, form in
            try await recordCheck(form, of: check, on: visit)
        }
    }
    routes.post("/promises/:promise/kept", .signedIn, keepFromToday)
}

extension Form {
    var promise: PromiseInput { promise("") }

    /// - Parameter prefix: before the names, where the card has other fields too.
    fileprivate func promise(_ prefix: String) -> PromiseInput {
        PromiseInput(
            words: text(prefix + "words"), seat: SeatID(text(prefix + "seat")), by: Day(dayText(prefix + "by")))
    }
}

private func change(_ visit: SignedIn) async throws -> Answer {
    let promise: ID<Promise> = try visit.id("promise")
    return try await press(visit, MeetingLinks.cardID(promise), landing: MeetingLinks.promiseCard) { id, form in
        do {
            _ = try await changePromise(
                promise, to: form.promise("new-"), version: form.version, in: id, by: visit.actor, in: visit.database)
        } catch Refusal.invalid(let errors) {
            throw Refusal.invalid(FieldErrors(errors.all.map { ("new-\($0.field)", $0.sentence) }))
        }
    }
}

private func answer(_ visit: SignedIn) async throws -> Answer {
    let item: ID<AgendaItem> = try visit.id("item")
    let wanted = AgendaItem.Outcome(rawValue: visit.form.text("outcome"))
    return try await press(visit, MeetingLinks.cardID(item)) { id, form in
        guard let wanted, wanted != .open else { throw Refusal.invalid("note", "Say what became of it.") }
        try await answerItem(
            item, of: id, wanted, note: form.text("note"), version: form.version, by: visit.actor,
            in: visit.database)
    }
}

/// A statement or what there is to celebrate. Its words come from the agenda, not from the form.
private func say(_ visit: SignedIn) async throws -> Answer {
    let subject = try visit.part("subject")
    guard let kind = SaidWord.Kind(rawValue: try visit.part("kind")) else { throw Refusal.notFound }
    let seen = try await visit.ownMeeting()
    return try await press(visit, MeetingLinks.cardID(kind, subject)) { id, form in
        guard let entry = seen.entry(kind, subject) else {
            if seen.state == .held { try seen.meeting.checkRunning(seen.today) }
            throw Refusal.notFound
        }
        guard let outcome = SaidWord.Outcome(rawValue: visit.form.text("outcome")), outcome.kind == kind else {
            throw Refusal.invalid("words", "Say what became of it.")
        }
        let word = SaidWord(
            kind: kind, subjectID: subject, subject: EntryWords(entry, today: seen.today).title, outcome: outcome,
            words: form.text("words"))
        try await answerEntry(word, in: id, by: visit.actor, in: visit.database)
    }
}

extension SeenMeeting {
    fileprivate func entry(_ kind: SaidWord.Kind, _ subject: String) -> Agenda.Entry? {
        (agenda.entries + agenda.more).first { entry in
            switch entry {
            case .statement(let statement): kind == .statement && statement.item.text == subject
            case .celebration(let news): kind == .celebration && news.id == subject
            case .item, .check, .promise: false
            }
        }
    }
}

extension SaidWord.Outcome {
    fileprivate var kind: SaidWord.Kind {
        switch self {
        case .nextJudgement, .left: .statement
        case .celebrated: .celebration
        }
    }
}

private func answerPromise(_ visit: SignedIn) async throws -> Answer {
    let promise: ID<Promise> = try visit.id("promise")
    return try await press(visit, MeetingLinks.cardID(promise)) { id, form in
        switch form.text("outcome") {
        case "kept":
            try await keepPromise(
                promise, words: form.text("words"), version: form.version, in: id, by: visit.actor, in: visit.database)
        case "dropped":
            try await dropPromise(
                promise, because: form.text("words"), version: form.version, in: id, by: visit.actor,
                in: visit.database)
        default:
            let day = form.has("carry-to") ? form.text("carry-to") : form.dayText("by")
            try await carryPromise(
                promise, to: Day(day), version: form.version, in: id, by: visit.actor, in: visit.database)
        }
    }
}

/// In place on Today, without a meeting.
private func keepFromToday(_ visit: SignedIn) async throws -> Answer {
    let id: ID<Promise> = try visit.id("promise")
    let (errors, status): (FieldErrors, HTTPResponse.Status)
    do {
        try await keepPromise(
            id, words: visit.form.text("words"), version: visit.form.version, in: nil, by: visit.actor,
            in: visit.database)
        return visit.done(.kept, seenAt: MeetingLinks.list)
    } catch Refusal.invalid(let wrong) {
        (errors, status) = (wrong, .unprocessableContent)
    } catch Refusal.stale {
        (errors, status) = (changedMeanwhile("words"), .conflict)
    } catch Refusal.conflict(let sentence) {
        (errors, status) = (FieldErrors([("words", sentence)]), .conflict)
    }
    let promise = try await readPromise(id, for: visit.actor, in: visit.database)
    let page = KeepPromisePage(promise: promise, form: visit.form, token: visit.formToken, errors: errors)
    return .page(page.page, status: status)
}
