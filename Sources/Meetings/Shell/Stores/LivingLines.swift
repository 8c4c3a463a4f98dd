import Database
import Kernel
import MeetingRules
import Schools

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
        case .one(let id): "\(lineLives) AND l.id = \(id)"
        case .at(let school?): "\(lineLives) AND l.school_id = \(school)"
        case .at(nil): "\(lineLives) AND l.school_id IS NULL"
        case .all: lineLives
        }
    }
}

/// Of lines `l`: not ended, and at no school that closed or left, where nobody meets any more.
private var lineLives: SQL { "l.ended_on IS NULL AND \(schoolGoesOn(in: "l.school_id"))" }

extension Reading {
    /// Two queries whatever the number of lines.
    func livingLines(_ wanted: LinesWanted) throws -> LivingLines {
        LivingLines(
            lines: try lines(wanted.condition),
            planned: Dictionary(grouping: try plannedMeetings(wanted.condition), by: \.line))
    }

    /// Those with lines that go on; nil where such a line belongs to the whole trust.
    func schoolsWithLines() throws -> [SchoolID?] {
        try rows("SELECT DISTINCT l.school_id FROM line l WHERE \(lineLives) ORDER BY l.school_id") { try $0[0] }
    }

    /// The lines in which somebody sits that go on, by place.
    func livingLines(of actor: Actor) throws -> [NamedLine] { try lines(of: actor, lineLives) }
}
