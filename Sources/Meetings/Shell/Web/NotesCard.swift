import Kernel
import Markup
import MeetingRules
import Site

/// The notes of a meeting, in the form that saves itself; its status stands here.
struct NotesCard: Sendable {
    let notes: MeetingNotes
    let today: Day?
    var errors = FieldErrors()

    /// What the page was made with, so that notes nobody touched here are not saved over the other one's.
    private var shown: String { errors.isEmpty ? notes.words : "" }

    var html: HTML {
        liveCard(
            id: MeetingLinks.notesCard, label: "Notes",
            """
            <input type="hidden" name="version" value="\(notes.version)">\
            <input type="hidden" name="notes-shown" value="\(shown)">\
            \(textArea(
                FormField("notes", "Notes", hint: "Both of you see them, nobody else.", errors: errors, id: "notes-notes"),
                value: notes.words, rows: 4))\(saveLine("Save notes", status: status))
            """)
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
            MeetingLinks.notes(seen.meeting.id), token: token, version: seen.notes.version, isClosed: true,
            """
            \(textArea(FormField("notes", "Notes", isLabelHidden: true), value: typed, rows: 8))\
            \(buttonRow(button("Save this instead", .primary)))
            """)
    }
}
