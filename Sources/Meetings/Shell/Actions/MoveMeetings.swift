package import Database
package import Kernel
package import MeetingRules
import Plans
import Trail

/// A meeting that somebody wants to do something to, with its line.
struct MeetingAtHand {
    let line: NamedLine
    let meeting: LineMeeting
}

extension Reading {
    /// - Throws: `notFound`.
    func meetingAtHand(_ id: ID<LineMeeting>) throws -> MeetingAtHand {
        let meeting = try meeting(id)
        return MeetingAtHand(line: try line(meeting.line), meeting: meeting)
    }
}

extension Transaction {
    /// Lets one change of a meeting follow the other: what is said in it and its end touch different rows, and nothing may
    /// be said that its summary misses.
    ///
    /// - Throws: `notFound`.
    func meetingToChange(_ id: ID<LineMeeting>) throws -> MeetingAtHand {
        try holdMeeting(id)
        return try meetingAtHand(id)
    }
}

/// Moves a meeting to another day. That it was moved, and why, stays to be seen.
///
/// - Throws: `notFound`, `forbidden`; `conflict` once it was begun, held or called off; `invalid` with `day` and `reason`;
///   `stale`.
package func moveMeeting(
    _ id: ID<LineMeeting>, to day: Day?, because reason: String, version: Int, by actor: Actor,
    in database: any Database
) async throws {
    try await database.write { tx in
        let found = try tx.meetingToChange(id)
        let permit = try MayHoldLine(actor, found.line.line)
        let change = try found.meeting.moving(
            to: day, because: reason, version: version, in: tx.calendar(at: found.line.line.place), today: tx.today,
            by: permit)
        try tx.save(change, by: actor.person)
        try tx.record(
            "meeting-moved", "meeting", id, by: actor, before: found.meeting.day.long,
            after: "\(change.day.long): \(change.reason)")
    }
}

/// Says that a meeting does not take place.
///
/// - Throws: `notFound`, `forbidden`; `conflict` once it was begun, held or called off; `invalid` with `reason`; `stale`.
package func callOffMeeting(
    _ id: ID<LineMeeting>, because reason: String, version: Int, by actor: Actor, in database: any Database
) async throws {
    try await database.write { tx in
        let found = try tx.meetingToChange(id)
        let permit = try MayHoldLine(actor, found.line.line)
        let change = try found.meeting.callingOff(because: reason, version: version, today: tx.today, by: permit)
        try tx.save(change, by: actor.person)
        try tx.record("meeting-called-off", "meeting", id, by: actor, after: change.reason)
    }
}
