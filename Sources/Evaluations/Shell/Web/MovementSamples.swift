import EvaluationRules
import Kernel
import Markup
import Site
import ToolRules
import Tools

/// The movement page: every way in which a statement can move, narrowed, and with too few rounds; and the weakest
/// statements.
let movementSamples: [Sample] =
    SampleEvaluation().map { evaluation in
        let sample = SampleMovement(evaluation: evaluation)
        let moved = sample.seen([[1, 3], [2, 2]])
        let plan = PlanAlongside(
            title: "Thinking time \(SampleEvaluation.hostile)", address: "/plans/1", starts: Day(number: 20_741),
            health: "One check missed",
            tone: .attention)
        let pages: [(String, Page)] = [
            ("Two rounds with a plan", MovementPage(seen: moved, plans: [evaluation.tool.items[0].id: [plan]]).page),
            ("Six rounds", MovementPage(seen: sample.seen((1...6).map { [$0 % 4 + 1, $0 == 3 ? nil : 2] })).page),
            ("Only what went down", MovementPage(seen: moved, only: .down).page),
            ("The first round", MovementPage(seen: sample.seen([[1, 3]])).page),
            ("Nothing agreed yet", MovementPage(seen: sample.seen([], isFinished: false)).page),
            (
                "This round is not agreed yet",
                MovementPage(seen: sample.seen([[4, 3], [1, 3]], isFinished: false)).page
            ),
            (
                "Weakest statements of an agreed sheet",
                SheetPage(seen: evaluation.seen(.finished), token: "token", newPlan: "/plans/new").page
            ),
        ]
        return pages.map { name, page in Sample("Movement", name) { "<h2>\(page.title)</h2>\(page.body)" } }
    } ?? []

private struct SampleMovement: Sendable {
    let evaluation: SampleEvaluation

    /// - Parameter levels: of each round, oldest first, the two statements'.
    func seen(_ levels: [[Int?]], isFinished: Bool = true) -> SeenMovement {
        let head = evaluation.seen(.finished).head
        return SeenMovement(
            id: evaluation.id, place: .school(evaluation.school), head: head,
            toolName: evaluation.tool.version.name, area: evaluation.tool.version.area, isFinished: isFinished,
            table: table(levels), today: evaluation.day)
    }

    private func table(_ levels: [[Int?]]) -> MovementTable? {
        let (tool, last) = (evaluation.tool, levels.count - 1)
        let rounds = levels.enumerated().map { index, levels in
            let first = evaluation.window.first - 120 * (last - index)
            let verdicts = zip(tool.items, levels).compactMap { item, level in
                level.map { (item.id, Verdict.level($0)) }
            }
            return PlayedRound(
                round: Round(
                    evaluation: evaluation.id, window: Window("Term \(index + 1)", first, first + 80),
                    agreedOn: first + 40, words: tool.version.scale.levels.map(\.name)),
                tool: tool, items: Set(tool.itemIDs), verdicts: Dictionary(uniqueKeysWithValues: verdicts))
        }
        return MovementTable(of: rounds) { _ in Lineage(newestFirst: []) }
    }
}
