package import Database
package import Kernel
package import MeetingRules
import People
import Plans
import Trail

/// Writes a promise down: who does what by when. The same one sent twice is written once.
///
/// - Throws: `notFound`, `forbidden`; `conflict` unless the meeting is under way; `invalid` with `words`, `seat` and `by`.
package func recordPromise(
    _ input: PromiseInput, in meeting: ID<LineMeeting>, by actor: Actor, in database: any Database
) async throws -> ID<Promise> {
    try await database.write { try $0.recordPromise(input, in: meeting, by: actor) }
}

/// Says that a promise was kept: in a meeting, or between two by whoever made it.
///
/// - Throws: `notFound`, `forbidden`; `conflict` when it has ended; `invalid` with `words`; `stale`.
package func keepPromise(
    _ id: ID<Promise>, words: String, version: Int, in meeting: ID<LineMeeting>?, by actor: Actor,
    in database: any Database
) async throws {
    try await database.write { try $0.keepPromise(id, words: words, version: version, in: meeting, by: actor) }
}

/// Gives a promise a new day, because it was not kept yet.
///
/// - Throws: `notFound`, `forbidden`; `conflict` unless the meeting is under way, when it has ended, and after three
///   carries; `invalid` with `by`; `stale`.
package func carryPromise(
    _ id: ID<Promise>, to day: Day?, version: Int, in meeting: ID<LineMeeting>, by actor: Actor,
    in database: any Database
) async throws {
    try await database.write { tx in
        let promise = try tx.promise(id)
        let found = try tx.meetingAsking(promise, meeting)
        let permit = try MayHoldLine(actor, found.line.line)
        let change = try found.meeting.carrying(
            promise, to: day, version: version, in: tx.calendar(at: found.line.line.place), today: tx.today, by: permit)
        try tx.save(change)
        try tx.record(
            "promise-carried", "promise", id, by: actor, before: change.from.long, after: change.to.long)
    }
}

/// Gives a promise up, with a reason.
///
/// - Throws: `notFound`, `forbidden`; `conflict` unless the meeting is under way and when it has ended; `invalid` with
///   `words`; `stale`.
package func dropPromise(
    _ id: ID<Promise>, because reason: String, version: Int, in meeting: ID<LineMeeting>, by actor: Actor,
    in database: any Database
) async throws {
    try await database.write { tx in
        let promise = try tx.promise(id)
        let found = try tx.meetingAsking(promise, meeting)
        let permit = try MayHoldLine(actor, found.line.line)
        let change = try found.meeting.dropping(
            promise, because: reason, version: version, today: tx.today, by: permit)
        try tx.save(change, by: actor.person)
        try tx.record("promise-dropped", "promise", id, by: actor, before: promise.words, after: change.words)
    }
}

/// Makes another promise of one that does not work as it stands. The new one begins without carries.
///
/// - Throws: what recording and dropping throw.
package func changePromise(
    _ id: ID<Promise>, to input: PromiseInput, version: Int, in meeting: ID<LineMeeting>, by actor: Actor,
    in database: any Database
) async throws -> ID<Promise> {
    try await database.write { tx in
        let promise = try tx.promise(id)
        let found = try tx.meetingAsking(promise, meeting)
        let permit = try MayHoldLine(actor, found.line.line)
        let change = try found.meeting.replacing(promise, version: version, today: tx.today, by: permit)
        let new = try tx.promise(input, in: found, from: promise.id, by: permit)
        try tx.save(change, by: actor.person)
        try tx.record("promise-changed", "promise", id, by: actor, before: promise.words, after: input.words)
        return new
    }
}

/// A promise for whoever may say that it was kept.
///
/// - Throws: `notFound`, `forbidden`.
package func readPromise(_ id: ID<Promise>, for actor: Actor, in database: any Database) async throws -> Promise {
    try await database.read { tx in
        let promise = try tx.promise(id)
        _ = try MayKeepPromise(actor, promise, of: tx.line(promise.line).line)
        return promise
    }
}

extension Reading {
    /// The seats that a promise of this line may be given to: its own two first, then others of the place.
    func promiseSeats(of line: MeetingLine) throws -> [Seat] {
        let own = try line.seats.compactMap { try seat($0, on: today) }.filter { $0.holder != nil }
        return own + (try seatsToChoose(at: line.place, on: today).filter { !line.seats.contains($0.id) })
    }
}

extension Transaction {
    /// - Throws: `notFound` when the promise is not this line's.
    fileprivate func meetingAsking(_ promise: Promise, _ meeting: ID<LineMeeting>) throws -> MeetingAtHand {
        let found = try meetingToChange(meeting)
        guard found.meeting.line == promise.line else { throw Refusal.notFound }
        return found
    }

    func recordPromise(
        _ input: PromiseInput, in meeting: ID<LineMeeting>, by actor: Actor
    ) throws -> ID<Promise> {
        let found = try meetingToChange(meeting)
        let permit = try MayHoldLine(actor, found.line.line)
        let same = try promises(askedIn: found.meeting).map(\.promise).first { made in
            made.meeting == meeting && made.ended == nil
                && PromiseInput(words: made.words, seat: made.seat, by: made.by) == input
        }
        if found.meeting.state(on: today) == .running, let same { return same.id }
        return try promise(input, in: found, by: permit)
    }

    func keepPromise(
        _ id: ID<Promise>, words: String, version: Int, in meeting: ID<LineMeeting>?, by actor: Actor
    ) throws {
        let promise = try promise(id)
        let permit = try MayKeepPromise(actor, promise, of: line(promise.line).line)
        if let meeting {
            let found = try meetingAsking(promise, meeting)
            _ = try MayHoldLine(actor, found.line.line)
            try found.meeting.checkRunning(today)
        }
        if promise.ended == .kept { return }
        let change = try promise.keeping(words, in: meeting, version: version, by: permit)
        try save(change, by: actor.person)
        try record("promise-kept", "promise", id, by: actor, before: promise.words, after: change.words)
    }

    fileprivate func promise(
        _ input: PromiseInput, in found: MeetingAtHand, from changed: ID<Promise>? = nil, by permit: MayHoldLine
    ) throws -> ID<Promise> {
        let seats = try promiseSeats(of: found.line.line)
        let change = try found.meeting.promising(
            newID(), input, for: seats.map(\.id), in: calendar(at: found.line.line.place), today: today, from: changed,
            by: permit)
        try save(change, by: permit.actor.person)
        let who = seats.first { $0.id == change.seat }?.holderName ?? ""
        try record(
            "promise-made", "promise", change.promise, by: permit.actor,
            after: "\(who): \(change.words), by \(change.by.long)")
        return change.promise
    }
}
