package import Database
package import Kernel
package import MeetingRules

/// A line meeting that was held elsewhere and comes in at once.
package struct PastMeeting: Sendable {
    package let meeting: ID<LineMeeting>
    /// What was talked about.
    package let items: [String]
    package let notes: String
    /// Said of every promise that waited: all of them were kept.
    package let kept: String
    package let promises: [PromiseInput]
    /// One of the two.
    package let actor: Actor

    package init(
        _ meeting: ID<LineMeeting>, items: [String], notes: String, kept: String, promises: [PromiseInput],
        by actor: Actor
    ) {
        (self.meeting, self.items, self.notes) = (meeting, items, notes)
        (self.kept, self.promises, self.actor) = (kept, promises, actor)
    }
}

/// Holds meetings that were planned here, today, through the rules of every step, all of them or none.
///
/// - Throws: what beginning, noting, answering, promising and finishing throw.
package func bringInMeetings(_ past: [PastMeeting], in database: any Database) async throws {
    try await database.write { tx in
        for one in past { try tx.bringIn(one) }
    }
}

extension Transaction {
    fileprivate func bringIn(_ past: PastMeeting) throws {
        let (id, actor) = (past.meeting, past.actor)
        for words in past.items { _ = try addItem(words, to: id, by: actor) }
        try beginMeeting(id, by: actor)
        for item in try items(of: id) {
            try answerItem(item.id, of: id, .talked, note: "", version: item.version, by: actor)
        }
        for asked in try promises(askedIn: meeting(id)) {
            let promise = asked.promise
            try keepPromise(promise.id, words: past.kept, version: promise.version, in: id, by: actor)
        }
        _ = try keepNotes(past.notes, version: 0, of: id, by: actor)
        for promise in past.promises { _ = try recordPromise(promise, in: id, by: actor) }
        try finishMeeting(id, by: actor)
    }
}
