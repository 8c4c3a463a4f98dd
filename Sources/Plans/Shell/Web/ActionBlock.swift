import Kernel
import Markup
import People
import PlanRules
import Site

/// One action on the plan's page.
struct ActionBlock: Sendable {
    let page: PlanPage
    let action: PlannedAction
    let isOpen: Bool

    private var plan: PlanID { page.plan.id }

    var html: HTML {
        card(
            id: "a-\(action.id)",
            """
            <h4>\(action.what)</h4>\(ended)\(summaryList(rows))\(page.additions.checks(.action(action.id)))\(changes)
            """)
    }

    private var ended: HTML {
        action.ended.map { "<p>\(tag("Ended")) \($0.day.long): \($0.reason)</p>" } ?? .nothing
    }

    private var rows: [SummaryRow] {
        let texts: [(ProFormaField, String)] = [
            (.aspects, action.aspects), (.seen, action.seen), (.how, action.how), (.support, action.support),
        ]
        let written = texts.filter { !$0.1.isEmpty }.map {
            SummaryRow(page.proForma.field($0.0).label, paragraphs($0.1))
        }
        let cost = action.cost.isNothing ? [] : [SummaryRow("Cost", "\(action.cost.spoken)")]
        return written + people + [SummaryRow("When", "\(action.starts.long) to \(action.ends.long)")] + cost
    }

    private var people: [SummaryRow] {
        let owner = SummaryRow(page.proForma.field(.owner).label, page.holder(action.owner))
        let supporter = action.supporter.map {
            SummaryRow(page.proForma.field(.supporter).label, page.holder($0))
        }
        return [owner] + (supporter.map { [$0] } ?? [])
    }

    private var changes: HTML {
        if isOpen {
            return """
                <p class="quiet-links"><a href="\(PlanLinks.editAction(plan, action.id))">Change<span class="vh"> this \
                action</span></a></p>
                """
        }
        guard page.takesNews, action.ended == nil, !page.plan.state.isWritable else { return .nothing }
        return """
            <p class="quiet-links endings"><a href="\(PlanLinks.ending(plan, .action(action.id)))">End this action</a></p>
            """
    }
}

extension PlanPage {
    /// Who sits there today; where nobody does, the way to hand over.
    func holder(_ id: SeatID) -> HTML {
        guard let seat = seen.opened.seats[id] else { return "nobody" }
        if let holder = seat.holder {
            return "\(holder.name) <span class=\"soft\">\(seat.role.name.lowercasedFirst)</span>"
        }
        guard seen.may.writes else { return "\(seat.holderName)" }
        return "<a href=\"\(PlanLinks.handOver(plan.id))?from=\(seat.id.text)\">\(seat.holderName)</a>"
    }
}

/// What stands in the way, with who takes it away by when.
struct BlockageSection: Sendable {
    let page: PlanPage

    var html: HTML {
        let all = page.seen.written.blockages
        let add: HTML = .when(
            page.takesNews, buttonRow(linkButton("Add a blockage", to: PlanLinks.newBlockage(page.plan.id))))
        return """
            <section id="blockages"><h2>Blockages</h2>\(dataTable(
                "Blockages", [Column("What stands in the way"), Column("Who removes it"), Column("By"), Column("How it goes on")],
                all.map(row), isCaptionHidden: true, layout: .stacking,
                empty: emptyState("What stands in the way is listed here, with who removes it by when.")))\(add)</section>
            """
    }

    private func row(_ blockage: Blockage) -> [HTML] {
        if let cleared = blockage.removed {
            return ["\(blockage.words)", "\(tag("Cleared", .good))", "\(cleared.day.long)", "\(cleared.reason)"]
        }
        let isLate = blockage.by < page.seen.today
        return [
            "\(blockage.words)", page.holder(blockage.remover),
            "\(blockage.by.long) \(.when(isLate, tag("Late", .attention)))", ways(blockage),
        ]
    }

    private func ways(_ blockage: Blockage) -> HTML {
        let id = page.plan.id
        let mayClear =
            page.plan.state.takesNews && (page.seen.may.writes || page.seen.may.seats.contains(blockage.remover))
        return """
            \(.when(mayClear, "<a href=\"\(PlanLinks.clearing(id, blockage.id))\">Mark as cleared</a> "))\
            \(.when(page.takesNews, "<a href=\"\(PlanLinks.blockage(id, blockage.id))\">Change</a>"))
            """
    }
}
