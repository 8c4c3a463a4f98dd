package import Kernel

/// On which weekday a person wants the weekly letter, and what it tells.
package struct NoticeChoice: Hashable, Sendable {
    package enum Scope: String, Hashable, Sendable, CaseIterable {
        /// Whatever waits for the person.
        case everything
        /// Nothing but the person's own impact checks, promises and blockages.
        case own
    }

    /// 1 to 5 for Monday to Friday; nil for no letter.
    package let weekday: Int?
    package let scope: Scope
    /// Counts the changes; 0 for who never chose.
    package let version: Int

    package init(weekday: Int?, scope: Scope = .everything, version: Int = 0) {
        (self.weekday, self.scope, self.version) = (weekday, scope, version)
    }

    package static let standard = NoticeChoice(weekday: 1)

    package func tells(_ kind: Waiting.Kind) -> Bool {
        switch kind {
        case .check, .promise, .blockage: true
        case .judgement, .approval, .meeting: scope == .everything
        }
    }

    /// Whether the letter of this week may go out on `day`: on the chosen weekday or, where staff stay at home then, on
    /// the next day of the week on which they come. Where the calendar knows nothing, they come from Monday to Friday.
    package func isFor(_ day: Day, in calendar: SchoolCalendar) -> Bool {
        guard let weekday, day.weekday.rawValue >= weekday else { return false }
        return calendar.isWorkingDay(day) ?? !day.weekday.isWeekend
    }
}

/// What a person typed on the page of letters.
package struct NoticeInput: Hashable, Sendable {
    /// `1` to `5`, or `0` for no letter.
    package let weekday: String
    package let scope: String
    package let version: Int

    package init(weekday: String, scope: String, version: Int) {
        (self.weekday, self.scope, self.version) = (weekday, scope, version)
    }
}

package struct NoticeChosen: Hashable, Sendable {
    package let person: PersonID
    package let before: NoticeChoice
    package let after: NoticeChoice

    fileprivate init(person: PersonID, before: NoticeChoice, after: NoticeChoice) {
        (self.person, self.before, self.after) = (person, before, after)
    }
}

extension NoticeChoice {
    /// Everybody chooses for themselves alone.
    ///
    /// - Throws: `Refusal.invalid` with the fields `weekday` and `scope`; `stale` when it was changed elsewhere.
    package func choosing(_ input: NoticeInput, by actor: Actor) throws -> NoticeChosen {
        var errors = FieldErrors()
        let number = Int(written: input.weekday, 0...5)
        if number == nil { errors.add("weekday", "Choose a day of the week, or no letter.") }
        let scope = Scope(rawValue: input.scope)
        if scope == nil { errors.add("scope", "Choose what the letter tells.") }
        try errors.check()
        guard input.version == version else { throw Refusal.stale }
        let after = NoticeChoice(
            weekday: number.flatMap { $0 == 0 ? nil : $0 }, scope: scope ?? .everything, version: version + 1)
        return NoticeChosen(person: actor.person, before: self, after: after)
    }
}
