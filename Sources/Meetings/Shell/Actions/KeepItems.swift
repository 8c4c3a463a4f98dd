package import Database
package import Kernel
package import MeetingRules
import Trail

/// Puts something on the agenda.
///
/// - Throws: `notFound`, `forbidden`; `conflict` once the meeting is over; `invalid` with `words`.
package func addItem(
    _ words: String, to meeting: ID<LineMeeting>, by actor: Actor, in database: any Database
) async throws -> ID<AgendaItem> {
    try await database.write { try $0.addItem(words, to: meeting, by: actor) }
}

/// Takes something off the agenda, or puts it back.
///
/// - Throws: `notFound`, `forbidden`; `conflict` once the meeting is over or it was talked about.
package func removeItem(
    _ item: ID<AgendaItem>, of meeting: ID<LineMeeting>, isRemoved: Bool = true, by actor: Actor,
    in database: any Database
) async throws {
    try await database.write { tx in
        let found = try tx.meetingToChange(meeting)
        let permit = try MayHoldLine(actor, found.line.line)
        let old = try tx.item(item, of: meeting)
        guard old.isRemoved != isRemoved else { return }
        let change = try found.meeting.removing(old, isRemoved, today: tx.today, by: permit)
        try tx.save(change)
        try tx.record(isRemoved ? "item-removed" : "item-put-back", "meeting", meeting, by: actor, after: old.words)
    }
}

/// Says what became of something on the agenda: talked about, carried to the next meeting, or dropped.
///
/// - Throws: `notFound`, `forbidden`; `conflict` unless the meeting is under way; `invalid` with `note`; `stale`.
package func answerItem(
    _ item: ID<AgendaItem>, of meeting: ID<LineMeeting>, _ outcome: AgendaItem.Outcome, note: String, version: Int,
    by actor: Actor, in database: any Database
) async throws {
    try await database.write {
        try $0.answerItem(item, of: meeting, outcome, note: note, version: version, by: actor)
    }
}

extension Transaction {
    func addItem(_ words: String, to meeting: ID<LineMeeting>, by actor: Actor) throws -> ID<AgendaItem> {
        let found = try meetingToChange(meeting)
        let permit = try MayHoldLine(actor, found.line.line)
        let change = try found.meeting.adding(newID(), words, today: today, by: permit)
        try save(change, by: actor.person)
        try record("item-added", "meeting", meeting, by: actor, after: change.words)
        return change.item
    }

    func answerItem(
        _ item: ID<AgendaItem>, of meeting: ID<LineMeeting>, _ outcome: AgendaItem.Outcome, note: String,
        version: Int, by actor: Actor
    ) throws {
        let found = try meetingToChange(meeting)
        let permit = try MayHoldLine(actor, found.line.line)
        let old = try self.item(item, of: meeting)
        if old.outcome == outcome && old.note == note { return }
        let change = try found.meeting.answering(
            old, outcome, note: note, version: version, today: today, by: permit)
        try save(change)
        try record(
            "item-answered", "meeting", meeting, by: actor, before: old.words,
            after: [outcome.rawValue, note].filter { !$0.isEmpty }.joined(separator: ": "))
    }
}

/// Says something to an entry that belongs to another feature: a statement, or what there is to celebrate.
///
/// - Throws: `notFound`, `forbidden`; `conflict` unless the meeting is under way; `invalid` with `words`.
package func answerEntry(
    _ word: SaidWord, in meeting: ID<LineMeeting>, by actor: Actor, in database: any Database
) async throws {
    try await database.write { tx in
        let found = try tx.meetingToChange(meeting)
        let permit = try MayHoldLine(actor, found.line.line)
        let change = try found.meeting.saying(word, today: tx.today, by: permit)
        try tx.save(change, by: actor.person)
        try tx.record(
            "entry-answered", "meeting", meeting, by: actor, before: change.subject,
            after: [change.outcome.rawValue, change.words].filter { !$0.isEmpty }.joined(separator: ": "))
    }
}
