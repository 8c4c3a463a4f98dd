import Kernel
import Markup
import MeetingRules
import Site

/// The notes of a meeting, which save themselves.
struct NotesCard: Sendable {
    let meeting: ID<LineMeeting>
    let notes: MeetingNotes
    let today: Day?
    var errors = FieldErrors()

    /// These notes with what was typed, and why it could not be taken.
    func refusing(_ typed: String, version: Int, _ errors: FieldErrors) -> NotesCard {
        NotesCard(meeting: meeting, notes: MeetingNotes(words: typed, version: version), today: today, errors: errors)
    }

    func html(token: String) -> HTML {
        liveCard(
            id: MeetingLinks.notesCard, label: "Notes",
            postForm(
                MeetingLinks.notes(meeting), token: token, marks: .autosave, version: notes.version,
                """
                \(textArea(
                    FormField("notes", "Notes", hint: "Both of you see them, nobody else.", errors: errors, id: "notes-notes"),
                    value: notes.words, rows: 4))\(saveLine("Save notes", status: status))
                """))
    }

    private var status: String? { notes.at.map { savedAt($0, on: today) + (notes.by.map { " by \($0)" } ?? "") } }
}

/// Both wrote notes at once. Both texts stand side by side; nothing is lost and nothing is chosen for them.
struct NotesMergePage: Sendable {
    let seen: SeenMeeting
    let typed: String
    let token: String

    var page: Page {
        let by = seen.notes.by.map { " by \($0)" } ?? ""
        return Page(
            "Two people changed this", section: .meetings, crumbs: seen.line.crumbs, isWide: true,
            body: """
                \(lede("While you were writing, the other one saved these notes. Keep one, or write one from both."))\
                <div class="sides"><div><h2>Saved\(by)</h2>\(paragraphs(seen.notes.words))</div>\
                <div><h2>What you wrote</h2>\(mine)</div></div>\
                <p><a href="\(MeetingLinks.meeting(seen.meeting.id, at: MeetingLinks.notesCard))">Keep what is saved</a></p>
                """)
    }

    private var mine: HTML {
        postForm(
            MeetingLinks.notes(seen.meeting.id), token: token, version: seen.notes.version,
            """
            \(textArea(FormField("notes", "Notes", isLabelHidden: true), value: typed, rows: 8))\
            \(buttonRow(button("Save this instead", .primary)))
            """)
    }
}
