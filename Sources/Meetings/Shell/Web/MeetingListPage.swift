import Kernel
import Markup
import MeetingRules
import Site

/// The lines of one person: what comes next, and what was missed.
struct MeetingListPage: Sendable {
    let mine: MyLines
    var notice: String?

    var page: Page {
        Page(
            "Meetings", section: .meetings, notice: notice, isWide: true,
            body: """
                \(.when(mine.mayArrange, buttonRow(linkButton("Set up a line", to: MeetingLinks.newLine, going.isEmpty ? .primary : .quiet))))\
                \(going.isEmpty ? nothingYet : table(going))\(missed)\(ended)\(schools)
                """)
    }

    private var going: [ListedLine] { mine.lines.filter { $0.line.line.ended == nil } }

    private var nothingYet: HTML {
        emptyState(
            "A line is two people who meet in a rhythm. The agenda of each meeting puts itself together from checks, promises and what they add."
        )
    }

    private func table(_ lines: [ListedLine]) -> HTML {
        dataTable(
            "My lines",
            [Column("Line"), Column("Place"), Column("Next meeting"), Column("Last held"), Column("Promises")],
            lines.map { row($0) }, layout: .stacking)
    }

    private func row(_ listed: ListedLine) -> [HTML] {
        let line = listed.line
        let next: HTML =
            listed.next(on: mine.today).map { meeting in
                """
                <a href="\(MeetingLinks.meeting(meeting.id))">\(meeting.day.short)</a>, \(line.line.times.startsAt) \
                \(.when(meeting.state(on: mine.today) != .planned, stateTag(meeting, on: mine.today)))
                """
            } ?? "<span class=\"soft\">None planned: the calendar does not reach further</span>"
        let last: HTML =
            listed.lastHeld(on: mine.today).map { ageText($0.day, on: mine.today) }
            ?? "<span class=\"soft\">Not yet</span>"
        return [
            "<a href=\"\(MeetingLinks.line(line.line.id))\">\(line.pair)</a>", HTML(line.place), next, last,
            listed.openPromises == 0 ? "<span class=\"soft\">None open</span>" : "\(listed.openPromises) open",
        ]
    }

    /// A missed meeting stays to be seen until somebody holds it, moves it or calls it off.
    private var missed: HTML {
        let tasks = going.flatMap { listed in
            listed.missed(on: mine.today).map { meeting in
                TaskRow(
                    "\(listed.line.pair), \(meeting.day.long)", address: MeetingLinks.meeting(meeting.id),
                    hint: listed.line.place, status: stateTag(meeting, on: mine.today))
            }
        }
        guard !tasks.isEmpty else { return .nothing }
        return
            "<h2>Missed</h2><p>Hold it after all, move it to another day, or say why it was called off.</p>\(taskList(tasks))"
    }

    private var ended: HTML {
        let lines = mine.lines.filter { $0.line.line.ended != nil }
        guard !lines.isEmpty else { return .nothing }
        return disclosure(
            "Lines that ended",
            "<ul>\(lines.html { "<li><a href=\"\(MeetingLinks.line($0.line.line.id))\">\($0.line.pair)</a>, \($0.line.place)</li>" })</ul>"
        )
    }

    private var schools: HTML {
        guard !mine.schools.isEmpty else { return .nothing }
        return """
            <h2>How lines go in schools</h2>\
            <ul>\(mine.schools.html { "<li><a href=\"\(MeetingLinks.school($0.id))\">\($0.name)</a></li>" })</ul>
            """
    }
}
