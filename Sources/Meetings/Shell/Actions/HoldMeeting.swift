package import Database
package import Kernel
package import MeetingRules
import Plans
import Trail

/// Begins a meeting. On another day than planned, it was moved to that day.
///
/// - Throws: `notFound`, `forbidden`; `conflict` once it was begun, held or called off.
package func beginMeeting(_ id: ID<LineMeeting>, by actor: Actor, in database: any Database) async throws {
    try await database.write { tx in
        let found = try tx.meetingAtHand(id)
        let permit = try MayHoldLine(actor, found.line.line)
        let change = try found.meeting.beginning(on: tx.today, by: permit)
        try tx.save(change, by: actor.person)
        let line = found.line.line
        try tx.keepWaiting(
            try tx.checksDue(at: line.place, line: line.seats, on: tx.today).map(\.id), in: id)
        try tx.record("meeting-begun", "meeting", id, by: actor, after: change.day.long)
    }
}

/// Keeps the notes of a meeting: the verb behind every save of them.
///
/// - Throws: `notFound`, `forbidden`; `conflict` unless it is under way; `invalid` with `notes`; `stale` when the other
///   one saved since the page was read.
package func keepNotes(
    _ words: String, version: Int, of id: ID<LineMeeting>, by actor: Actor, in database: any Database
) async throws -> MeetingNotes {
    try await database.write { tx in
        let found = try tx.meetingAtHand(id)
        let permit = try MayHoldLine(actor, found.line.line)
        let old = try tx.notes(of: id)
        if old.words == words { return old }
        let change = try found.meeting.noting(words, version: version, today: tx.today, by: permit)
        return try tx.save(change, by: actor.person)
    }
}

/// Ends a meeting: writes the summary that both see, and sends on what was not reached.
///
/// - Throws: `notFound`, `forbidden`; `conflict` unless it is under way, and while a promise must be decided.
package func finishMeeting(_ id: ID<LineMeeting>, by actor: Actor, in database: any Database) async throws {
    try await database.write { tx in
        let found = try tx.meetingAtHand(id)
        let permit = try MayHoldLine(actor, found.line.line)
        let next = try tx.meeting(after: found.meeting)
        let facts = MeetingFacts(
            items: try tx.items(of: id), said: try tx.said(in: id), looks: try tx.looksRecorded(in: found.meeting),
            promises: try tx.promises(askedIn: found.meeting))
        let change = try found.meeting.finishing(facts, next: next, today: tx.today, by: permit)
        try tx.save(change, next: next, by: actor.person)
        try tx.record(
            "meeting-held", "meeting", id, by: actor,
            after: change.summary.map { "\($0.section.name): \($0.words)" }.joined(separator: " · "))
    }
}
