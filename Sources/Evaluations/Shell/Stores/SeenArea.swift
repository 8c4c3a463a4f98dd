package import EvaluationRules
package import Kernel
package import ToolRules

/// One area of a school, opened down to the statement.
package struct SeenArea: Sendable {
    package let school: SchoolID
    package let schoolName: String
    package let area: String
    /// Nil for those who see a department alone, and while nothing was opened.
    package let total: SchoolAreaTotal?
    package let words: AreaWords
    /// The newest finished evaluation of each tool and place; `open` are those opened since.
    package let agreed: [AgreedEvaluation]
    package let open: [OpenEvaluation]
    /// Where this person may open an evaluation: the school, or else a department of theirs.
    package let mayOpenAt: Place?
    package let today: Day

    /// Evaluations of a former window that nobody finished before the next was: the school's whole list has them.
    package var openFromBefore: Int { max(0, (total?.open ?? 0) - open.count) }
}

/// What was agreed in one evaluation, statement by statement.
package struct AgreedEvaluation: Hashable, Sendable {
    package let line: AreaLine
    package let agreedOn: Day
    /// The words of the scale, from the lowest level up.
    package let words: [String]
    package let aspects: [AgreedAspect]

    package var tally: Tally {
        Tally(aspects.flatMap(\.statements).map { $0.agreement?.verdict }, levels: words.count)
    }
}

package struct AgreedAspect: Hashable, Sendable {
    package let name: String
    package let statements: [AreaStatement]
}

/// A statement that applies there; without an agreement it was not judged.
package struct AreaStatement: Hashable, Sendable {
    package let item: ItemID
    package let number: String
    package let text: String
    package let agreement: Agreement?
}

/// An evaluation that is under way.
package struct OpenEvaluation: Hashable, Sendable {
    package let line: AreaLine
    package let stage: Stage
}

/// Which evaluation it is.
package struct AreaLine: Hashable, Sendable {
    package let id: ID<Evaluation>
    package let toolName: String
    /// Nil for the whole school.
    package let departmentName: String?
    package let window: Window
}
