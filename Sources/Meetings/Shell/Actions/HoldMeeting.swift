package import Database
package import Kernel
package import MeetingRules
import Plans
import Trail

/// Begins a meeting. On another day than planned, it was moved to that day. Where both press at once, it is begun.
///
/// - Throws: `notFound`, `forbidden`; `conflict` once it was held or called off.
package func beginMeeting(_ id: ID<LineMeeting>, by actor: Actor, in database: any Database) async throws {
    try await database.write { try $0.beginMeeting(id, by: actor) }
}

/// Keeps the notes of a meeting: the verb behind every save of them.
///
/// - Throws: `notFound`, `forbidden`; `conflict` unless it is under way; `invalid` with `notes`; `stale` when the other
///   one saved since the page was read.
package func keepNotes(
    _ words: String, version: Int, of id: ID<LineMeeting>, by actor: Actor, in database: any Database
) async throws -> MeetingNotes {
    try await database.write { try $0.keepNotes(words, version: version, of: id, by: actor) }
}

/// Ends a meeting: writes the summary that both see, and sends on what was not reached. Where both press at once, it is
/// held.
///
/// - Throws: `notFound`, `forbidden`; `conflict` unless it is under way, and while a promise must be decided.
package func finishMeeting(_ id: ID<LineMeeting>, by actor: Actor, in database: any Database) async throws {
    try await database.write { try $0.finishMeeting(id, by: actor) }
}

extension Transaction {
    func beginMeeting(_ id: ID<LineMeeting>, by actor: Actor) throws {
        let found = try meetingToChange(id)
        let permit = try MayHoldLine(actor, found.line.line)
        if found.meeting.state(on: today) == .running { return }
        let change = try found.meeting.beginning(on: today, by: permit)
        try save(change, by: actor.person)
        let line = found.line.line
        try keepWaiting(try checksDue(at: line.place, line: line.seats, on: today).map(\.id), in: id)
        try record("meeting-begun", "meeting", id, by: actor, after: change.day.long)
    }

    func keepNotes(_ words: String, version: Int, of id: ID<LineMeeting>, by actor: Actor) throws -> MeetingNotes {
        let found = try meetingToChange(id)
        let permit = try MayHoldLine(actor, found.line.line)
        let old = try notes(of: id)
        if old.words == words { return old }
        let change = try found.meeting.noting(words, version: version, today: today, by: permit)
        return try save(change, by: actor.person)
    }

    func finishMeeting(_ id: ID<LineMeeting>, by actor: Actor) throws {
        let found = try meetingToChange(id)
        let permit = try MayHoldLine(actor, found.line.line)
        if found.meeting.state(on: today) == .held { return }
        let next = try meeting(after: found.meeting)
        // What is carried there must not land on the agenda of a meeting that is being called off.
        if let next { try holdMeeting(next.id) }
        let facts = MeetingFacts(
            items: try items(of: id), said: try said(in: id), looks: try looksRecorded(in: found.meeting),
            waiting: try looksWaiting(in: id),
            promises: try promises(askedIn: found.meeting))
        let change = try found.meeting.finishing(facts, next: next, today: today, by: permit)
        try save(change, next: next, by: actor.person)
        try record(
            "meeting-held", "meeting", id, by: actor,
            after: change.summary.map { "\($0.section.name): \($0.words.replacing("\n", with: ": "))" }.joined(
                separator: " · "))
    }
}
