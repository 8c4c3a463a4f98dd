import EvaluationRules
import Kernel
import Markup
import Site

/// One area of a school, opened down to the statement: what was agreed, what moved it, and how old it is.
struct AreaPage: Sendable {
    let seen: SeenArea

    var page: Page {
        Page(
            "\(seen.area) at \(seen.schoolName)", section: .schools,
            crumbs: [
                Page.Crumb("Schools", "/schools"), Page.Crumb(seen.schoolName, EvaluationLinks.school(seen.school)),
            ],
            isWide: true,
            body: """
                \(summary)\(opening)\(.when(!seen.open.isEmpty || seen.openFromBefore > 0, underWay))\(seen.agreed.html(evaluation))
                """)
    }

    private var summary: HTML {
        guard !(seen.agreed.isEmpty && seen.open.isEmpty) else {
            return emptyState("Nothing was judged in this area yet.")
        }
        guard let total = seen.total, let agreed = total.agreed else { return .nothing }
        return """
            <p class="row">\(levelBadge(total.level(seen.words).map(Standing.level) ?? .notJudged)) \
            <span>\(total.tally.judgedWords), \(agreedAge(agreed, on: seen.today)).</span></p>\
            \(.when(seen.agreed.count > 1, SpreadBar(total.spread(seen.words)).html))
            """
    }

    private var opening: HTML {
        guard let place = seen.mayOpenAt else { return .nothing }
        return buttonRow(linkButton("Open an evaluation", to: EvaluationLinks.opening(at: place), .primary))
    }

    private var underWay: HTML {
        let all = MapLinks.evaluations(seen.school, EvaluationsWanted())
        let before: HTML = """
            <p><a href="\(all)">\(seen.openFromBefore) from earlier windows still open</a></p>
            """
        let tasks = seen.open.map { one in
            TaskRow(
                one.line.name, address: EvaluationLinks.sheet(one.line.id), hint: one.line.window.name,
                status: tag(one.stage.name))
        }
        return """
            <h2>Under way</h2>\(.when(!tasks.isEmpty, taskList(tasks)))\(.when(seen.openFromBefore > 0, before))
            """
    }

    private func evaluation(_ one: AgreedEvaluation) -> HTML {
        """
        <section aria-labelledby="e-\(one.line.id.text)"><h2 id="e-\(one.line.id.text)">\(one.line.name)</h2>\
        <p>\(one.line.window.name), \(ageText(one.agreedOn, on: seen.today, saying: "agreed")). \
        <a href="\(EvaluationLinks.sheet(one.line.id))">Go to the evaluation<span class="vh">: \(one.line.name)</span></a> · \
        <a href="\(EvaluationLinks.movement(one.line.id))">Movement<span class="vh"> of \(one.line.name)</span></a></p>\
        \(SpreadBar(one.tally.spread(LevelMark.scale(one.words))).html)\
        \(one.aspects.html { aspect($0, of: one) })</section>
        """
    }

    private func aspect(_ aspect: AgreedAspect, of one: AgreedEvaluation) -> HTML {
        let levels = LevelMark.scale(one.words)
        let tally = Tally(aspect.statements.map { $0.agreement?.verdict }, levels: levels.count)
        return disclosure(
            "\(aspect.name): \(tally.spread(levels).words)", isOpen: seen.agreed.count == 1,
            dataTable(
                aspect.name, [Column("Statement"), Column("Agreed"), Column("What moved it")],
                aspect.statements.map { row($0, of: one, levels) }, isCaptionHidden: true, layout: .stacking))
    }

    private func row(_ statement: AreaStatement, of one: AgreedEvaluation, _ levels: [LevelMark]) -> [HTML] {
        [
            """
            <a class="soft" href="\(EvaluationLinks.statement(one.line.id, statement.item))">\
            <span class="vh">Statement </span>\(statement.number)</a> \(statement.text)
            """,
            levelBadge(standing(statement.agreement?.verdict, levels)),
            statement.agreement.map(moved) ?? "<span class=\"soft\">Nobody judged it</span>",
        ]
    }

    private func moved(_ agreement: Agreement) -> HTML {
        let words = agreement.words.isEmpty ? agreement.basis.name : "\(agreement.basis.name): \(agreement.words)"
        return
            "<div>\(words) <span class=\"soft\">\(ageText(agreement.at.day, on: seen.today, saying: "agreed"))</span></div>"
    }
}

extension AreaLine {
    /// "Curriculum intent: English".
    fileprivate var name: String { "\(toolName): \(departmentName ?? "whole school")" }
}
