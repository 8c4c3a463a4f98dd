import Kernel
import Markup
import SchoolRules
import Site

/// The schools that a person may see.
struct SchoolListPage: Sendable {
    let schools: [ListedSchool]
    let isPast: Bool
    let mayImport: Bool
    var notice: String?

    var page: Page {
        Page(
            isPast ? "Schools that left or closed" : "Schools", section: .schools,
            crumbs: isPast ? [Page.Crumb("Schools", SchoolLinks.list)] : [], notice: notice, isWide: true,
            body: "\(table)\(onward)")
    }

    private var table: HTML {
        dataTable(
            isPast ? "Schools that left or closed" : "Schools of the trust",
            [
                Column("School"), Column("Kind"), Column("Ages"), .number("Pupils"), Column("Local authority"),
                isPast ? Column("Now") : Column("Category"),
            ],
            schools.map(row), isCaptionHidden: true, empty: empty)
    }

    private func row(_ listed: ListedSchool) -> [HTML] {
        let facts = listed.school.facts
        return [
            "<a href=\"\(SchoolLinks.school(listed.school.id))\">\(facts.name)</a>", HTML(facts.kind),
            HTML(facts.ages ?? "–"), pupils(facts), HTML(facts.authority),
            isPast ? past(listed.school) : "\(categoryMark(listed.category)) \(standingTag(listed.school))",
        ]
    }

    private func past(_ school: School) -> HTML {
        let move: HTML = "<a href=\"\(SchoolLinks.newMove(school.id))\">Move what is open</a>"
        return "\(standingTag(school)) \(.when(mayImport, move))"
    }

    /// A count is shown with the day on which it was made.
    private func pupils(_ facts: SchoolFacts) -> HTML {
        guard let pupils = facts.pupils else { return "–" }
        let title = facts.pupilsCounted.map { "Counted on \($0.long)" }
        return "<span\(.attribute("title", title))>\(pupils)</span>"
    }

    private var empty: HTML {
        if isPast { return emptyState("No school has left the trust or closed.") }
        let first: HTML = mayImport ? linkButton("Bring in schools", to: SchoolLinks.newImport, .primary) : .nothing
        return emptyState(
            "The schools of the trust stand here, brought in from the national register.", firstStep: first)
    }

    private var onward: HTML {
        let past: HTML = isPast ? .nothing : "<a href=\"\(SchoolLinks.past)\">Schools that left or closed</a>"
        let bring: HTML =
            mayImport && !schools.isEmpty
            ? linkButton("Bring in schools from the register", to: SchoolLinks.newImport) : .nothing
        return buttonRow("\(bring)\(past)")
    }
}

extension SchoolListPage {
    /// What an import did, from the address it led to.
    static func notice(added: Int, changed: Int, ended: Int) -> String {
        "\(counted(added, "school")) added, \(changed) changed, \(ended) closed or left."
            + (ended == 0 ? "" : " What is open there can go on at another school: see those that left or closed.")
    }
}
