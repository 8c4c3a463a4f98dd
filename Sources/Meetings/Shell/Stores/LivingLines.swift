import Database
import Kernel
import MeetingRules

/// Lines that go on, with the meetings whose planned day is in this week or later, in their order.
struct LivingLines {
    let lines: [NamedLine]
    let planned: [ID<MeetingLine>: [LineMeeting]]
}

enum LinesWanted {
    case one(ID<MeetingLine>)
    /// Of one school and its departments, or with nil of the whole trust as a place.
    case at(SchoolID?)
    case all

    /// Of lines `l`.
    fileprivate var condition: SQL {
        switch self {
        case .one(let id): "l.ended_on IS NULL AND l.id = \(id)"
        case .at(let school?): "l.ended_on IS NULL AND l.school_id = \(school)"
        case .at(nil): "l.ended_on IS NULL AND l.school_id IS NULL"
        case .all: "l.ended_on IS NULL"
        }
    }
}

extension Reading {
    /// Two queries whatever the number of lines.
    func livingLines(_ wanted: LinesWanted) throws -> LivingLines {
        LivingLines(
            lines: try lines(wanted.condition),
            planned: Dictionary(grouping: try plannedMeetings(wanted.condition), by: \.line))
    }

    /// Those with lines that go on; nil where such a line belongs to the whole trust.
    func schoolsWithLines() throws -> [SchoolID?] {
        try rows("SELECT DISTINCT school_id FROM line WHERE ended_on IS NULL ORDER BY school_id") { try $0[0] }
    }
}
