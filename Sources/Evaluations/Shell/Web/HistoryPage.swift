import EvaluationRules
import Kernel
import Markup
import Site
import Trail

/// Everything that happened to an evaluation, newest first.
struct HistoryPage: Sendable {
    let evaluation: ID<Evaluation>
    let head: EvaluationHead
    let entries: [TrailEntry]

    var page: Page {
        Page(
            "History", section: .evaluate,
            crumbs: [
                Page.Crumb(head.schoolName, EvaluationLinks.school(head.school)),
                Page.Crumb("Evaluation", EvaluationLinks.sheet(evaluation)),
            ], isWide: true,
            body: dataTable(
                "What happened", [Column("When"), Column("Who"), Column("What"), Column("Before"), Column("After")],
                entries.map(row), isCaptionHidden: true, layout: .stacking))
    }

    private func row(_ entry: TrailEntry) -> [HTML] {
        [
            HTML("\(entry.at.day.short), \(entry.at.clock)"), HTML(entry.who),
            HTML(Self.words[entry.verb] ?? entry.verb),
            HTML(entry.before), HTML(entry.after),
        ]
    }

    private static let words = [
        "evaluation-opened": "Opened", "judgement-recorded": "Judged", "side-ready": "Said ready",
        "side-not-ready": "Took ready back", "judgements-revealed": "Revealed",
        "statement-agreed": "Agreed a statement",
        "evaluation-signed": "Put a name to it", "evaluation-agreed": "Finished", "evaluation-reopened": "Opened again",
    ]
}
