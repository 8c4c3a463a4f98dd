import Kernel
import Markup
import MeetingRules
import Site

/// The line meetings of one person: what comes next, and what was missed.
struct MeetingListPage: Sendable {
    let mine: MyLines
    var notice: String?

    var page: Page {
        Page(
            "Line meetings", section: .meetings, notice: notice, isWide: true,
            body: """
                \(.when(mine.mayArrange, buttonRow(linkButton("Set up line meetings", to: MeetingLinks.newLine, going.isEmpty ? .primary : .quiet))))\
                \(going.isEmpty ? nothingYet : table(going))\(missed)\(ended)\(schools)
                """)
    }

    /// Whom I meet next stands first; what has no next meeting, last.
    private var going: [ListedLine] {
        mine.lines.filter { $0.line.line.ended == nil }.enumerated()
            .map { index, listed in
                let day = listed.next(on: mine.today)?.day.description ?? "none"
                return (listed, order: (day, listed.line.line.times.startsAt, index))
            }
            .sorted { $0.order < $1.order }.map(\.0)
    }

    private var nothingYet: HTML {
        emptyState(
            "Two people meet in a rhythm. The agenda of each meeting puts itself together from checks, promises and what they add."
        )
    }

    private func table(_ lines: [ListedLine]) -> HTML {
        dataTable(
            "Whom I meet",
            [Column("Who"), Column("Place"), Column("Next meeting"), Column("Last held"), Column("Promises")],
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
            "Line meetings that ended",
            "<ul>\(lines.html { "<li><a href=\"\(MeetingLinks.line($0.line.line.id))\">\($0.line.pair)</a>, \($0.line.place)</li>" })</ul>"
        )
    }

    private var schools: HTML {
        guard !mine.schools.isEmpty else { return .nothing }
        return """
            <h2>Line meetings in each school</h2>\
            <ul>\(mine.schools.html { "<li><a href=\"\(MeetingLinks.school($0.id))\">\($0.name)</a></li>" })</ul>
            """
    }
}
