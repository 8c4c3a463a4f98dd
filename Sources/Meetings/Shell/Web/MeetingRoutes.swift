import HTTPTypes
import Kernel
import MeetingRules
import Site

/// One meeting: its page, and what is pressed before and during it.
func meetingRoutes(_ routes: inout Routes) {
    let meeting = "/meetings/:meeting"
    routes.get(meeting, .signedIn) { visit in
        let seen = try await visit.seenMeeting()
        let removed = visit.query("removed").flatMap { ID<AgendaItem>($0) }
        let item = seen.items.first { $0.id == removed }
        return .page(MeetingPage(seen: seen, token: visit.formToken, removed: item).page)
    }
    routes.post(meeting + "/beginning", .signedIn) { visit in
        try await press(visit, "begin", landing: "") { id, _ in
            try await beginMeeting(id, by: visit.actor, in: visit.database)
        }
    }
    routes.post(meeting + "/day", .signedIn) { visit in
        try await press(visit, "move", landing: "") { id, form in
            try await moveMeeting(
                id, to: Day(form.dayText("day")), because: form.text("reason"), version: form.version,
                by: visit.actor, in: visit.database)
        }
    }
    routes.post(meeting + "/calling-off", .signedIn) { visit in
        try await press(visit, "call-off", landing: "") { id, form in
            try await callOffMeeting(
                id, because: form.text("reason"), version: form.version, by: visit.actor, in: visit.database)
        }
    }
    routes.post(meeting + "/finish", .signedIn, finish)
    routes.post(meeting + "/notes", .signedIn, saveNotes)
    routes.post(meeting + "/unsaid/end", .signedIn) { visit in
        let id: ID<LineMeeting> = try visit.id("meeting")
        let fields = MeetingFields(try await visit.ownMeeting())
        try await keepUnsaid(fields.withoutStranded, in: id, by: visit.actor, in: visit.database)
        return .seeOther(MeetingLinks.meeting(id))
    }
}

extension SignedIn {
    func seenMeeting() async throws -> SeenMeeting {
        try await readMeeting(id("meeting"), for: actor, in: database)
    }

    /// - Throws: `forbidden` for those who only see that the two meet.
    func ownMeeting() async throws -> SeenMeeting {
        let seen = try await seenMeeting()
        guard seen.standpoint == .inIt else {
            throw Refusal.forbidden("What is said in a line meeting is for the two people who hold it.")
        }
        return seen
    }
}

/// Does what one card of the meeting's page asks for, keeps what was typed in the others, and goes back to where it stood.
///
/// - Parameters:
///   - card: the element that the fields stand in; what could not be taken is shown there with what was typed.
///   - landing: the element to go to afterwards; the card when nil.
func press(
    _ visit: SignedIn, _ card: String, landing: String? = nil, _ act: (ID<LineMeeting>, Form) async throws -> Void
) async throws -> Answer {
    let id: ID<LineMeeting> = try visit.id("meeting")
    do {
        try await act(id, visit.form.part(card))
        if let merge = try await keepTyped(visit, at: card, isSaid: true) { return merge }
        let place = landing ?? card
        return .seeOther(place.isEmpty ? MeetingLinks.meeting(id) : MeetingLinks.meeting(id, at: place))
    } catch Refusal.invalid(let errors) {
        return try await refused(visit, card, errors, .unprocessableContent)
    } catch Refusal.stale {
        return try await refused(visit, card, changedMeanwhile(wordsField(of: card)), .conflict)
    } catch Refusal.conflict(let sentence) {
        return try await refused(visit, card, FieldErrors([(wordsField(of: card), sentence)]), .conflict)
    }
}

/// The page again with what is wrong in a card. Nothing that was typed is lost, whatever the meeting has become meanwhile.
func refused(
    _ visit: SignedIn, _ card: String, _ errors: FieldErrors, _ status: HTTPResponse.Status
) async throws -> Answer {
    if let merge = try await keepTyped(visit, at: card, isSaid: false) { return merge }
    let entry = RefusedEntry(card: card, form: visit.form.part(card), errors: errors)
    let page = MeetingPage(seen: try await visit.seenMeeting(), token: visit.formToken, refused: entry)
    return .page(page.page, status: status)
}

private func wordsField(of card: String) -> String {
    switch card.prefix(while: { $0 != "-" }) {
    case "item": "note"
    case "check": "finding"
    case "move", "call": "reason"
    default: "words"
    }
}

/// Keeps what was typed on the page and not said: the notes for both, the rest for its writer.
///
/// - Parameter isSaid: whether what was typed in the card is said.
/// - Returns: a page when the notes could not be kept, because of their length or because the other one saved meanwhile.
private func keepTyped(_ visit: SignedIn, at card: String, isSaid: Bool) async throws -> Answer? {
    let (id, form): (ID<LineMeeting>, Form) = (try visit.id("meeting"), visit.form)
    let seen = try await visit.ownMeeting()
    guard !seen.state.isOpen else { return nil }
    let isRunning = seen.state == .running
    var unsaid = MeetingFields(seen).unsaid(after: form, at: card, isSaid: isSaid)
    if !isRunning, form.hasNewNotes { unsaid["\(MeetingLinks.notesCard).notes"] = form.text("notes") }
    try await keepUnsaid(unsaid, in: id, by: visit.actor, in: visit.database)
    guard isRunning, form.hasNewNotes else { return nil }
    do {
        _ = try await keepNotes(form.text("notes"), version: form.version, of: id, by: visit.actor, in: visit.database)
        return nil
    } catch Refusal.stale {
        let page = NotesMergePage(
            seen: try await visit.seenMeeting(), typed: form.text("notes"), token: visit.formToken)
        return .page(page.page, status: .conflict)
    } catch Refusal.invalid(let errors) {
        return try await notesRefused(visit, errors)
    }
}

private func notesRefused(_ visit: SignedIn, _ errors: FieldErrors) async throws -> Answer {
    var seen = try await visit.seenMeeting()
    seen.notes = MeetingNotes(words: visit.form.text("notes"), version: visit.form.version)
    if visit.wantsFragment {
        return .fragment(NotesCard(notes: seen.notes, today: nil, errors: errors).html, status: .unprocessableContent)
    }
    let entry = RefusedEntry(card: MeetingLinks.notesCard, form: visit.form, errors: errors)
    let page = MeetingPage(seen: seen, token: visit.formToken, refused: entry)
    return .page(page.page, status: .unprocessableContent)
}

/// Writes the promise down that was typed and not yet pressed; other words without a press keep the meeting open.
private func finish(_ visit: SignedIn) async throws -> Answer {
    let id: ID<LineMeeting> = try visit.id("meeting")
    let promise = visit.form.part(MeetingLinks.promiseCard)
    if !promise.text("words").isEmpty {
        let written = try await press(visit, MeetingLinks.promiseCard) { id, form in
            _ = try await recordPromise(form.promise, in: id, by: visit.actor, in: visit.database)
        }
        guard written.status == .seeOther else { return written }
    } else if let merge = try await keepTyped(visit, at: "finish", isSaid: true) {
        return merge
    }
    let waiting = MeetingFields(try await visit.seenMeeting()).waiting
    guard waiting.isEmpty else { return try await unsaid(visit, in: waiting) }
    do {
        try await finishMeeting(id, by: visit.actor, in: visit.database)
        return .seeOther(MeetingLinks.meeting(id))
    } catch Refusal.conflict(let sentence) {
        let seen = try await visit.seenMeeting()
        let entry = RefusedEntry(card: "finish", form: visit.form, errors: FieldErrors([("button", sentence)]))
        return .page(MeetingPage(seen: seen, token: visit.formToken, refused: entry).page, status: .conflict)
    }
}

/// The page with a sentence at each card in which somebody wrote and pressed nothing.
private func unsaid(_ visit: SignedIn, in cards: [String]) async throws -> Answer {
    let sentence = "You wrote this and did not say what became of it. Press what holds, or empty the field."
    let errors = cards.map { (card: $0, errors: FieldErrors([(wordsField(of: $0), sentence)])) }
    let entry = RefusedEntry(
        card: "finish", form: visit.form,
        errors: FieldErrors([("button", "Some of what you wrote was not said yet.")]), others: errors)
    let page = MeetingPage(seen: try await visit.seenMeeting(), token: visit.formToken, refused: entry)
    return .page(page.page, status: .unprocessableContent)
}

/// Saves everything that was typed: by a button with a page in answer, by the page's script with the notes' card alone.
private func saveNotes(_ visit: SignedIn) async throws -> Answer {
    let (id, card): (ID<LineMeeting>, String) = (try visit.id("meeting"), MeetingLinks.notesCard)
    if let answer = try await keepTyped(visit, at: card, isSaid: false) { return answer }
    let seen = try await visit.seenMeeting()
    do {
        try seen.meeting.checkRunning(seen.today)
    } catch Refusal.conflict(let sentence) {
        let entry = RefusedEntry(card: card, form: visit.form, errors: FieldErrors([("notes", sentence)]))
        return .page(MeetingPage(seen: seen, token: visit.formToken, refused: entry).page, status: .conflict)
    }
    guard visit.wantsFragment else { return .seeOther(MeetingLinks.meeting(id, at: card)) }
    return .fragment(NotesCard(notes: seen.notes, today: nil).html)
}
