import EvaluationRules
import Kernel
import Markup
import Site

extension Movement {
    /// With an arrow, so that the way is seen before it is read.
    var words: String {
        switch self {
        case .up(let levels): "↑\u{A0}Up\u{A0}\(levels)"
        case .down(let levels): "↓\u{A0}Down\u{A0}\(levels)"
        case .same: "Same"
        case .notJudged: "Not judged"
        case .new: "New"
        case .retired: "No longer asked"
        case .incomparable(.scale): "Cannot be compared: the scale changed"
        case .incomparable(.statement): "Cannot be compared: the statement was split or merged"
        }
    }
}

extension Movement.Kind {
    /// As a filter that is in force.
    var chip: String {
        switch self {
        case .up: "Up"
        case .down: "Down"
        case .same: "Same"
        case .notJudged: "Not judged"
        case .new: "New"
        case .retired: "No longer asked"
        case .incomparable: "Cannot be compared"
        }
    }

    /// As it follows a number.
    fileprivate var phrase: String {
        switch self {
        case .up: "went up"
        case .down: "went down"
        case .same: "stayed the same"
        case .notJudged: "not judged in one of them"
        case .new: "new"
        case .retired: "no longer asked"
        case .incomparable: "cannot be compared"
        }
    }
}

/// What moved, counted in a sentence; each count leads to its statements.
struct MovementSentence: Sendable {
    let table: MovementTable
    let evaluation: ID<Evaluation>

    var html: HTML {
        let (then, now) = (table.rounds[table.rounds.count - 2], table.rounds[table.rounds.count - 1])
        let parts = Movement.Kind.allCases.filter { isSaid($0) }.map(part)
        return """
            <p class="lede">From \(then.window.name) to \(now.window.name): \
            \(parts.enumerated().html { index, part in "\(.when(index > 0, ", "))\(part)" }).</p>
            """
    }

    /// The first three always, because none is an answer too.
    private func isSaid(_ kind: Movement.Kind) -> Bool {
        [.up, .down, .same].contains(kind) || table.count(kind) > 0
    }

    private func part(_ kind: Movement.Kind) -> HTML {
        let count = table.count(kind)
        if count == 0 { return "none \(kind.phrase)" }
        return "<a href=\"\(EvaluationLinks.movement(evaluation, only: kind))\">\(count) \(kind.phrase)</a>"
    }
}
