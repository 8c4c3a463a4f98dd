package import Kernel

// What the rules decide comes back as one of these values; only a rule can make one, and a store saves nothing else.

package struct LineSetUp: Sendable {
    package let line: MeetingLine
}

package struct LineChanged: Sendable {
    package let line: MeetingLine
    package let times: LineTimes
    package let version: Int
}

package struct LineEnded: Sendable {
    package let line: ID<MeetingLine>
    package let day: Day
    package let reason: String
    package let version: Int
}

package struct MeetingMoved: Sendable {
    package let meeting: ID<LineMeeting>
    package let day: Day
    package let reason: String
    package let version: Int
}

package struct MeetingCalledOff: Sendable {
    package let meeting: ID<LineMeeting>
    package let reason: String
    package let version: Int
}

package struct MeetingBegun: Sendable {
    package let meeting: ID<LineMeeting>
    /// Today, when it is not the day it was planned for.
    package let day: Day
    package let movedBecause: String?
}

package struct NotesKept: Sendable {
    package let meeting: ID<LineMeeting>
    package let words: String
    package let version: Int
}

package struct UnsaidKept: Sendable {
    package let meeting: ID<LineMeeting>
    package let person: PersonID
    /// By the names of the fields.
    package let words: [String: String]
}

package struct MeetingFinished: Sendable {
    package let meeting: ID<LineMeeting>
    package let summary: [SummaryLine]
    /// Items that nobody talked about, which go to the next meeting.
    package let carried: [AgendaItem]
    /// Promises that were due and that nobody spoke of: asked for once more, at the next meeting.
    package let asked: [PromiseCarried]
}

package struct ItemAdded: Sendable {
    package let item: ID<AgendaItem>
    package let meeting: ID<LineMeeting>
    package let words: String
}

package struct ItemRemoved: Sendable {
    package let item: ID<AgendaItem>
    /// False when it is put back.
    package let isRemoved: Bool
}

package struct ItemAnswered: Sendable {
    package let item: ID<AgendaItem>
    package let outcome: AgendaItem.Outcome
    package let note: String
    package let version: Int
}

package struct EntryAnswered: Sendable {
    package let meeting: ID<LineMeeting>
    package let kind: SaidWord.Kind
    package let subjectID: String
    package let subject: String
    package let outcome: SaidWord.Outcome
    package let words: String
}

package struct PromiseMade: Sendable {
    package let promise: ID<Promise>
    package let line: ID<MeetingLine>
    package let meeting: ID<LineMeeting>
    package let seat: SeatID
    package let words: String
    package let by: Day
    /// The promise that was changed into this one.
    package let from: ID<Promise>?
}

package struct PromiseCarried: Hashable, Sendable {
    package let promise: ID<Promise>
    package let meeting: ID<LineMeeting>
    package let from: Day
    package let to: Day
    package let version: Int
}

package struct PromiseEnded: Sendable {
    package let promise: ID<Promise>
    package let how: Promise.Ending
    package let words: String
    /// nil when it was kept between two meetings.
    package let meeting: ID<LineMeeting>?
    package let version: Int
}
