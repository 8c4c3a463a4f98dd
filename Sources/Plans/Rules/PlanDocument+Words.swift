package import Kernel

extension PlanDocument {
    /// What the pro-forma calls a horizon.
    package func label(of horizon: Horizon) -> String {
        proForma.horizons.first { $0.horizon == horizon }?.label ?? horizon.name
    }

    /// What the pro-forma calls a field.
    package func label(of field: ProFormaField) -> String { proForma.field(field).label }

    /// Every look of the plan with what it looks at, in the order of days.
    package var looks: [Look] {
        let looks = priorities.flatMap { priority in
            priority.outcomes.flatMap { outcome in
                outcome.checks.map {
                    Look(of: "\(priority.number) \(label(of: outcome.horizon)): \(outcome.words)", $0)
                }
            }
                + priority.actions.flatMap { action in
                    action.checks.map { Look(of: "\(action.number) \(action.what)", $0) }
                }
        }
        return looks.enumerated().sorted { ($0.element.check.due, $0.offset) < ($1.element.check.due, $1.offset) }
            .map(\.element)
    }

    package struct Look: Hashable, Sendable {
        package let subject: String
        package let check: CheckPart

        init(of subject: String, _ check: CheckPart) { (self.subject, self.check) = (subject, check) }
    }
}

extension PlanDocument {
    /// The looks of one kind that are still to come; there is at least one.
    package struct ComingLooks: Hashable, Sendable {
        package let next: Look
        package let count: Int
        package let last: Day

        /// `19 November 2026, then 4 more until 5 July 2027`
        package var when: String {
            count == 1 ? next.check.due.long : "\(next.check.due.long), then \(count - 1) more until \(last.long)"
        }
    }

    /// What is still to come, each that is looked at again and again once, in the order of the next days.
    package var coming: [ComingLooks] {
        var found: [ComingLooks] = []
        for look in looks where look.check.standing == .coming {
            let same = found.firstIndex { $0.next.repeats(look) }
            guard let same else {
                found.append(ComingLooks(next: look, count: 1, last: look.check.due))
                continue
            }
            found[same] = ComingLooks(next: found[same].next, count: found[same].count + 1, last: look.check.due)
        }
        return found
    }
}

extension PlanDocument.Look {
    fileprivate func repeats(_ other: Self) -> Bool {
        subject == other.subject && check.looked == other.check.looked && check.how == other.check.how
            && check.by == other.check.by
    }
}

extension PlanDocument.CheckPart {
    /// `Missed`, `Working`, `Not working yet, done late`
    package var standingWords: String {
        guard let result else { return standing == .missed ? "Missed" : standing == .due ? "Due" : "To come" }
        return result.rating.name + (standing == .doneLate ? ", done late" : "")
    }
}

extension Response {
    /// `Adapt: two questions instead of five`
    package var sentence: String {
        switch self {
        case .keep(let words): words.isEmpty ? "Keep" : "Keep: \(words)"
        case .adapt(let words): "Adapt: \(words)"
        case .stop(let words): "Stop: \(words)"
        case .tooEarly(let day, let words): "Too early: look again on \(day.long)" + (words.isEmpty ? "" : ". \(words)")
        }
    }
}

extension Cost {
    package var days: Double { Double(halfDays) / 2 }
}
