import EvaluationRules
import Kernel
import Markup
import Site
import ToolRules

/// One statement with everything that helps to judge it: for a middle leader with five minutes and a phone.
struct CardPage: Sendable {
    let seen: SeenEvaluation
    let item: PublishedItem
    let token: String
    var card: JudgementCard?

    var page: Page {
        Page(
            "Statement \(item.item.number)", section: .evaluate,
            crumbs: seen.crumbs + [Page.Crumb(seen.tool.version.name, EvaluationLinks.sheet(seen.id))],
            errors: card?.pointedErrors ?? FieldErrors(),
            body: "\(whole)\(judging)\(walk)\(help)")
    }

    private var order: [ItemID] { seen.order }
    private var place: Int { order.firstIndex(of: item.id) ?? 0 }

    private var whole: HTML {
        let statement = item.item.statement
        return """
            <p class="soft">\(place + 1) of \(seen.items.count) · \(seen.placeName)</p>\
            \(.when(item.item.part != nil, "<p class=\"whole\">\(statement.guide.text)</p>"))
            """
    }

    private var judging: HTML {
        guard let side = seen.standpoint.side, seen.stage == .judging else { return settledStatement(seen, item) }
        var shown = card ?? JudgementCard(seen, item, side: side)
        shown.home = .card
        return shown.html(token: token) + progressLine(seen.progress(of: side), of: seen.items.count)
    }

    private var walk: HTML {
        let before = place > 0 ? order[place - 1] : nil
        let after = place + 1 < order.count ? order[place + 1] : nil
        return """
            <nav class="walk buttons" aria-label="Statements">\
            \(before.map { step("Previous", to: $0, rel: "prev", key: "p") } ?? .nothing)\
            \(after.map { step("Next", to: $0, rel: "next", key: "n") } ?? .nothing)\
            <a href="\(EvaluationLinks.sheet(seen.id))">The whole tool</a></nav>
            """
    }

    private func step(_ words: String, to other: ItemID, rel: String, key: String) -> HTML {
        "<a class=\"button quiet\" rel=\"\(rel)\" data-key=\"\(key)\" href=\"\(EvaluationLinks.card(seen.id, other))\">\(words)</a>"
    }

    private var help: HTML { guideHelp(item, levels: seen.tool.version.scale.levels) }
}

/// Guidance, what it looks like, where evidence usually is, and the scale.
func guideHelp(_ item: PublishedItem, levels: [Level]) -> HTML {
    let guide = item.item.guide
    return """
        <section class="help"><h2>How to think about it</h2>\(guide.guidance.html { "<p>\($0)</p>" })\
        <h2>What it looks like</h2><ul>\(guide.looksLike.html { "<li>\($0)</li>" })</ul>\
        <h2>Where evidence usually is</h2><dl>\(guide.evidence.html { "<dt>\($0.kind.name)</dt><dd>\($0.from)</dd>" })</dl>\
        \(.when(!item.item.statement.examples.isEmpty, examples(item.item.statement.examples)))\
        \(disclosure("What the levels mean", "<dl>\(levels.html { "<dt>\($0.name)</dt><dd>\($0.means)</dd>" })</dl>"))</section>
        """
}

private func examples(_ examples: [WorkedExample]) -> HTML {
    """
    <h2>Worked examples</h2>\(examples.html {
        disclosure($0.level.name, "\(paragraphs($0.situation))<p class=\"soft\">\($0.because)</p>")
    })
    """
}
