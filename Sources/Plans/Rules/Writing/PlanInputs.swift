package import Kernel

/// What was typed about a priority. Of every input: `version` is the one that the page showed, 0 where there was none, and
/// `misread` says what could not be read, which is told together with everything else that is wrong.
package struct PriorityInput: Hashable, Sendable {
    package let title: String
    package let why: String
    package let stops: String
    package let answers: PriorityID?
    package let version: Int

    package init(title: String, why: String = "", stops: String = "", answers: PriorityID? = nil, version: Int = 0) {
        (self.title, self.why, self.stops) = (title, why, stops)
        (self.answers, self.version) = (answers, version)
    }
}

package struct OutcomeInput: Hashable, Sendable {
    package let horizon: Horizon
    package let words: String
    package let by: Day?
    package let version: Int
    package let misread: FieldErrors

    package init(
        horizon: Horizon, words: String, by: Day? = nil, version: Int = 0, misread: FieldErrors = FieldErrors()
    ) {
        (self.horizon, self.words, self.by, self.version) = (horizon, words, by, version)
        self.misread = misread
    }
}

package struct CriterionStatusInput: Hashable, Sendable {
    package let status: CriterionStatus?
    package let why: String
    package let version: Int

    package init(status: CriterionStatus?, why: String = "", version: Int) {
        (self.status, self.why, self.version) = (status, why, version)
    }
}

/// The words of an action.
package struct ActionText: Hashable, Sendable {
    package let what: String
    package let aspects: String
    package let seen: String
    package let how: String
    package let support: String

    package init(what: String, aspects: String = "", seen: String = "", how: String = "", support: String = "") {
        (self.what, self.aspects, self.seen, self.how, self.support) = (what, aspects, seen, how, support)
    }
}

package struct ActionInput: Hashable, Sendable {
    package let text: ActionText
    package let owner: SeatID?
    package let supporter: SeatID?
    package let starts: Day?
    package let ends: Day?
    package let cost: Cost
    /// Of days and money, those that were left empty; nought is an answer.
    package let unsaid: Set<ProFormaField>
    package let version: Int
    package let misread: FieldErrors

    package init(
        _ text: ActionText, owner: SeatID?, supporter: SeatID? = nil, from starts: Day?, to ends: Day?,
        cost: Cost = .none, unsaid: Set<ProFormaField> = [], version: Int = 0, misread: FieldErrors = FieldErrors()
    ) {
        (self.unsaid, self.misread) = (unsaid, misread)
        (self.text, self.owner, self.supporter) = (text, owner, supporter)
        (self.starts, self.ends, self.cost, self.version) = (starts, ends, cost, version)
    }
}

package struct BlockageInput: Hashable, Sendable {
    package let words: String
    package let remover: SeatID?
    package let by: Day?
    package let version: Int
    package let misread: FieldErrors

    package init(
        words: String, remover: SeatID?, by: Day?, version: Int = 0, misread: FieldErrors = FieldErrors()
    ) {
        (self.words, self.remover, self.by, self.version) = (words, remover, by, version)
        self.misread = misread
    }
}

package enum PlanLimits {
    package static let longestTitle = 200
    package static let longestName = 300
    package static let longestCriterion = 1_000
    package static let longestOutcome = 2_000
    package static let longestText = 10_000
}

extension FieldErrors {
    mutating func want(_ field: String, _ text: String, _ sentence: String) {
        if text.isEmpty { add(field, sentence) }
    }

    /// Without saying twice what is said already of a field.
    mutating func add(_ more: FieldErrors) {
        for one in more.all where sentence(for: one.field) == nil { add(one.field, one.sentence) }
    }

    /// In the order in which a page asks for them.
    func ordered(as fields: [ProFormaField]) -> FieldErrors {
        let asked = fields.flatMap { field in all.filter { $0.field == field.rawValue } }
        let others = all.filter { one in !fields.contains { $0.rawValue == one.field } }
        return FieldErrors((asked + others).map { ($0.field, $0.sentence) })
    }
}
