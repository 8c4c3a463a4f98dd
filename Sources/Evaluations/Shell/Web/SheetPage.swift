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

    var page: Page {
        Page(
            seen.title, section: .evaluate, crumbs: seen.crumbs, errors: refused.map(\.pointedErrors) ?? FieldErrors(),
            body: """
                \(evaluationSummary(seen))\
                \(asking)\(progress)\
                \(nextStep(seen, token: token))\
                \(seen.aspects.html(section))
                """)
    }

    private var asking: HTML {
        guard seen.standpoint.side != nil, seen.stage == .judging else { return .nothing }
        return lede("Say what was seen, where and how often. Name no teacher and no pupil.")
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
        guard let side = seen.standpoint.side, seen.stage == .judging else { return settledStatement(seen, item) }
        if let refused, refused.item.id == item.id { return refused.html(token: token) }
        return JudgementCard(seen, item, side: side).html(token: token)
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
    var aspects: [(aspect: Aspect, items: [PublishedItem])] {
        let wanted = Set(items)
        let byAspect = Dictionary(grouping: tool.items.filter { wanted.contains($0.id) }, by: \.item.aspect)
        return tool.version.aspects.compactMap { aspect in byAspect[aspect.key].map { (aspect, $0) } }
    }
}
