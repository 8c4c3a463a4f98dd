import Markup
import Site
import ToolRules

/// The aspects and statements of a tool with everything that helps to judge them.
struct StatementViews: Sendable {
    let tool: ToolVersion

    static func anchor(_ aspect: Aspect) -> String { "aspect-\(aspect.key)" }

    func aspect(_ aspect: Aspect) -> HTML {
        """
        <section aria-labelledby="\(Self.anchor(aspect))">\
        <h2 id="\(Self.anchor(aspect))">\(aspect.order) \(aspect.name)</h2>\(lede(aspect.question))\
        \(aspect.statements.html(statement))</section>

        """
    }

    private func statement(_ statement: Statement) -> HTML {
        """
        <article id="\(statement.key.text)"><h3>\(number(statement.number, statement.key)) \(statement.text)</h3>\
        \(applicability(statement.applies))\(paragraphs(statement.guide))\
        <h4>What it looks like</h4>\(looksLike(statement.guide))\
        <h4>Where evidence usually comes from</h4>\(evidence(statement.guide))\
        \(examples(statement.examples))\
        \(.when(!statement.parts.isEmpty, parts(statement.parts)))</article>

        """
    }

    private func parts(_ parts: [Part]) -> HTML {
        """
        <p class="soft">This statement is judged part by part.</p>\(parts.html { part in
            """
            <section id="\(part.key.text)"><h4>\(number(part.number, part.key)) \(part.text)</h4>\
            \(paragraphs(part.guide))\
            <h5>What it looks like</h5>\(looksLike(part.guide))\
            <h5>Where evidence usually comes from</h5>\(evidence(part.guide))</section>

            """
        })
        """
    }

    /// Links to itself, so that the address of a statement can be copied.
    private func number(_ number: String, _ key: ItemKey) -> HTML {
        "<a class=\"soft\" href=\"#\(key.text)\">\(number)</a>"
    }

    private func paragraphs(_ guide: Guide) -> HTML { guide.guidance.html { "<p>\($0)</p>" } }

    private func looksLike(_ guide: Guide) -> HTML { "<ul>\(guide.looksLike.html { "<li>\($0)</li>" })</ul>" }

    private func evidence(_ guide: Guide) -> HTML {
        """
        <ul>\(guide.evidence.html { "<li><strong>\($0.kind.name)</strong>: \($0.from)</li>" })</ul>
        """
    }

    private func applicability(_ applies: Applicability) -> HTML {
        .when(applies != .everywhere, "<p class=\"soft\">\(applies.sentence)</p>")
    }

    /// Closed on a screen, so that a reader can judge each case first; the style sheet opens them on paper.
    private func examples(_ examples: [WorkedExample]) -> HTML {
        guard !examples.isEmpty else { return .nothing }
        return disclosure("\(examples.count) worked examples", examples.html(example))
    }

    private func example(_ example: WorkedExample) -> HTML {
        let level = LevelMark(example.level.order, of: tool.scale.count, example.level.name)
        return """
            <p>\(example.situation)</p>\
            <p>\(levelBadge(.level(level))) \(example.because)</p>
            """
    }
}

extension Applicability {
    /// `Only for primary or all-through schools with a nursery.`
    var sentence: String {
        let kinds = SettingPhase.allCases.filter(phases.contains).map { $0.name.lowercased() }
        let parts = SettingPart.allCases.filter(with.contains).map { "a \($0.name.lowercased())" }
        let schools = (kinds.isEmpty ? "" : kinds.joined(separator: " or ") + " ") + "schools"
        return "Only for \(schools)\(parts.isEmpty ? "" : " with " + parts.joined(separator: " or "))."
    }
}
