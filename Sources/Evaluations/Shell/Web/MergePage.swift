import EvaluationRules
import Kernel
import Markup
import Site
import ToolRules

/// Two people of one side changed the same statement. Both texts stand side by side; nothing is lost and nothing is
/// chosen for them.
struct MergePage: Sendable {
    let seen: SeenEvaluation
    let kept: JudgementCard
    let typed: JudgementCard
    let token: String

    var page: Page {
        Page(
            "Two people changed this", section: .evaluate,
            crumbs: seen.crumbs + [Page.Crumb(seen.tool.version.name, EvaluationLinks.sheet(seen.id))],
            isWide: true,
            body: """
                \(lede("While you were writing, somebody else of your side saved this statement. Keep one, or write one from both."))\
                <h2><span class="soft">\(kept.item.item.number)</span> \(kept.item.item.text)</h2>\
                <div class="sides">\(theirs)\(mine)</div>\
                <p><a href="\(EvaluationLinks.statement(seen.id, kept.item.id))">Keep what is saved</a></p>
                """)
    }

    private var theirs: HTML {
        """
        <div><h3>Saved\(kept.savedBy.map { HTML(" by \($0)") } ?? .nothing)</h3>\
        <p>\(levelBadge(seen.tool.standing(kept.verdict)))</p>\(paragraphs(kept.reason))</div>
        """
    }

    /// What was typed, now made from the version that is kept, so that sending it replaces that one knowingly.
    private var mine: HTML {
        let action = EvaluationLinks.judgement(seen.id, kept.item.id)
        return """
            <div><h3>What you wrote</h3>\(postForm(
                action, token: token, version: kept.version,
                """
                \(levelChoice(
                    FormField("level", "Level", isLabelHidden: true), levels: typed.levels, chosen: typed.verdict?.level))\
                \(textArea(FormField("reason", "Why"), value: typed.reason, rows: 4))\
                \(buttonRow(button("Save this instead", .primary)))
                """))</div>
            """
    }
}
