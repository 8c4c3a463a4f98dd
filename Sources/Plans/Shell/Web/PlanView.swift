import Kernel
import Markup
import PlanRules

/// A whole plan in words, from top to bottom: the page that prints, and what the Word file is made from. Nothing in it
/// can be pressed, and it uses only headings, paragraphs, lists and tables.
struct PlanView: Sendable {
    let document: PlanDocument

    init(_ document: PlanDocument) { self.document = document }

    /// Without a heading above its priorities, which the page around it has.
    var html: HTML {
        """
        \(facts)\(document.priorities.html(priority))\(blockages)\(checks)
        """
    }

    /// A document of its own, for a program that makes a Word file of it.
    var wordPage: HTML {
        """
        <!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>\(document.title.printable)</title></head>\
        <body>\(html)</body></html>
        """
    }

    private var facts: HTML {
        let days = "\(document.starts.long) to \(document.ends.long)"
        return """
            <p><strong>\(document.proForma.name.printable)</strong> of \(document.place.printable), \(document.trust.printable)<br>\
            \(days)<br>\(document.state.printable)<br>\(cost)As it stood on \(document.day.long)</p>
            """
    }

    private var cost: HTML {
        .when(!document.cost.isNothing, "All actions together: \(document.cost.spoken)<br>")
    }

    private func priority(_ priority: PlanDocument.PriorityPart) -> HTML {
        """
        <section class="plan-part"><h2>\(priority.number). \(priority.title.printable)</h2>\(ending(priority.ended))\
        \(titled(.why, priority.why))\(titled(.stops, priority.stops))\
        \(.when(!priority.answers.isEmpty, "<h3>Answers</h3>\(PlanWords(priority.answers).html)"))\
        \(.when(!priority.sources.isEmpty, "<h3>Drawn from</h3><ul>\(priority.sources.html { "<li>\($0.printable)</li>" })</ul>"))\
        \(.when(!priority.outcomes.isEmpty, "<h3>Outcomes</h3>\(outcomes(priority.outcomes))"))\
        \(.when(!priority.actions.isEmpty, "<h3>Actions</h3>\(priority.actions.html(action))"))</section>

        """
    }

    private func titled(_ field: ProFormaField, _ words: String) -> HTML {
        .when(!words.isEmpty, "<h3>\(document.label(of: field).printable)</h3>\(PlanWords(words).html)")
    }

    private func ending(_ ended: Ending?) -> HTML {
        ended.map { "<p><em>Ended on \($0.day.long): \($0.reason.printable)</em></p>" } ?? .nothing
    }

    private func outcomes(_ outcomes: [PlanDocument.OutcomePart]) -> HTML {
        planTable(
            "Outcomes and how one will know", ["When", "What will be so", "How one will know"],
            outcomes.map { outcome in
                [
                    "\(document.label(of: outcome.horizon).printable)\(outcome.by.map { "<br>\($0.long)" } ?? .nothing)",
                    PlanWords(outcome.words).html,
                    "<ul>\(outcome.criteria.html(criterion))</ul>",
                ]
            })
    }

    private func criterion(_ criterion: Criterion) -> HTML {
        let since: HTML = criterion.judged.map { ", \($0.long)" } ?? .nothing
        let why: HTML = .when(!criterion.why.isEmpty, ": \(criterion.why.printable)")
        return "<li>\(criterion.words.printable) <strong>\(criterion.standing)</strong>\(since)\(why)</li>"
    }

    private func action(_ action: PlanDocument.ActionPart) -> HTML {
        let fields: [(ProFormaField, HTML)] = [
            (.aspects, PlanWords(action.aspects).html), (.seen, PlanWords(action.seen).html),
            (.how, PlanWords(action.how).html), (.support, PlanWords(action.support).html),
            (.owner, HTML(action.owner.printable)), (.supporter, HTML(action.supporter.printable)),
        ]
        let rows = fields.filter { !$0.1.isEmpty }.map { (HTML(document.label(of: $0.0).printable), $0.1) }
        let days: HTML = "\(action.starts.long) to \(action.ends.long)"
        let cost = action.cost == .none ? [] : [(HTML("Cost"), HTML(action.cost.spoken))]
        let all = rows + [(HTML("From and to"), days)] + cost
        return """
            <h4>\(action.number) \(action.what.printable)</h4>\(ending(action.ended))\
            <dl class="summary">\(all.html { "<div><dt>\($0)</dt><dd>\($1)</dd></div>" })</dl>
            """
    }

    private var blockages: HTML {
        guard !document.blockages.isEmpty else { return .nothing }
        return """
            <section><h2>What stands in the way</h2>\(planTable(
                "Blockages", ["What", "Who removes it", "By", "Removed"],
                document.blockages.map { blockage in
                    [
                        PlanWords(blockage.words).html, HTML(blockage.remover.printable), HTML(blockage.by.long),
                        blockage.removed.map { "\($0.day.long): \($0.reason.printable)" } ?? "Not yet",
                    ]
                }))</section>
            """
    }

    private var checks: HTML {
        let (begun, coming) = (document.looks.filter { $0.check.standing != .coming }, document.coming)
        return """
            \(.when(!begun.isEmpty, "<section><h2>What was looked at</h2>\(looked(begun))</section>"))\
            \(.when(!coming.isEmpty, "<section><h2>What will be looked at</h2>\(willBeLooked(coming))</section>"))
            """
    }

    private func looked(_ looks: [PlanDocument.Look]) -> HTML {
        planTable(
            "What was looked at", ["Due", "Of", "What was looked at", "By", "What was found", "Response"],
            looks.map { look in
                let check = look.check
                return [
                    HTML(check.due.long), HTML(look.subject.printable), what(check), HTML(check.by.printable),
                    found(check), PlanWords(check.result?.response?.sentence ?? "").html,
                ]
            })
    }

    private func willBeLooked(_ coming: [PlanDocument.ComingLooks]) -> HTML {
        planTable(
            "What will be looked at", ["Of", "What will be looked at", "By", "When"],
            coming.map { coming in
                let look = coming.next
                return [
                    HTML(look.subject.printable), what(look.check), HTML(look.check.by.printable), HTML(coming.when),
                ]
            })
    }

    private func what(_ check: PlanDocument.CheckPart) -> HTML {
        "\(PlanWords(check.looked).html)\(PlanWords(check.how).html)"
    }

    private func found(_ check: PlanDocument.CheckPart) -> HTML {
        let words = check.result.map { PlanWords($0.finding).html } ?? .nothing
        let day: HTML = check.result.map { ", \($0.day.long)" } ?? .nothing
        return "<p><strong>\(check.standingWords)</strong>\(day)</p>\(words)"
    }
}

/// What somebody typed, as paragraphs with their line ends.
struct PlanWords: Sendable {
    private let words: String

    init(_ words: String) { self.words = words.printable }

    var html: HTML {
        let paragraphs = words.split(separator: /\n{2,}/).map(String.init)
        return paragraphs.html { paragraph in
            let lines = paragraph.split(separator: "\n").map(String.init)
            let whole: HTML = "<p>\(lines.enumerated().html { "\(.when($0 > 0, "<br>"))\($1)" })</p>"
            // What makes the Word file reads the direction of a paragraph from the block around it.
            return paragraph.isRightToLeft ? "<div dir=\"rtl\">\(whole)</div>" : whole
        }
    }
}

/// Stacks on a phone; the first cell of each row names it.
private func planTable(_ caption: String, _ columns: [String], _ rows: [[HTML]]) -> HTML {
    """
    <table class="stacking"><caption class="vh">\(caption)</caption>\
    <thead><tr>\(columns.html { "<th scope=\"col\">\($0)</th>" })</tr></thead>\
    <tbody>\(rows.html { planRow(columns, $0) })</tbody></table>
    """
}

private func planRow(_ columns: [String], _ cells: [HTML]) -> HTML {
    let rest: HTML = zip(columns, cells).dropFirst().html { column, cell in
        "<td\(.attribute("data-label", column))><div>\(cell)</div></td>"
    }
    return "<tr><th scope=\"row\">\(cells.first)</th>\(rest)</tr>"
}
