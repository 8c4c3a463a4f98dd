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
        try await press(visit, "begin", landing: "") { id in
            try await beginMeeting(id, by: visit.actor, in: visit.database)
        }
    }
    routes.post(meeting + "/day", .signedIn) { visit in
        let form = visit.form
        return try await press(visit, "move", landing: "") { id in
            try await moveMeeting(
                id, to: Day(form.dayText("day")), because: form.text("reason"), version: visit.version, by: visit.actor,
                in: visit.database)
        }
    }
    routes.post(meeting + "/calling-off", .signedIn) { visit in
        try await press(visit, "call-off", landing: "") { id in
            try await callOffMeeting(
                id, because: visit.form.text("reason"), version: visit.version, by: visit.actor, in: visit.database)
        }
    }
    routes.post(meeting + "/finish", .signedIn, finish)
    routes.post(meeting + "/notes", .signedIn, saveNotes)
}

extension SignedIn {
    func seenMeeting() async throws -> SeenMeeting {
        try await readMeeting(id("meeting"), for: actor, in: database)
    }
}

/// Does what one form of the meeting's page asks for, and goes back to where it stood.
///
/// - Parameters:
///   - card: the element that the form stands in; what could not be taken is shown there with what was typed.
///   - landing: the element to go to afterwards; the card when nil.
func press(
    _ visit: SignedIn, _ card: String, landing: String? = nil, _ act: (ID<LineMeeting>) async throws -> Void
) async throws -> Answer {
    let id: ID<LineMeeting> = try visit.id("meeting")
    do {
        try await act(id)
        let place = landing ?? card
        return .seeOther(place.isEmpty ? MeetingLinks.meeting(id) : MeetingLinks.meeting(id, at: place))
    } catch Refusal.invalid(let errors) {
        return try await refused(visit, card, errors, .unprocessableContent)
    } catch Refusal.stale {
        let field = visit.form.names.first { !["form-token", "version", "outcome"].contains($0) } ?? "words"
        return try await refused(visit, card, changedMeanwhile(field), .conflict)
    }
}

func refused(
    _ visit: SignedIn, _ card: String, _ errors: FieldErrors, _ status: HTTPResponse.Status
) async throws -> Answer {
    let entry = RefusedEntry(card: card, form: visit.form, errors: errors)
    let page = MeetingPage(seen: try await visit.seenMeeting(), token: visit.formToken, refused: entry)
    return .page(page.page, status: status)
}

private func finish(_ visit: SignedIn) async throws -> Answer {
    let id: ID<LineMeeting> = try visit.id("meeting")
    do {
        try await finishMeeting(id, by: visit.actor, in: visit.database)
        return .seeOther(MeetingLinks.meeting(id))
    } catch Refusal.conflict(let sentence) {
        let seen = try await visit.seenMeeting()
        guard seen.state == .running else { throw Refusal.conflict(sentence) }
        return try await refused(visit, "finish", FieldErrors([("button", sentence)]), .conflict)
    }
}

/// Saves the notes: by their button with a page in answer, by the page's script with the card alone.
private func saveNotes(_ visit: SignedIn) async throws -> Answer {
    let id: ID<LineMeeting> = try visit.id("meeting")
    let typed = visit.form.text("notes")
    do {
        let notes = try await keepNotes(typed, version: visit.version, of: id, by: visit.actor, in: visit.database)
        guard visit.wantsFragment else { return .seeOther(MeetingLinks.meeting(id, at: MeetingLinks.notesCard)) }
        return .fragment(NotesCard(meeting: id, notes: notes, today: nil).html(token: visit.formToken))
    } catch Refusal.invalid(let errors) {
        guard visit.wantsFragment else {
            return try await refused(visit, MeetingLinks.notesCard, errors, .unprocessableContent)
        }
        let card = NotesCard(meeting: id, notes: MeetingNotes(), today: nil)
            .refusing(typed, version: visit.version, errors)
        return .fragment(card.html(token: visit.formToken), status: .unprocessableContent)
    } catch Refusal.stale {
        let page = NotesMergePage(seen: try await visit.seenMeeting(), typed: typed, token: visit.formToken)
        return .page(page.page, status: .conflict)
    }
}
