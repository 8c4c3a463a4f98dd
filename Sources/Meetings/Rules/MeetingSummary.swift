package import Kernel
package import PlanRules

/// One line of what both see when a meeting is over.
package struct SummaryLine: Hashable, Sendable {
    package enum Section: String, Sendable, CaseIterable {
        case celebrated, talked, carried, checked
        case notReached = "not-reached"
        case kept, promised
        case stillPromised = "still-promised"
        case givenUp = "given-up"
        case nextJudgement = "next-judgement"

        package var name: String {
            switch self {
            case .celebrated: "To celebrate"
            case .talked: "Talked about"
            case .carried: "For next time"
            case .checked: "Checks"
            case .notReached: "Checks not reached"
            case .kept: "Promises kept"
            case .promised: "New promises"
            case .stillPromised: "Still promised"
            case .givenUp: "Given up"
            case .nextJudgement: "For the next judgement"
            }
        }
    }

    package let section: Section
    package let words: String

    package init(_ section: Section, _ words: String) { (self.section, self.words) = (section, words) }
}

/// What happened in a meeting, from its rows.
package struct MeetingFacts: Hashable, Sendable {
    package let items: [AgendaItem]
    package let said: [SaidWord]
    package let looks: [LookRecorded]
    /// What was to be looked at and has waited since the meeting began.
    package let waiting: [LookWaiting]
    /// Open ones of the line, those answered in this meeting, and those made in it.
    package let promises: [AskedPromise]

    package init(
        items: [AgendaItem], said: [SaidWord], looks: [LookRecorded] = [], waiting: [LookWaiting] = [],
        promises: [AskedPromise]
    ) {
        (self.items, self.said, self.looks, self.waiting, self.promises) = (items, said, looks, waiting, promises)
    }
}

/// An impact check that waited when the meeting began and waits still.
package struct LookWaiting: Hashable, Sendable {
    package let looked: String
    package let until: Day

    package init(looked: String, until: Day) { (self.looked, self.until) = (looked, until) }
}

/// An impact check that waited when the meeting began and was recorded while it went on.
package struct LookRecorded: Hashable, Sendable {
    package let looked: String
    package let rating: Rating
    package let finding: String

    package init(looked: String, rating: Rating, finding: String) {
        (self.looked, self.rating, self.finding) = (looked, rating, finding)
    }
}

extension LineMeeting {
    /// Ends the meeting: writes its summary and sends on what was not reached.
    ///
    /// - Parameter next: the line's next meeting; without one, what was not reached stays here.
    /// - Throws: `conflict` unless it is under way, and while a promise carried three times is undecided.
    package func finishing(
        _ facts: MeetingFacts, next: LineMeeting?, today: Day, by permit: MayHoldLine
    ) throws -> MeetingFinished {
        try checkRunning(today)
        let waiting = facts.promises.filter { !$0.isAnswered && $0.promise.meeting != id && $0.promise.by <= today }
        if let stuck = waiting.first(where: \.promise.mustBeDecided) {
            throw Refusal.conflict(
                "\u{201C}\(stuck.promise.words)\u{201D} was \(stuck.promise.carriedWords). Keep it, change it or drop it before you finish."
            )
        }
        let open = facts.items.filter { $0.outcome == .open && !$0.isRemoved }
        let sent = facts.items.filter { $0.outcome == .carried && !$0.isRemoved }
        let asked = next.map { next in
            waiting.map {
                PromiseCarried(
                    promise: $0.promise.id, meeting: id, from: $0.promise.by, to: next.day, version: $0.promise.version)
            }
        }
        let days = Dictionary(uniqueKeysWithValues: (asked ?? []).map { ($0.promise, $0.to) })
        return MeetingFinished(
            meeting: id, summary: facts.summary(of: id, asked: days), carried: next == nil ? [] : sent + open,
            asked: asked ?? [])
    }
}

extension MeetingFacts {
    /// - Parameter asked: the new days of promises that nobody spoke of.
    fileprivate func summary(of meeting: ID<LineMeeting>, asked: [ID<Promise>: Day]) -> [SummaryLine] {
        let lines =
            items.filter { !$0.isRemoved }.map(\.line) + said.compactMap(\.line) + looks.map(\.line)
            + waiting.map(\.line) + promises.compactMap { $0.line(in: meeting, asked: asked[$0.promise.id]) }
        return SummaryLine.Section.allCases.flatMap { section in lines.filter { $0.section == section } }
    }
}

extension AgendaItem {
    fileprivate var line: SummaryLine {
        switch outcome {
        case .talked: SummaryLine(.talked, words.with(note))
        case .carried, .open: SummaryLine(.carried, words.with(note))
        case .dropped: SummaryLine(.givenUp, words.with(note))
        }
    }
}

extension SaidWord {
    fileprivate var line: SummaryLine? {
        switch outcome {
        case .celebrated: SummaryLine(.celebrated, subject.with(words))
        case .nextJudgement: SummaryLine(.nextJudgement, subject.with(words))
        case .left: nil
        }
    }
}

extension LookWaiting {
    fileprivate var line: SummaryLine { SummaryLine(.notReached, "\(looked), on time until \(until.long)") }
}

extension LookRecorded {
    fileprivate var line: SummaryLine { SummaryLine(.checked, "\(looked) (\(rating.name.lowercased())): \(finding)") }
}

extension AskedPromise {
    fileprivate func line(in meeting: ID<LineMeeting>, asked: Day?) -> SummaryLine? {
        let name = "\(who): \(promise.words)"
        switch promise.ended {
        case .kept: return SummaryLine(.kept, name.with(words))
        case .dropped: return SummaryLine(.givenUp, name.with(words))
        case .changed: return nil
        case nil: break
        }
        if promise.meeting == meeting { return SummaryLine(.promised, "\(name), by \(promise.by.long)") }
        guard let day = carriedTo ?? asked else { return nil }
        let count = promise.carried + (carriedTo == nil ? 1 : 0)
        return SummaryLine(.stillPromised, "\(name), by \(day.long) (\(timesCarried(count)))")
    }
}

extension String {
    /// The words, and on a line of its own what was said to them.
    fileprivate func with(_ note: String) -> String { note.isEmpty ? self : "\(self)\n\(note)" }
}
