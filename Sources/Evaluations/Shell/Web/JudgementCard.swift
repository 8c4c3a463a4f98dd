import EvaluationRules
import Kernel
import Markup
import Site
import ToolRules

/// One statement as its judge sees it: on the sheet short, on a page of its own with everything that helps.
struct JudgementCard: Sendable {
    let evaluation: ID<Evaluation>
    let item: PublishedItem
    let levels: [LevelMark]
    /// What is kept, or was typed and could not be taken.
    var verdict: Verdict?
    var reason: String
    var version: Int
    var saved: Instant?
    var savedBy: String?
    var errors = FieldErrors()
    /// Whether the card stands alone, so that a save leads back to it.
    var isAlone = false
    /// On which an older save says its day; nil where it was saved just now.
    var today: Day?

    init(_ seen: SeenEvaluation, _ item: PublishedItem, side: Side) {
        let kept = seen.judgements[side]?[item.id]
        self.init(evaluation: seen.id, item: item, levels: seen.tool.marks, kept: kept)
        today = seen.today
    }

    init(evaluation: ID<Evaluation>, item: PublishedItem, levels: [LevelMark], kept: Judgement?) {
        self.evaluation = evaluation
        self.item = item
        self.levels = levels
        verdict = kept?.verdict
        reason = kept?.reason ?? ""
        version = kept?.version ?? 0
        saved = kept?.at
        savedBy = kept?.by
    }

    /// This card with what was typed, and why it could not be taken.
    func refusing(_ form: JudgementForm, _ errors: FieldErrors) -> JudgementCard {
        var card = self
        card.verdict = form.isLeft ? .left : Int(form.level).map { .level($0) }
        card.reason = form.reason
        card.version = Int(form.version) ?? version
        card.errors = errors
        card.saved = nil
        return card
    }

    var id: String { EvaluationLinks.cardID(item.id) }

    func html(token: String) -> HTML {
        liveCard(
            id: id, label: "Statement \(item.item.number)",
            "\(heading)\(form(token: token))")
    }

    private var heading: HTML {
        isAlone
            ? "<h2><span class=\"soft\">\(item.item.number)</span> \(item.item.text)</h2>"
            : """
            <h3><span class="soft">\(item.item.number)</span> \
            \(panelLink(item.item.text, to: EvaluationLinks.card(evaluation, item.id)))</h3>
            """
    }

    private func form(token: String) -> HTML {
        let action = EvaluationLinks.judgement(evaluation, item.id) + (isAlone ? "?from=card" : "")
        return postForm(
            action, token: token, marks: .autosave, version: version,
            """
            \(levelChoice(
                FormField("level", "Level", errors: errors, id: id + "-level", isLabelHidden: true), levels: levels,
                chosen: verdict?.level))\
            \(textArea(
                FormField("reason", "Why", hint: reasonHint, errors: errors, id: id + "-reason"), value: reason, rows: 2))\
            \(saveLine(status: status, also: leaving))
            """)
    }

    private var reasonHint: String? {
        verdict?.level != nil && reason.isEmpty ? "A level counts once it has its reason." : nil
    }

    private var leaving: HTML {
        verdict == .left
            ? "<input type=\"hidden\" name=\"was-left\" value=\"yes\">\(levelBadge(.left))"
            : button("Leave until next time", .link, name: "left", value: "yes", key: "l")
    }

    private var status: String? {
        guard let saved else { return nil }
        return savedAt(saved, on: today) + (savedBy.map { " by \($0)" } ?? "")
    }
}

extension PublishedTool {
    /// The scale's levels as marks, lowest first.
    var marks: [LevelMark] { LevelMark.scale(version.scale.levels.map(\.name)) }

    /// How a verdict is shown.
    func standing(_ verdict: Verdict?) -> Standing {
        switch verdict {
        case .level(let level) where marks.indices.contains(level - 1): .level(marks[level - 1])
        case .left: .left
        default: .notJudged
        }
    }
}
