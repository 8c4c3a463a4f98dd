import HTTPTypes
import Kernel
import MeetingRules
import Site

/// What is pressed at the entries of an agenda, and the promise that is kept from Today.
func entryRoutes(_ routes: inout Routes) {
    let meeting = "/meetings/:meeting"
    routes.post(meeting + "/items", .signedIn) { visit in
        try await press(visit, "add", landing: "") { id in
            _ = try await addItem(visit.form.text("words"), to: id, by: visit.actor, in: visit.database)
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
        try await press(visit, MeetingLinks.promiseCard) { id in
            _ = try await recordPromise(visit.form.promise, in: id, by: visit.actor, in: visit.database)
        }
    }
    routes.post(meeting + "/promises/:promise", .signedIn, answerPromise)
    routes.post(meeting + "/promises/:promise/change", .signedIn) { visit in
        let promise: ID<Promise> = try visit.id("promise")
        return try await press(visit, MeetingLinks.cardID(promise), landing: MeetingLinks.promiseCard) { id in
            _ = try await changePromise(
                promise, to: visit.form.promise, version: visit.version, in: id, by: visit.actor, in: visit.database)
        }
    }
    routes.post("/promises/:promise/kept", .signedIn, keepFromToday)
}

extension Form {
    fileprivate var promise: PromiseInput {
        PromiseInput(words: text("words"), seat: SeatID(text("seat")), by: Day(dayText("by")))
    }
}

private func answer(_ visit: SignedIn) async throws -> Answer {
    let item: ID<AgendaItem> = try visit.id("item")
    let wanted = AgendaItem.Outcome(rawValue: visit.form.text("outcome"))
    return try await press(visit, MeetingLinks.cardID(item)) { id in
        guard let wanted, wanted != .open else { throw Refusal.invalid("note", "Say what became of it.") }
        try await answerItem(
            item, of: id, wanted, note: visit.form.text("note"), version: visit.version, by: visit.actor,
            in: visit.database)
    }
}

/// A statement or what there is to celebrate. Its words come from the agenda, not from the form.
private func say(_ visit: SignedIn) async throws -> Answer {
    let subject = try visit.part("subject")
    guard let kind = SaidWord.Kind(rawValue: try visit.part("kind")) else { throw Refusal.notFound }
    let seen = try await visit.seenMeeting()
    guard seen.standpoint == .inIt else {
        throw Refusal.forbidden("What is said in a line meeting is for the two people who hold it.")
    }
    guard let entry = seen.entry(kind, subject) else { throw Refusal.notFound }
    return try await press(visit, MeetingLinks.cardID(kind, subject)) { id in
        guard let outcome = SaidWord.Outcome(rawValue: visit.form.text("outcome")), outcome.kind == kind else {
            throw Refusal.invalid("words", "Say what became of it.")
        }
        let word = SaidWord(
            kind: kind, subjectID: subject, subject: EntryWords(entry, today: seen.today).title, outcome: outcome,
            words: visit.form.text("words"))
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
    let form = visit.form
    return try await press(visit, MeetingLinks.cardID(promise)) { id in
        switch form.text("outcome") {
        case "kept":
            try await keepPromise(
                promise, words: form.text("words"), version: visit.version, in: id, by: visit.actor, in: visit.database)
        case "dropped":
            try await dropPromise(
                promise, because: form.text("words"), version: visit.version, in: id, by: visit.actor,
                in: visit.database)
        default:
            let day = form.has("carry-to") ? form.text("carry-to") : form.dayText("by")
            try await carryPromise(
                promise, to: Day(day), version: visit.version, in: id, by: visit.actor, in: visit.database)
        }
    }
}

/// In place on Today, without a meeting.
private func keepFromToday(_ visit: SignedIn) async throws -> Answer {
    try await keepPromise(
        visit.id("promise"), words: visit.form.text("words"), version: visit.version, in: nil, by: visit.actor,
        in: visit.database)
    return visit.done(.kept, seenAt: MeetingLinks.list)
}
