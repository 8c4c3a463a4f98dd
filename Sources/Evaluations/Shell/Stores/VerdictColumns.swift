import Database
import EvaluationRules

extension Side: Bindable, Readable {}
extension Agreement.Basis: Bindable, Readable {}

extension Verdict {
    /// How the two columns `verdict` and `level` hold it.
    static func read(_ row: borrowing Row, _ column: Int) throws -> Verdict? {
        switch try row.text(column) {
        case "level": .level(try row[column + 1])
        case "left": .left
        default: nil
        }
    }
}

extension Verdict? {
    var word: String {
        switch self {
        case .level: "level"
        case .left: "left"
        case nil: "none"
        }
    }
}
