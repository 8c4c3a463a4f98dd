package import Kernel

/// A plan as it is read on paper: everything in words, as it stood on one day. Spreadsheet, Word file and printed pages
/// are made from this and nothing else.
package struct PlanDocument: Hashable, Sendable {
    package let title: String
    /// `English, Willowbrook Academy`
    package let place: String
    package let trust: String
    package let proForma: ProForma
    /// `Live since 4 November 2026, approved by James Oyelaran`
    package let state: String
    package let starts: Day
    package let ends: Day
    /// The day on which this was read.
    package let day: Day
    package let priorities: [PriorityPart]
    package let blockages: [BlockagePart]

    package init(
        title: String, place: String, trust: String, proForma: ProForma, state: String, starts: Day, ends: Day,
        day: Day, priorities: [PriorityPart], blockages: [BlockagePart]
    ) {
        (self.title, self.place, self.trust, self.proForma) = (title, place, trust, proForma)
        (self.state, self.starts, self.ends, self.day) = (state, starts, ends, day)
        (self.priorities, self.blockages) = (priorities, blockages)
    }

    /// Of all actions that have not ended.
    package var cost: Cost {
        priorities.flatMap(\.actions).filter { $0.ended == nil }.map(\.cost).reduce(.none, +)
    }
}

extension PlanDocument {
    package struct PriorityPart: Hashable, Sendable {
        /// From 1.
        package let number: Int
        package let title: String
        package let why: String
        package let stops: String
        /// The judgements it was drawn from, each in a line.
        package let sources: [String]
        /// The priority above that it answers, in words; empty for none.
        package let answers: String
        package let outcomes: [OutcomePart]
        package let actions: [ActionPart]
        package let ended: Ending?

        package init(
            number: Int, title: String, why: String, stops: String, sources: [String], answers: String,
            outcomes: [OutcomePart], actions: [ActionPart], ended: Ending?
        ) {
            (self.number, self.title, self.why, self.stops) = (number, title, why, stops)
            (self.sources, self.answers, self.outcomes) = (sources, answers, outcomes)
            (self.actions, self.ended) = (actions, ended)
        }
    }

    package struct OutcomePart: Hashable, Sendable {
        package let horizon: Horizon
        package let words: String
        package let by: Day?
        package let criteria: [Criterion]
        package let checks: [CheckPart]

        package init(horizon: Horizon, words: String, by: Day?, criteria: [Criterion], checks: [CheckPart]) {
            (self.horizon, self.words, self.by, self.criteria, self.checks) = (horizon, words, by, criteria, checks)
        }
    }

    package struct ActionPart: Hashable, Sendable {
        /// `1.2`
        package let number: String
        package let what: String
        package let aspects: String
        package let seen: String
        package let how: String
        package let support: String
        /// `Head of English: Amir Hussain`
        package let owner: String
        /// Empty for none.
        package let supporter: String
        package let starts: Day
        package let ends: Day
        package let cost: Cost
        package let ended: Ending?
        package let checks: [CheckPart]

        package init(
            number: String, what: String, aspects: String, seen: String, how: String, support: String, owner: String,
            supporter: String, starts: Day, ends: Day, cost: Cost, ended: Ending?, checks: [CheckPart]
        ) {
            (self.number, self.what, self.aspects, self.seen) = (number, what, aspects, seen)
            (self.how, self.support, self.owner, self.supporter) = (how, support, owner, supporter)
            (self.starts, self.ends, self.cost, self.ended, self.checks) = (starts, ends, cost, ended, checks)
        }
    }

    /// One dated look, done or to come.
    package struct CheckPart: Hashable, Sendable {
        package let looked: String
        package let how: String
        /// Who looks: `Deputy headteacher: Kate Brennan`.
        package let by: String
        package let due: Day
        package let standing: CheckStanding
        package let result: CheckResult?

        package init(
            looked: String, how: String, by: String, due: Day, standing: CheckStanding, result: CheckResult?
        ) {
            (self.looked, self.how, self.by) = (looked, how, by)
            (self.due, self.standing, self.result) = (due, standing, result)
        }
    }

    package struct BlockagePart: Hashable, Sendable {
        package let words: String
        package let remover: String
        package let by: Day
        package let removed: Ending?

        package init(words: String, remover: String, by: Day, removed: Ending?) {
            (self.words, self.remover, self.by, self.removed) = (words, remover, by, removed)
        }
    }
}
