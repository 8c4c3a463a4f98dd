import Kernel
import Markup
import PlanRules
import Site

/// What a revision changes in the plan that it takes the place of, part by part, for who writes, approves or reads it.
struct RevisionBlock: Sendable {
    let seen: SeenRevision
    let plan: Plan
    let proForma: ProForma
    /// Whether the reader may change the revision now.
    let isOpen: Bool

    /// More than this many differences are folded away under their priorities.
    private static let mostUnfolded = 12

    private var difference: PlanDifference { seen.difference }
    private var words: RevisionWords { RevisionWords(proForma: proForma, seen: seen) }
    private var count: Int { [.kept, .added, .takenOut].map(difference.count).reduce(0, +) }

    /// Whether it is still to be decided about; afterwards it is history.
    var isOpenQuestion: Bool { [.draft, .submitted, .approved].contains(plan.state) }

    var html: HTML {
        screenOnly(
            """
            <section id="difference"><h2>\(isOpenQuestion ? "What is different" : "What this revision changed")</h2>\
            \(about)\(rows(difference.details.map(row)))\(priorities)\(blockages)</section>
            """)
    }

    private var before: HTML { "<a href=\"\(PlanLinks.plan(seen.before.id))\">the plan \(seen.before.byItsDays)</a>" }

    private var about: HTML {
        if difference.isNothing {
            guard isOpenQuestion else { return "<p>It says the same as \(before).</p>" }
            return isOpen
                ? "<p>Nothing differs yet from \(before). Change below what is to be different.</p>"
                : "<p>Nothing differs from \(before).</p>"
        }
        let counts = [
            (difference.count(.kept), "changed"), (difference.count(.added), "added"),
            (difference.count(.takenOut), "taken out"),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        return "<p>Compared with \(before), as both stand today: \(counts.joined(separator: ", ")).</p>"
    }

    private var priorities: HTML { difference.parts.filter { $0.kind == .priority }.html(priority) }

    private var blockages: HTML {
        let found = difference.parts.filter { $0.kind == .blockage }
        return .when(!found.isEmpty, "<h3>Blockages</h3>\(inside(found))")
    }

    private func priority(_ part: PartDifference) -> HTML {
        let number = part.number.map { "Priority \($0)" } ?? "Priority"
        let own = part.fate == .kept ? "\(rows(part.fields.map(row)))\(inside(part.parts))" : held(part)
        let heading: HTML = "<h3><span class=\"soft\">\(number)</span> \(title(part))</h3>"
        guard count > Self.mostUnfolded, !own.isEmpty else { return heading + own }
        let all = [.kept, .added, .takenOut].map(part.count).reduce(0, +)
        return heading + disclosure(all == 1 ? "1 difference" : "\(all) differences", own)
    }

    /// What is within a part that was kept: first in lines what is told in one, then the parts that say several things
    /// otherwise.
    private func inside(_ parts: [PartDifference]) -> HTML {
        let blocks = parts.filter { !$0.isLine }
        return rows(parts.filter(\.isLine).map(line))
            + blocks.html { part in
                """
                <h4><span class="soft">\(part.kind.name)</span> \(title(part))</h4>\(rows(part.fields.map(row)))\
                \(inside(part.parts))
                """
            }
    }

    private func line(_ part: PartDifference) -> SummaryRow {
        let field = part.fate == .kept ? part.fields.first : nil
        return SummaryRow(part.kind.name, field.map(value) ?? "\(title(part))\(held(part))")
    }

    private func row(_ field: FieldDifference) -> SummaryRow { SummaryRow(words.label(field.field), value(field)) }

    private func value(_ field: FieldDifference) -> HTML {
        if field.field == .ending { return beforeAndAfter(words.words(field.before), "Goes on in the revision") }
        return beforeAndAfter(words.words(field.before), words.words(field.after))
    }

    /// Its title leads to where all its words stand.
    private func title(_ part: PartDifference) -> HTML {
        let anchor = part.kind.anchor(part.id)
        let here: HTML = anchor.isEmpty ? HTML(part.title) : "<a href=\"\(anchor)\">\(part.title)</a>"
        switch part.fate {
        case .kept: return here
        case .added: return "\(tag("Added", .good)) \(here)"
        case .takenOut:
            if anchor.isEmpty { return "\(tag("Taken out")) \(isGone(part))" }
            let there = PlanLinks.plan(seen.before.id) + anchor
            return "\(tag("Taken out")) <s><a class=\"soft\" href=\"\(there)\">\(part.title)</a></s>"
        }
    }

    /// What came or went together with a part.
    private func held(_ part: PartDifference) -> HTML {
        guard !part.parts.isEmpty else { return .nothing }
        return "<ul>\(part.parts.html { "<li>\($0.kind.name): \(isGone($0))\(held($0))</li>" })</ul>"
    }

    private func isGone(_ part: PartDifference) -> HTML {
        part.fate == .takenOut ? "<s class=\"soft\">\(part.title)</s>" : HTML(part.title)
    }

    private func rows(_ rows: [SummaryRow]) -> HTML { rows.isEmpty ? .nothing : summaryList(rows) }
}

extension PartDifference {
    /// Whether it is told in one line: it came, went, or says one thing otherwise under its own name.
    fileprivate var isLine: Bool { fate != .kept || kind == .criterion }
}

extension PartDifference.Kind {
    fileprivate var name: String {
        switch self {
        case .priority: "Priority"
        case .outcome: "Outcome"
        case .criterion: "Criterion"
        case .action: "Action"
        case .check: "Check"
        case .blockage: "Blockage"
        }
    }

    /// Where a plan's page has such a part; empty when it has no place of its own there.
    fileprivate func anchor(_ id: String) -> String {
        switch self {
        case .priority: "#p-\(id)"
        case .outcome: "#o-\(id)"
        case .action: "#a-\(id)"
        case .check: "#k-\(id)"
        case .blockage: "#blockages"
        case .criterion: ""
        }
    }
}
