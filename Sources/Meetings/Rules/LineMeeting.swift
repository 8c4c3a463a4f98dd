package import Kernel

/// One meeting of a line, with what has happened to it so far.
package struct LineMeeting: Hashable, Sendable {
    package let id: ID<LineMeeting>
    package let line: ID<MeetingLine>
    /// The day the rhythm gave.
    package let planned: Day
    package let day: Day
    package let version: Int
    /// Why it was moved; empty while it was not.
    package let movedBecause: String
    package let began: Instant?
    package let held: Instant?
    /// Why it was called off; empty while it was not.
    package let calledOffBecause: String

    package init(
        id: ID<LineMeeting>, line: ID<MeetingLine>, planned: Day, day: Day, version: Int, movedBecause: String = "",
        began: Instant? = nil, held: Instant? = nil, calledOffBecause: String = ""
    ) {
        (self.id, self.line, self.planned, self.day, self.version) = (id, line, planned, day, version)
        (self.movedBecause, self.began, self.held) = (movedBecause, began, held)
        self.calledOffBecause = calledOffBecause
    }

    package func state(on today: Day) -> MeetingState {
        if !calledOffBecause.isEmpty { return .calledOff }
        if held != nil { return .held }
        if began != nil { return .running }
        if day < today { return .missed }
        return wasMoved ? .moved : .planned
    }

    package var wasMoved: Bool { !movedBecause.isEmpty }
}

/// How a meeting stands. It follows from what happened and the day, and is stored nowhere.
package enum MeetingState: String, Sendable, CaseIterable {
    case planned, moved, running, held, missed
    case calledOff = "called-off"

    package var name: String {
        switch self {
        case .planned: "Planned"
        case .moved: "Moved"
        case .running: "Under way"
        case .held: "Held"
        case .missed: "Missed"
        case .calledOff: "Called off"
        }
    }

    /// Whether it has yet to take place and still may.
    package var isOpen: Bool { self == .planned || self == .moved || self == .missed }
}

/// How the meetings of a line went in some time.
package struct MeetingCounts: Hashable, Sendable {
    package var held = 0
    package var missed = 0
    package var calledOff = 0
    /// Of all of them, however they went.
    package var moved = 0

    package init() {}

    package init(_ meetings: some Sequence<LineMeeting>, on today: Day) {
        for meeting in meetings {
            if meeting.wasMoved { moved += 1 }
            switch meeting.state(on: today) {
            case .held: held += 1
            case .missed: missed += 1
            case .calledOff: calledOff += 1
            case .planned, .moved, .running: break
            }
        }
    }
}
