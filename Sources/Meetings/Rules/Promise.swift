package import Kernel

/// Something that somebody said they would do by a day.
package struct Promise: Hashable, Sendable {
    package enum Ending: String, Sendable, CaseIterable { case kept, dropped, changed }

    package let id: ID<Promise>
    package let line: ID<MeetingLine>
    /// The meeting in which it was made.
    package let meeting: ID<LineMeeting>
    package let seat: SeatID
    package let words: String
    package let by: Day
    /// At how many meetings it was asked for and given a new day.
    package let carried: Int
    package let ended: Ending?
    package let version: Int

    package init(
        id: ID<Promise>, line: ID<MeetingLine>, meeting: ID<LineMeeting>, seat: SeatID, words: String, by: Day,
        carried: Int, ended: Ending?, version: Int
    ) {
        (self.id, self.line, self.meeting, self.seat) = (id, line, meeting, seat)
        (self.words, self.by, self.carried, self.ended, self.version) = (words, by, carried, ended, version)
    }

    /// After so many asks it is kept, changed or dropped; carrying it further would be a habit.
    package static let mostCarries = 3

    package var mustBeDecided: Bool { ended == nil && carried >= Self.mostCarries }

    /// `carried twice`; empty when it never was.
    package var carriedWords: String { timesCarried(carried) }
}

package func timesCarried(_ count: Int) -> String {
    switch count {
    case 0: ""
    case 1: "carried once"
    case 2: "carried twice"
    default: "carried \(count) times"
    }
}

/// A promise as it was typed.
package struct PromiseInput: Hashable, Sendable {
    package let words: String
    package let seat: SeatID?
    package let by: Day?

    package init(words: String, seat: SeatID?, by: Day?) { (self.words, self.seat, self.by) = (words, seat, by) }
}

/// Evidence that this person may say that a promise was kept.
package struct MayKeepPromise: Sendable {
    /// - Throws: `notFound` to everybody but whoever promised and the two people of the line, `forbidden` to the line's
    ///   readers.
    package init(_ actor: Actor, _ promise: Promise, of line: MeetingLine) throws {
        if actor.sits(in: promise.seat) { return }
        _ = try MayHoldLine(actor, line)
    }
}
