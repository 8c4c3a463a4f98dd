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
    /// On which an older save says its day; nil where it was saved just now.
    var today: Day?
    var errors = FieldErrors()
    /// Where it stands, so that a save leads back to it.
    var home = CardHome.sheet
    /// What was agreed last time, and the day on which its age is counted.
    var last: (lastTime: LastTime, today: Day)?

    init(_ seen: SeenEvaluation, _ item: PublishedItem, side: Side) {
        let kept = seen.judgements[side]?[item.id]
        self.init(evaluation: seen.id, item: item, levels: seen.tool.marks, kept: kept)
        today = seen.today
        last = seen.lastTime[item.id].map { ($0, seen.today) }
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
        card.verdict = form.isLeft ? .left : Int(written: form.level).map { .level($0) }
        card.reason = form.reason
        if form.isStillTrue, let last, let level = last.lastTime.standing(of: levels.count) {
            card.verdict = .level(level)
            card.reason = last.lastTime.stillTrueReason(on: last.today, adding: form.reason)
        }
        card.version = Int(written: form.version) ?? version
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
        home == .card
            ? "<h2><span class=\"soft\">\(item.item.number)</span> \(item.item.text)</h2>"
            : """
            <h3><span class="soft">\(item.item.number)</span> \
            \(panelLink(item.item.text, to: EvaluationLinks.card(evaluation, item.id)))</h3>
            """
    }

    private func form(token: String) -> HTML {
        let action = EvaluationLinks.judgement(evaluation, item.id) + home.query
        return postForm(
            action, token: token, marks: .autosave, version: version,
            """
            \(lastTime)\(levelChoice(
                FormField("level", "Level", errors: errors, id: id + "-level", isLabelHidden: true), levels: levels,
                chosen: verdict?.level))\
            \(textArea(
                FormField("reason", "Why", hint: reasonHint, errors: errors, id: id + "-reason"), value: reason, rows: 2))\
            \(saveLine(status: status, also: stillTrue + leaving))
            """)
    }

    private var lastTime: HTML {
        last.map {
            LastTimeBlock(last: $0.lastTime, levels: levels, today: $0.today).html
        } ?? .nothing
    }

    /// After the button that saves, which is what the Enter key presses: nothing is still true by accident.
    private var stillTrue: HTML {
        guard let last = last?.lastTime, let level = last.standing(of: levels.count),
            !last.isConfirmed(verdict, reason, of: levels.count)
        else { return .nothing }
        let words = "Still true: \(level) \(levels[level - 1].word)"
        return button(words, name: "still-true", value: "yes", key: "s")
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

/// Where a card stands.
enum CardHome: String, Sendable {
    case sheet, card
    /// The sheet narrowed to what was not yet looked at.
    case waiting

    /// Told to the save, which leads back there.
    var query: String { self == .sheet ? "" : "?from=\(rawValue)" }
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
