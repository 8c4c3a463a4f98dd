package import Database
package import Kernel
package import MeetingRules

/// A line in a list, with its meetings of the last and the coming weeks in the order of their days.
package struct ListedLine: Hashable, Sendable {
    package let line: NamedLine
    package let meetings: [LineMeeting]
    package let openPromises: Int

    package init(line: NamedLine, meetings: [LineMeeting], openPromises: Int = 0) {
        (self.line, self.meetings, self.openPromises) = (line, meetings, openPromises)
    }

    /// The one under way, or the next that may take place.
    package func next(on today: Day) -> LineMeeting? {
        meetings.first { $0.state(on: today) == .running }
            ?? meetings.first { $0.day >= today && $0.state(on: today).isOpen }
    }

    package func lastHeld(on today: Day) -> LineMeeting? { meetings.last { $0.state(on: today) == .held } }

    package func missed(on today: Day) -> [LineMeeting] { meetings.filter { $0.state(on: today) == .missed } }
}

/// The lines of one person, and where they may look or set one up.
package struct MyLines: Sendable {
    package let lines: [ListedLine]
    /// Schools whose lines this person may see as dates.
    package let schools: [SchoolName]
    package let mayArrange: Bool
    package let today: Day

    package init(lines: [ListedLine], schools: [SchoolName], mayArrange: Bool, today: Day) {
        (self.lines, self.schools, self.mayArrange, self.today) = (lines, schools, mayArrange, today)
    }
}

package struct SchoolName: Hashable, Sendable {
    package let id: SchoolID
    package let name: String

    package init(id: SchoolID, name: String) { (self.id, self.name) = (id, name) }
}

/// How far back lists look: a term.
let weeksBack = 16

package func readMyLines(for actor: Actor, in database: any Database) async throws -> MyLines {
    try await database.read { tx in
        let lines = try tx.lines(of: actor)
        let schools = try tx.schoolNames(seenBy: actor)
        return MyLines(
            lines: try tx.listed(lines), schools: schools.filter { (try? MaySeeSchoolsLines(actor, at: $0.id)) != nil },
            mayArrange: schools.contains { mayArrangeAnything(actor, at: .school($0.id)) }, today: tx.today)
    }
}

/// How the lines of a school go: dates and counts, nothing that was said.
package struct SchoolsLines: Sendable {
    package let school: SchoolName
    package let lines: [ListedLine]
    package let mayArrange: Bool
    package let today: Day

    package init(school: SchoolName, lines: [ListedLine], mayArrange: Bool, today: Day) {
        (self.school, self.lines, self.mayArrange, self.today) = (school, lines, mayArrange, today)
    }
}

/// - Throws: `notFound` to strangers, `forbidden` to others of the school.
package func readSchoolsLines(
    _ school: SchoolID, for actor: Actor, in database: any Database
) async throws -> SchoolsLines {
    try await database.read { tx in
        _ = try MaySeeSchoolsLines(actor, at: school)
        guard let name = try tx.schoolNames(seenBy: actor).first(where: { $0.id == school }) else {
            throw Refusal.notFound
        }
        return SchoolsLines(
            school: name, lines: try tx.listed(try tx.lines(at: school).map { $0.shown(from: .reader) }),
            mayArrange: mayArrangeAnything(actor, at: .school(school)), today: tx.today)
    }
}

extension Reading {
    fileprivate func listed(_ lines: [NamedLine]) throws -> [ListedLine] {
        let ids = lines.map(\.line.id)
        let meetings = Dictionary(
            grouping: try meetings(of: ids, from: today - weeksBack * 7, through: today + (weeksAhead + 20) * 7),
            by: \.line)
        let promises = try promiseCounts(of: ids)
        return lines.map {
            ListedLine(
                line: $0, meetings: meetings[$0.line.id] ?? [], openPromises: promises[$0.line.id] ?? 0)
        }
    }

    /// The schools of the trust that a person may see, by name.
    func schoolNames(seenBy actor: Actor) throws -> [SchoolName] {
        try rows(
            """
            SELECT s.id, s.name FROM school s
            WHERE s.left_on IS NULL AND s.status <> 'closed' AND \(actor.visible(on: today).school("s.id"))
            ORDER BY lower(s.name), s.id
            """
        ) { SchoolName(id: try $0[0], name: try $0[1]) }
    }
}
