import EvaluationRules
import Kernel
import Markup
import Site
import ToolRules

/// The weakest statements of an agreed evaluation, to pick priorities from; shown to those who judged, weakest first and
/// none picked for them.
struct WeakStatements: Sendable {
    let seen: SeenEvaluation
    /// Where priorities are made.
    let address: String
    /// Whether the button was pressed with none picked.
    var isAskedAgain = false

    /// Points at the first list, where they stand.
    static let nonePicked = FieldErrors([("weak-0", "Pick at least one statement.")])

    /// What stands in sight before the rest is asked for.
    private static let mostShown = 6

    var html: HTML {
        let weak = seen.weakest
        guard seen.standpoint.side != nil, !weak.isEmpty else { return .nothing }
        let (first, rest) = (weak.prefix(Self.mostShown), weak.dropFirst(Self.mostShown))
        let more = disclosure("\(rest.count) more", choices(Array(rest), from: Self.mostShown))
        return """
            <section aria-labelledby="weakest"><h2 id="weakest">Weakest statements</h2>\
            <p class="soft">Pick the few that matter most now: three at most, as a rule.</p>\
            <form method="get" action="\(address)"><input type="hidden" name="evaluation" value="\(seen.id.text)">\
            \(choices(Array(first), from: 0))\(.when(!rest.isEmpty, more))\
            \(buttonRow(button("Make priorities of these", .primary)))</form></section>
            """
    }

    private func choices(_ items: [PublishedItem], from number: Int) -> HTML {
        let words = seen.tool.version.scale.levels.map(\.name)
        let sentence = isAskedAgain && number == 0 ? Self.nonePicked.all.first?.sentence : nil
        let errors = FieldErrors(sentence.map { [("item", $0)] } ?? [])
        return checkboxGroup(
            FormField(
                "item", "Statements to make priorities of", errors: errors, id: "weak-\(number)", isLabelHidden: true),
            choices: items.map { item in
                let level = seen.agreements[item.id]?.verdict.level ?? 0
                return Choice(
                    item.id.text, "\(item.item.number) \(item.item.text)",
                    hint: words.indices.contains(level - 1) ? "\(level) \(words[level - 1])" : nil)
            }, chosen: [])
    }
}

extension SeenEvaluation {
    /// Statements in the lower half of the scale, the lowest first; within a level in the tool's order.
    var weakest: [PublishedItem] {
        guard stage == .finished else { return [] }
        let half = tool.version.scale.count / 2
        let weak = items.compactMap { item -> (level: Int, item: PublishedItem)? in
            guard let level = agreements[item]?.verdict.level, level <= half else { return nil }
            return tool.item(item).map { (level, $0) }
        }
        return (1...max(half, 1)).flatMap { level in weak.filter { $0.level == level }.map(\.item) }
    }
}
