import Evaluations
import Kernel
import Markup
import People
import PlanRules
import Site

/// One priority on the plan's page.
struct PrioritySection: Sendable {
    let page: PlanPage
    let number: Int
    let priority: Priority

    private var plan: PlanID { page.plan.id }
    private var proForma: ProForma { page.proForma }
    private var isOpen: Bool { page.isOpen && priority.ended == nil }

    var html: HTML {
        """
        <section class="priority" id="p-\(priority.id.text)"><h2><span class="soft">Priority \(number)</span> \
        \(priority.title)</h2>\(ended)\(changes)\(sources)\
        \(words(.why, priority.why))\(words(.stops, priority.stops))\(answers)\
        \(outcomes)\(actions)\(children)\(ending)</section>
        """
    }

    private var ended: HTML {
        priority.ended.map { "<p>\(tag("Ended")) \($0.day.long): \($0.reason)</p>" } ?? .nothing
    }

    private var changes: HTML {
        guard page.takesNews, isOpen else { return .nothing }
        let running = page.seen.written.priorities
        return """
            <div class="quiet-links"><a href="\(PlanLinks.editPriority(plan, priority.id))">Change\
            <span class="vh"> priority \(number)</span></a>\
            \(.when(priority.id != running.first?.id, mover("Move up", "earlier")))\
            \(.when(priority.id != running.last?.id, mover("Move down", "later")))</div>
            """
    }

    private var ending: HTML {
        .when(
            page.takesNews && !page.plan.state.isWritable && priority.ended == nil,
            """
            <p class="quiet-links endings"><a href="\(PlanLinks.ending(plan, .priority(priority.id)))">End this priority</a></p>
            """)
    }

    private func mover(_ words: String, _ to: String) -> HTML {
        postForm(
            PlanLinks.place(plan, priority.id), token: page.token, marks: .inline,
            "<input type=\"hidden\" name=\"to\" value=\"\(to)\">\(button(words, .link))")
    }

    /// What was judged, which is why this is a priority.
    private var sources: HTML {
        let statements = page.seen.sources[priority.id] ?? []
        guard !statements.isEmpty else { return .nothing }
        return """
            <h3>Drawn from what was judged</h3><ul class="sources">\(statements.html { statement in
                "<li>\(sourceStatement(statement, in: priority.title, on: page.seen.today))</li>"
            })</ul>
            """
    }

    private func words(_ field: ProFormaField, _ text: String) -> HTML {
        if text.isEmpty {
            guard isOpen, proForma.field(field).need == .required else { return .nothing }
            return """
                <h3>\(proForma.field(field).label)</h3>\
                <p class="soft">Not said yet. <a href="\(PlanLinks.editPriority(plan, priority.id))">Write it</a></p>
                """
        }
        return "<h3>\(proForma.field(field).label)</h3>\(paragraphs(text))"
    }

    private var answers: HTML {
        guard let id = priority.answers, let above = page.seen.above[id] else { return .nothing }
        return """
            <p>Answers <a href="\(PlanLinks.priority(above.plan, above.id))">\(above.title)</a> \
            <span class="soft">\(above.planTitle), \(above.place)</span></p>
            """
    }

    private var outcomes: HTML {
        let add: HTML = .when(
            isOpen,
            """
            <p class="quiet-links">\(proForma.horizons.html { ask in
                "<a href=\"\(PlanLinks.newOutcome(plan, priority.id, ask.horizon))\">Add: \(ask.label.lowercasedFirst)</a> "
            })</p>
            """)
        guard !priority.outcomes.isEmpty || isOpen else { return .nothing }
        return """
            <h3>What will be so, and how one will know</h3>\
            \(priority.outcomes.html { OutcomeBlock(page: page, outcome: $0, isOpen: isOpen).html })\(add)
            """
    }

    private var actions: HTML {
        let add: HTML = .when(
            isOpen, buttonRow(linkButton("Add an action", to: PlanLinks.newAction(plan, priority.id))))
        guard !priority.actions.isEmpty || isOpen else { return .nothing }
        return """
            <h3>What will be done</h3>\
            \(priority.actions.html { ActionBlock(page: page, action: $0, isOpen: isOpen).html })\(add)
            """
    }

    /// Plans below that work on the same.
    private var children: HTML {
        let below = page.seen.below[priority.id] ?? []
        guard !below.isEmpty else { return .nothing }
        return """
            <h3>Who else works on this</h3><ul>\(below.html { child in
                """
                <li>\(child.place): <a href="\(PlanLinks.priority(child.plan, child.id))">\(child.title)</a> \
                \(page.additions.healthOfAnswers[child.plan] ?? stateTag(child.state))</li>
                """
            })</ul>
            """
    }
}

/// A statement with the level agreed when it was picked, and how it stands now.
///
/// - Parameter title: what stands above it; the same words are not said twice.
func sourceStatement(_ statement: SourceStatement, in title: String, on today: Day) -> HTML {
    let words = { (agreed: SourceStatement.Agreed) -> HTML in
        let level = agreed.level.map { Standing.level(LevelMark($0.number, of: $0.count, $0.word)) } ?? .left
        return "\(levelBadge(level)) <span class=\"soft\">\(ageText(agreed.day, on: today, saying: "agreed"))</span>"
    }
    let then = statement.agreed.map(words) ?? "<span class=\"soft\">\(SourceStatement.reopened)</span>"
    let since = statement.since.map { "<br><span class=\"soft\">now</span> \(words($0))" as HTML } ?? .nothing
    return """
        <a href="\(PlanLinks.evaluation(statement.evaluation, statement.item))"><span class="soft">\
        \(statement.toolName) \(statement.number)</span>\(.when(statement.text != title, " \(statement.text)"))</a><br>\(then)\(since)
        """
}

extension String {
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
