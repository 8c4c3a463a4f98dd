import EvaluationRules
import Kernel
import Markup
import Site
import ToolRules

/// The whole tool on a page: for a judge the cards to fill in, for everybody else what was judged and agreed.
struct SheetPage: Sendable {
    let seen: SeenEvaluation
    let token: String
    /// A card that could not be taken, in place of the kept one.
    var refused: JudgementCard?
    /// Only what this side has not yet looked at this time.
    var isNarrowed = false
    /// Where this reader makes priorities of weak statements; nil where they make none.
    var newPlan: String?
    /// Whether priorities were to be made of no statement at all.
    var isPickAskedAgain = false

    var page: Page {
        Page(
            seen.title, section: .evaluate, crumbs: seen.crumbs, errors: errors,
            body: """
                \(evaluationSummary(seen))\
                \(asking)\(progress)\
                \(nextStep(seen, token: token))\
                \(narrowing)\(weak?.html ?? .nothing)\(returning)\(seen.aspects(of: shown.subtracting(back)).html(section))
                """)
    }

    private var weak: WeakStatements? {
        newPlan.map { WeakStatements(seen: seen, address: $0, isAskedAgain: isPickAskedAgain) }
    }

    private var errors: FieldErrors {
        let picking = isPickAskedAgain && weak?.html.isEmpty == false ? WeakStatements.nonePicked : FieldErrors()
        return refused.map(\.pointedErrors) ?? picking
    }

    private var isJudging: Bool { seen.standpoint.side != nil && seen.stage == .judging }

    /// What this side has given neither a level nor left.
    private var waiting: [ItemID] {
        guard let side = seen.standpoint.side, isJudging else { return [] }
        return seen.items.filter { seen.judgements[side]?[$0]?.verdict == nil }
    }

    private var shown: Set<ItemID> { Set(isNarrowed && isJudging ? waiting : seen.items) }

    /// Left last time, so they come first now.
    private var back: Set<ItemID> { Set(shown.filter { seen.lastTime[$0]?.isLeft ?? false }) }

    private var narrowing: HTML {
        guard isJudging else { return .nothing }
        if isNarrowed {
            return filterChips("Only", [Chip("Not yet looked at", without: EvaluationLinks.sheet(seen.id))])
                + .when(waiting.isEmpty, "<p>Every statement was looked at this time.</p>")
        }
        let count = waiting.count
        guard (1..<seen.items.count).contains(count) else { return .nothing }
        return """
            <p><a href="\(EvaluationLinks.waiting(seen.id))">Only what is not yet looked at this time (\(count))</a></p>
            """
    }

    private var returning: HTML {
        let items = seen.items.filter(back.contains).compactMap(seen.tool.item)
        guard !items.isEmpty else { return .nothing }
        return """
            <section aria-labelledby="back"><h2 id="back">Left last time</h2>\
            <p class="soft">They were left until next time, and this is it.</p>\(statements(items))</section>
            """
    }

    private var asking: HTML {
        guard isJudging else { return .nothing }
        let last = seen.lastTime.values.first?.round.window.name
        return """
            \(lede("Say what was seen, where and how often. Name no teacher and no pupil."))\
            \(last.map {
                "<p class=\"last\">What was agreed in \($0) stands above each statement. It counts again once you say that it is still true.</p>"
            } ?? .nothing)
            """
    }

    private var progress: HTML {
        guard let side = seen.standpoint.side, seen.stage == .judging else { return .nothing }
        return progressLine(seen.progress(of: side), of: seen.items.count)
    }

    private func section(_ part: (aspect: Aspect, items: [PublishedItem])) -> HTML {
        """
        <section aria-labelledby="a-\(part.aspect.key.text)"><h2 id="a-\(part.aspect.key.text)">\(part.aspect.name)</h2>\
        <p class="soft">\(part.aspect.question)</p>\(statements(part.items))</section>
        """
    }

    private func statements(_ items: [PublishedItem]) -> HTML {
        items.enumerated().html { index, item in
            let opensStatement =
                item.item.part != nil && (index == 0 || items[index - 1].item.statement.key != item.item.statement.key)
            let parent: HTML =
                opensStatement
                ? "<p class=\"whole\"><span class=\"soft\">\(item.item.statement.number)</span> \(item.item.statement.guide.text)</p>"
                : .nothing
            return parent + statement(item)
        }
    }

    private func statement(_ item: PublishedItem) -> HTML {
        guard let side = seen.standpoint.side, isJudging else { return settledStatement(seen, item) }
        if let refused, refused.item.id == item.id { return refused.html(token: token) }
        var card = JudgementCard(seen, item, side: side)
        if isNarrowed { card.home = .waiting }
        return card.html(token: token)
    }
}

extension JudgementCard {
    /// The errors with the ids that the fields have on this page, so that the summary's links find them.
    var pointedErrors: FieldErrors {
        FieldErrors(errors.all.map { (id + "-" + $0.field, "\(item.item.number): \($0.sentence)") })
    }
}

/// How far a side has come; autosave's answer replaces it by its id.
func progressLine(_ progress: Progress, of total: Int) -> HTML {
    let gaps = [
        progress.left > 0 ? "\(progress.left) left until next time" : nil,
        progress.withoutReason > 0 ? "\(progress.withoutReason) without a reason yet" : nil,
        total - progress.done - progress.withoutReason > 0
            ? "\(total - progress.done - progress.withoutReason) not judged" : nil,
    ].compactMap { $0 }
    return """
        <div id="progress">\(progressBar("Judged or left", done: progress.done, of: total))\
        <p class="soft">\(gaps.isEmpty ? "Every statement is judged." : gaps.joined(separator: ", ") + ".")</p></div>
        """
}

extension SeenEvaluation {
    var title: String { "\(tool.version.name): \(placeName)" }

    /// "Oakfield Primary School", or "English at Oakfield Primary School".
    var placeName: String {
        head.departmentName.map { "\($0) at \(head.schoolName)" } ?? head.schoolName
    }

    var crumbs: [Page.Crumb] {
        [Page.Crumb("Schools", "/schools"), Page.Crumb(head.schoolName, EvaluationLinks.school(head.school))]
    }

    /// The aspects that have statements here, with those statements in order.
    var aspects: [(aspect: Aspect, items: [PublishedItem])] { aspects(of: Set(items)) }

    func aspects(of wanted: Set<ItemID>) -> [(aspect: Aspect, items: [PublishedItem])] {
        let byAspect = Dictionary(grouping: tool.items.filter { wanted.contains($0.id) }, by: \.item.aspect)
        return tool.version.aspects.compactMap { aspect in byAspect[aspect.key].map { (aspect, $0) } }
    }
}
