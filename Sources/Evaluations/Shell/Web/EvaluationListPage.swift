import EvaluationRules
import Kernel
import Markup
import Site

/// The evaluations that this person may see, those still open first.
struct EvaluationListPage: Sendable {
    let lines: [EvaluationLine]
    let today: Day
    let mayOpen: Bool

    var page: Page {
        Page(
            "Evaluate", section: .evaluate, isWide: true,
            body: """
                \(mayOpen ? buttonRow(linkButton("Open an evaluation", to: EvaluationLinks.opening, .primary)) : .nothing)\
                \(lines.isEmpty ? nothingYet : table("Open", lines.filter { $0.stage != .finished }, isOpen: true)
                    + table("Agreed", lines.filter { $0.stage == .finished }))
                """)
    }

    private var nothingYet: HTML {
        emptyState(
            "Evaluations stand here: one tool, one school or department, one window of the year.",
            firstStep: mayOpen ? "<a href=\"\(EvaluationLinks.opening)\">Open the first one</a>" : .nothing)
    }

    private func table(_ title: String, _ lines: [EvaluationLine], isOpen: Bool = false) -> HTML {
        guard !lines.isEmpty else { return .nothing }
        return dataTable(
            title,
            [Column("Tool"), Column("Place"), Column("Window"), Column("Stage")] + (isOpen ? [Column("Our side")] : []),
            lines.map { row($0) + (isOpen ? [own($0)] : []) }, layout: .stacking)
    }

    private func row(_ line: EvaluationLine) -> [HTML] {
        [
            "<a href=\"\(EvaluationLinks.sheet(line.id))\">\(line.toolName)</a>",
            HTML(line.departmentName.map { "\($0), \(line.schoolName)" } ?? line.schoolName),
            "\(HTML(line.window.name)) \(.when(line.window.last < today && line.stage != .finished, tag("Window over", .attention)))",
            tag(line.stage.name, line.stage == .finished ? .good : .plain),
        ]
    }

    private func own(_ line: EvaluationLine) -> HTML {
        line.progress.map { progressBar("Judged", done: $0.done, of: line.statements) } ?? .nothing
    }
}
