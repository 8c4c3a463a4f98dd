import Database
import Kernel
import PlanRules
import ToolRules

extension CheckRhythm: Bindable, Readable {}
extension Rating: Bindable, Readable {}
extension ResponseKind: Bindable, Readable {}
extension EvidenceKind: Bindable, Readable {}

extension CheckPlan.Subject {
    /// From two columns, of which one is NULL.
    static func read(_ row: borrowing Row, action: Int, outcome: Int) throws -> CheckPlan.Subject {
        let action: ActionID? = try row[action]
        return try action.map { .action($0) } ?? .outcome(row[outcome])
    }

    var action: ActionID? { if case .action(let id) = self { id } else { nil } }
    var outcome: OutcomeID? { if case .outcome(let id) = self { id } else { nil } }
}

extension CheckResult {
    /// From six columns: day, finding, rating, response, its words, next look.
    /// - Returns: nil when the first is NULL: nobody recorded anything.
    static func read(_ row: borrowing Row, _ column: Int) throws -> CheckResult? {
        guard let day: Day = try row[column] else { return nil }
        let kind: ResponseKind? = try row[column + 3]
        let words: String = try row[column + 4]
        let next: Day? = try row[column + 5]
        return CheckResult(
            day: day, finding: try row[column + 1], rating: try row[column + 2],
            response: kind.map { Response($0, words, next ?? day) })
    }
}

extension Response {
    fileprivate init(_ kind: ResponseKind, _ words: String, _ next: Day) {
        switch kind {
        case .keep: self = .keep(words)
        case .adapt: self = .adapt(words)
        case .stop: self = .stop(words)
        case .tooEarly: self = .tooEarly(nextLook: next, words)
        }
    }
}
