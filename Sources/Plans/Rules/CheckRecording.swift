package import Kernel

package enum ResponseKind: String, Sendable, CaseIterable {
    case keep, adapt, stop
    case tooEarly = "too-early"

    package var name: String {
        switch self {
        case .keep: "Keep going"
        case .adapt: "Adapt"
        case .stop: "Stop"
        case .tooEarly: "Too early to say"
        }
    }

    package var meaning: String {
        switch self {
        case .keep: "It goes on as it is"
        case .adapt: "Say what will be done differently"
        case .stop: "Say why; it ends what was checked"
        case .tooEarly: "Name the day of the next look"
        }
    }
}

extension Response {
    package var kind: ResponseKind {
        switch self {
        case .keep: .keep
        case .adapt: .adapt
        case .stop: .stop
        case .tooEarly: .tooEarly
        }
    }

    package var words: String {
        switch self {
        case .keep(let words), .adapt(let words), .stop(let words), .tooEarly(_, let words): words
        }
    }

    package var nextLook: Day? { if case .tooEarly(let day, _) = self { day } else { nil } }
}

/// What was typed about a look: the finding first, then its rating, then what follows.
package struct CheckInput: Hashable, Sendable {
    package let finding: String
    package let rating: Rating?
    package let response: ResponseKind?
    package let words: String
    package let nextLook: Day?
    package let evidence: EvidenceInput
    /// The version that the page showed: of the look when it is recorded, of the result when it is corrected.
    package let version: Int

    package init(
        finding: String, rating: Rating?, response: ResponseKind?, words: String = "", nextLook: Day? = nil,
        evidence: EvidenceInput = .none, version: Int
    ) {
        (self.finding, self.rating, self.response, self.words) = (finding, rating, response, words)
        (self.nextLook, self.evidence, self.version) = (nextLook, evidence, version)
    }

    package static let longestFinding = 4_000
    package static let longestWords = 2_000
}

/// A look with what the rules need to know of its plan.
package struct LookAtHand: Hashable, Sendable {
    package let check: ImpactCheck
    package let state: PlanState
    /// Set when the look is no longer wanted.
    package let calledOff: Day?
    /// Whether it still waits: it is neither done nor was its plan, action or series ended.
    package let isOpen: Bool
    package let version: Int
    /// The due days to come of the other looks of its series that wait, or that will again once what followed from this one
    /// is taken back. A look that this one asked for is not among them.
    package let waiting: [Day]
    /// The due days to come of those that were done before their time.
    package let done: [Day]

    package init(
        check: ImpactCheck, state: PlanState, calledOff: Day?, isOpen: Bool, version: Int, waiting: [Day],
        done: [Day] = []
    ) {
        (self.check, self.state, self.calledOff) = (check, state, calledOff)
        (self.isOpen, self.version, self.waiting, self.done) = (isOpen, version, waiting, done)
    }
}

extension LookAtHand {
    /// - Throws: `stale` when somebody recorded this look since the page was read; `conflict` when it no longer waits or
    ///   is not near yet; `invalid` at `finding`, `rating`, `response`, `words`, `next` and the fields of the evidence.
    package func recording(
        _ input: CheckInput, on today: Day, in calendar: SchoolCalendar, by permit: MayRecordCheck
    ) throws -> CheckRecorded {
        guard check.result == nil else { throw Refusal.stale }
        if calledOff != nil || !isOpen { throw Refusal.conflict("This look was called off, so nothing is recorded.") }
        guard input.version == version else { throw Refusal.stale }
        if let opens = opens(in: calendar), today < opens {
            throw Refusal.conflict(
                "This look is on \(check.due.long). What was found can be recorded from \(opens.long) on.")
        }
        let (result, evidence) = try input.decided(on: today, in: calendar, notOn: done + [check.due])
        return CheckRecorded(
            check: check.id, result: result, evidence: evidence, version: version,
            next: next(after: result, in: calendar))
    }

    /// - Parameter recorder: who recorded it.
    /// - Throws: `conflict` to anybody else and on any later day; `stale`; `invalid` as for a first recording.
    package func correcting(
        _ input: CheckInput, recorder: PersonID, version: Int, on today: Day, in calendar: SchoolCalendar,
        by permit: MayRecordCheck
    ) throws -> CheckCorrected {
        guard let before = check.result else { throw Refusal.notFound }
        guard recorder == permit.actor.person, before.day == today else {
            throw Refusal.conflict(
                "What was found stays as it was recorded. On the same day, the person who recorded it may correct it.")
        }
        guard input.version == version else { throw Refusal.stale }
        let (result, evidence) = try input.decided(on: today, in: calendar, notOn: done + [check.due])
        return CheckCorrected(
            check: check.id, before: before, result: result, evidence: evidence, version: version,
            next: next(after: result, in: calendar))
    }

    /// A week of school before it is due, because lessons are seen when they are taught.
    /// - Returns: nil when the calendar does not say.
    package func opens(in calendar: SchoolCalendar) -> Day? {
        calendar.adding(schoolDays: -CheckSchedule.daysInTime, to: check.due)
    }

    private func next(after result: CheckResult, in calendar: SchoolCalendar) -> Look? {
        guard let day = result.response?.nextLook, !waiting.contains(day) else { return nil }
        return Look(due: day, until: calendar.adding(schoolDays: CheckSchedule.daysInTime, to: day) ?? day)
    }
}

extension CheckInput {
    /// - Parameter done: the days whose looks are done, so that none can be asked for there.
    fileprivate func decided(
        on today: Day, in calendar: SchoolCalendar, notOn done: [Day]
    ) throws -> (CheckResult, EvidenceKept?) {
        var errors = FieldErrors()
        if finding.isEmpty { errors.add("finding", "Say what was found, before it is rated.") }
        errors.limit("finding", finding, to: Self.longestFinding)
        if rating == nil { errors.add("rating", "Say how well it works.") }
        let kept = evidence.decided(on: today, &errors)
        let answer = decidedResponse(on: today, in: calendar, notOn: done, &errors)
        try errors.check()
        guard let rating else { throw Refusal.invalid(errors) }
        return (CheckResult(day: today, finding: finding, rating: rating, response: answer), kept)
    }

    private func decidedResponse(
        on today: Day, in calendar: SchoolCalendar, notOn done: [Day], _ errors: inout FieldErrors
    ) -> Response? {
        errors.limit("words", words, to: Self.longestWords)
        switch response {
        case nil:
            if let rating, rating != .green {
                errors.add(
                    "response", "It does not work fully yet. Choose what follows: keep, adapt, stop or too early.")
            }
            return nil
        case .keep: return .keep(words)
        case .adapt:
            if words.isEmpty { errors.add("words", "Say what will be done differently.") }
            return .adapt(words)
        case .stop:
            if words.isEmpty { errors.add("words", "Say why it stops.") }
            return .stop(words)
        case .tooEarly:
            let next = decidedNextLook(on: today, in: calendar, notOn: done, &errors)
            return next.map { .tooEarly(nextLook: $0, words) }
        }
    }

    private func decidedNextLook(
        on today: Day, in calendar: SchoolCalendar, notOn done: [Day], _ errors: inout FieldErrors
    ) -> Day? {
        guard let day = nextLook else {
            errors.add("next", "Say when to look again.")
            return nil
        }
        if day <= today {
            errors.add("next", "The next look is in the future. Choose a day after \(today.long).")
        } else if let sentence = calendar.refusing(day) {
            errors.add("next", sentence)
        } else if done.contains(day) {
            errors.add("next", "The look of \(day.long) is done already. Choose another day.")
        }
        return day
    }
}

extension ImpactCheck {
    /// `done 3 days late`, counted in school days; nil while it is not done, and when it was done in time.
    package func lateness(in calendar: SchoolCalendar) -> String? {
        guard let result, result.day > until else { return nil }
        let count = calendar.schoolDays(from: until + 1, through: result.day)?.count ?? result.day - until
        return count <= 1 ? "done a day late" : "done \(count) days late"
    }
}
