package import Kernel

/// Something that one of the two put on the agenda.
package struct AgendaItem: Hashable, Sendable {
    package enum Outcome: String, Sendable, CaseIterable {
        case open, talked, carried, dropped
    }

    package let id: ID<AgendaItem>
    package let meeting: ID<LineMeeting>
    package let words: String
    package let addedBy: String
    package let outcome: Outcome
    package let note: String
    /// How often it was carried before it came here.
    package let carried: Int
    package let version: Int
    package let isRemoved: Bool

    package init(
        id: ID<AgendaItem>, meeting: ID<LineMeeting>, words: String, addedBy: String, outcome: Outcome, note: String,
        carried: Int, version: Int, isRemoved: Bool = false
    ) {
        (self.id, self.meeting, self.words, self.addedBy) = (id, meeting, words, addedBy)
        (self.outcome, self.note, self.carried) = (outcome, note, carried)
        (self.version, self.isRemoved) = (version, isRemoved)
    }

    /// Whether it has waited long enough to be talked about or given up.
    package var mustBeDecided: Bool { carried >= Promise.mostCarries }
}

extension LineMeeting {
    /// - Throws: `conflict` once it was held or called off; `invalid` without words.
    package func adding(
        _ id: ID<AgendaItem>, _ words: String, today: Day, by permit: MayHoldLine
    ) throws -> ItemAdded {
        try checkNotOver(today)
        return ItemAdded(
            item: id, meeting: self.id, words: try checked(words, "words", wanting: "Say what is to be talked about."))
    }

    /// Takes an item off the agenda, or puts it back.
    ///
    /// - Throws: `conflict` once it was held or called off, and for an item that was answered.
    package func removing(
        _ item: AgendaItem, _ isRemoved: Bool, today: Day, by permit: MayHoldLine
    ) throws -> ItemRemoved {
        try checkNotOver(today)
        guard item.outcome == .open else { throw Refusal.conflict("This was talked about already.") }
        return ItemRemoved(item: item.id, isRemoved: isRemoved)
    }

    /// Says what became of an item. Asked for again, it changes; the last word counts.
    ///
    /// - Throws: `conflict` unless the meeting is under way, and for carrying what was carried three times.
    package func answering(
        _ item: AgendaItem, _ outcome: AgendaItem.Outcome, note: String, version: Int, today: Day,
        by permit: MayHoldLine
    ) throws -> ItemAnswered {
        try checkRunning(today)
        guard !item.isRemoved else { throw Refusal.conflict("This was taken off the agenda.") }
        if outcome == .carried && item.mustBeDecided {
            throw Refusal.conflict("This was carried \(item.carried) times. Talk about it, or drop it.")
        }
        return ItemAnswered(
            item: item.id, outcome: outcome, note: try note.within(longestWords, at: "note"), version: version)
    }
}

/// What was said to an entry of the agenda that belongs to another feature.
package struct SaidWord: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable { case statement, celebration }

    package enum Outcome: String, Sendable, CaseIterable {
        case nextJudgement = "next-judgement"
        case left, celebrated
    }

    package let kind: Kind
    package let subjectID: String
    /// As it was called then.
    package let subject: String
    package let outcome: Outcome
    package let words: String

    package init(kind: Kind, subjectID: String, subject: String, outcome: Outcome, words: String) {
        (self.kind, self.subjectID, self.subject) = (kind, subjectID, subject)
        (self.outcome, self.words) = (outcome, words)
    }
}

extension LineMeeting {
    /// - Throws: `conflict` unless the meeting is under way; `invalid` when the words are too long.
    package func saying(_ word: SaidWord, today: Day, by permit: MayHoldLine) throws -> EntryAnswered {
        try checkRunning(today)
        return EntryAnswered(
            meeting: id, kind: word.kind, subjectID: word.subjectID, subject: word.subject, outcome: word.outcome,
            words: try word.words.within(longestWords, at: "words"))
    }
}
