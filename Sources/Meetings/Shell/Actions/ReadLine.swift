package import Database
package import Kernel
package import MeetingRules
package import People
import Plans
import SchoolRules
import Schools

/// A line with its history, as far as a person may see it.
package struct SeenLine: Sendable {
    package static let pageSize = 40

    package let line: NamedLine
    package let standpoint: LineStandpoint
    package let mayArrange: Bool
    /// The newest first, coming ones included.
    package let meetings: [LineMeeting]
    package let page: Int
    package let count: Int
    /// Empty for readers.
    package let promises: [AskedPromise]
    package let calendar: SchoolCalendar
    package let today: Day

    package init(
        line: NamedLine, standpoint: LineStandpoint, mayArrange: Bool, meetings: [LineMeeting], page: Int, count: Int,
        promises: [AskedPromise], calendar: SchoolCalendar, today: Day
    ) {
        (self.line, self.standpoint, self.mayArrange, self.meetings) = (line, standpoint, mayArrange, meetings)
        (self.page, self.count, self.promises) = (page, count, promises)
        (self.calendar, self.today) = (calendar, today)
    }
}

/// - Parameter page: of its meetings, from 1.
/// - Throws: `notFound` to strangers.
package func readLine(
    _ id: ID<MeetingLine>, page: Int = 1, for actor: Actor, in database: any Database
) async throws -> SeenLine {
    try await database.read { tx in
        let line = try tx.line(id)
        let standpoint = try MaySeeLine(actor, line.line).standpoint
        let size = SeenLine.pageSize
        return SeenLine(
            line: line.shown(from: standpoint), standpoint: standpoint,
            mayArrange: (try? MayArrangeLine(actor, line.line)) != nil,
            meetings: try tx.history(of: id, limit: size, offset: (page - 1) * size), page: page,
            count: try tx.meetingCount(of: id), promises: standpoint == .inIt ? try tx.openPromises(of: id) : [],
            calendar: try tx.calendar(at: line.line.place), today: tx.today)
    }
}

/// What the page that sets up a line offers.
package struct LineChoices: Sendable {
    /// Where this person may set up a line.
    package let schools: [SchoolName]
    /// The one that was chosen, or the only one.
    package let school: SchoolName?
    /// People of that school and those of the trust with a hand in it.
    package let seats: [Seat]
    package let departments: [DepartmentID: String]
    package let calendar: SchoolCalendar
    package let today: Day

    package init(
        schools: [SchoolName], school: SchoolName?, seats: [Seat], departments: [DepartmentID: String],
        calendar: SchoolCalendar, today: Day
    ) {
        (self.schools, self.school, self.seats) = (schools, school, seats)
        (self.departments, self.calendar, self.today) = (departments, calendar, today)
    }
}

/// - Throws: `forbidden` to people who set up lines nowhere; `notFound` for a school that is not one of theirs.
package func lineChoices(
    for actor: Actor, school: SchoolID?, in database: any Database
) async throws -> LineChoices {
    try await database.read { tx in
        let schools = try tx.schoolNames(seenBy: actor).filter { mayArrangeAnything(actor, at: .school($0.id)) }
        guard !schools.isEmpty else {
            throw Refusal.forbidden("Leaders of a school, its liaison and the trust's advisers set up line meetings.")
        }
        let chosen =
            school.map { wanted in schools.first { $0.id == wanted } } ?? (schools.count == 1 ? schools[0] : nil)
        if school != nil && chosen == nil { throw Refusal.notFound }
        guard let chosen else {
            return LineChoices(
                schools: schools, school: nil, seats: [], departments: [:], calendar: .unknown, today: tx.today)
        }
        let departments = try tx.departments(of: chosen.id).map { ($0.id, $0.name) }
        return LineChoices(
            schools: schools, school: chosen, seats: try tx.seatsToChoose(at: .school(chosen.id), on: tx.today),
            departments: Dictionary(uniqueKeysWithValues: departments), calendar: try tx.calendar(of: chosen.id),
            today: tx.today)
    }
}

extension Reading {
    fileprivate func meetingCount(of line: ID<MeetingLine>) throws -> Int {
        try first("SELECT COUNT(*) FROM line_meeting WHERE line_id = \(line)") { try $0[0] } ?? 0
    }
}
