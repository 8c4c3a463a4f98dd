package import Kernel

/// A look at whether something works, decided when planning: what, how, by whom, how often. Its words are sealed when
/// the plan goes live.
package struct CheckPlan: Hashable, Sendable {
    package enum Subject: Hashable, Sendable { case action(ActionID), outcome(OutcomeID) }

    package let id: CheckPlanID
    package let subject: Subject
    /// What will be looked at.
    package let looked: String
    package let how: String
    package let seat: SeatID
    package let rhythm: CheckRhythm
    package let first: Day
    package let last: Day
    /// The days that were named, for `.dates`; otherwise empty.
    package let days: [Day]
    package let ended: Ending?
    package let version: Int

    package init(
        id: CheckPlanID, subject: Subject, looked: String, how: String, seat: SeatID, rhythm: CheckRhythm, first: Day,
        last: Day, days: [Day], ended: Ending?, version: Int
    ) {
        (self.id, self.subject, self.looked, self.how, self.seat) = (id, subject, looked, how, seat)
        (self.rhythm, self.first, self.last, self.days) = (rhythm, first, last, days)
        (self.ended, self.version) = (ended, version)
    }
}

/// One dated look of a `CheckPlan`.
package struct ImpactCheck: Hashable, Sendable {
    package let id: CheckID
    package let plan: CheckPlanID
    package let due: Day
    /// The last day on which it counts as done on time; the day after, it is missed.
    package let until: Day
    package let result: CheckResult?

    package init(id: CheckID, plan: CheckPlanID, due: Day, until: Day, result: CheckResult?) {
        (self.id, self.plan, self.due, self.until, self.result) = (id, plan, due, until, result)
    }

    /// How it came out, without what was found: for those who may not see the look itself.
    package var withoutWords: ImpactCheck {
        ImpactCheck(id: id, plan: plan, due: due, until: until, result: result?.withoutWords)
    }

    package func standing(on today: Day) -> CheckStanding {
        if let result { return result.day <= until ? .done : .doneLate }
        if today > until { return .missed }
        return today >= due ? .due : .coming
    }
}

package enum CheckStanding: String, Sendable, CaseIterable {
    case coming, due, missed, done
    case doneLate = "done-late"
}

/// What was found on a look, and what follows from it.
package struct CheckResult: Hashable, Sendable {
    package let day: Day
    package let finding: String
    package let rating: Rating
    /// nil only where the rating is green.
    package let response: Response?

    package init(day: Day, finding: String, rating: Rating, response: Response?) {
        (self.day, self.finding, self.rating, self.response) = (day, finding, rating, response)
    }

    package var withoutWords: CheckResult { CheckResult(day: day, finding: "", rating: rating, response: nil) }
}

package enum Rating: String, Sendable, CaseIterable {
    case red, amber, green

    package var name: String {
        switch self {
        case .red: "Not working yet"
        case .amber: "Working in parts"
        case .green: "Working"
        }
    }
}

/// What is done about a finding.
package enum Response: Hashable, Sendable {
    case keep(String)
    /// With what is done differently.
    case adapt(String)
    /// With the reason; it ends what was checked.
    case stop(String)
    /// With the day of the next look.
    case tooEarly(nextLook: Day, String)
}
