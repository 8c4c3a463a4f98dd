import Kernel
import Markup
import MeetingRules
import Site

/// The line meetings of a school as its head and the trust see them: that they meet, and nothing that was said.
struct SchoolsLinesPage: Sendable {
    let seen: SchoolsLines

    var page: Page {
        Page(
            "Line meetings", section: .meetings,
            crumbs: [
                Page.Crumb("Schools", "/schools"), Page.Crumb(seen.school.name, "/schools/\(seen.school.id)"),
            ], isWide: true,
            body: """
                \(lede("Who meets, whether they did, and when they meet next. What is said stays between the two."))\
                \(.when(seen.mayArrange, buttonRow(linkButton("Set up line meetings", to: MeetingLinks.newLine(at: seen.school.id)))))\
                \(table)
                """)
    }

    private var table: HTML {
        dataTable(
            "The last \(weeksBack) weeks",
            [
                Column("Who"), Column("Place"), Column("Rhythm"), .number("Held"), .number("Missed"), .number("Moved"),
                .number("Called off"), Column("Last held"), Column("Next"),
            ], seen.lines.map(row), layout: .stacking,
            empty: emptyState("Nobody has set up line meetings at this school yet."))
    }

    private func row(_ listed: ListedLine) -> [HTML] {
        let counts = MeetingCounts(listed.meetings.filter { $0.day <= seen.today }, on: seen.today)
        let missed: HTML = counts.missed == 0 ? "0" : tag("\(counts.missed) missed", .problem)
        return [
            "<a href=\"\(MeetingLinks.line(listed.line.line.id))\">\(listed.line.pair)</a>", HTML(listed.line.place),
            HTML(listed.line.line.times.rhythm.name), "\(counts.held)", missed, "\(counts.moved)",
            "\(counts.calledOff)",
            listed.lastHeld(on: seen.today).map { ageText($0.day, on: seen.today) }
                ?? "<span class=\"soft\">Not yet</span>",
            listed.next(on: seen.today).map { HTML($0.day.short) } ?? "<span class=\"soft\">None planned</span>",
        ]
    }
}
