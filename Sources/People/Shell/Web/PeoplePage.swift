import Kernel
import Markup
import PeopleRules
import Site

/// The people of the trust, or of a head's own school, with their posts.
struct PeoplePage: Sendable {
    let view: PeopleView

    var page: Page {
        Page(
            "People", section: .administration, isWide: true,
            body: """
                \(buttonRow(linkButton("Add somebody", to: PeopleLinks.newPerson, .primary)))\
                \(filterForm)\(filterChips("Shown only", chips))\(table)\(pages)\
                \(.when(view.mayKeepJobs, "<p><a href=\"\(PeopleLinks.jobs)\">Work that runs by itself</a></p>"))
                """)
    }

    private var filterForm: HTML {
        getForm(
            PeopleLinks.people,
            """
            \(textField(FormField("q", "Name or address"), value: view.filter.text, kind: .search, width: .half))\
            \(selectField(
                FormField("school", "School"), choices: view.schools.map { Choice($0.place.code, $0.name) },
                chosen: view.filter.school?.text, nobody: "Every school"))\
            \(selectField(
                FormField("role", "Role"), choices: Role.allCases.map { Choice($0.rawValue, $0.name) },
                chosen: view.filter.role?.rawValue, nobody: "Every role"))\
            \(button("Show"))
            """)
    }

    private var chips: [Chip] {
        let filter = view.filter
        let text = filter.text.isEmpty ? nil : Chip("“\(filter.text)”", without: without { $0.text = "" })
        let school = filter.school.map { id in
            Chip(
                view.schools.first { $0.place.school == id }?.name ?? "A school", without: without { $0.school = nil })
        }
        let role = filter.role.map { Chip($0.name, without: without { $0.role = nil }) }
        return [text, school, role].compactMap { $0 }
    }

    private func without(_ change: (inout PeopleFilter) -> Void) -> String {
        var filter = view.filter
        filter.page = 1
        change(&filter)
        return PeopleLinks.people(filter)
    }

    private var table: HTML {
        dataTable(
            "People", [Column("Name"), Column("Posts"), Column("Sign-in")],
            view.people.map { person in
                [
                    "<a href=\"\(PeopleLinks.person(person.id))\">\(person.name)</a>",
                    person.posts.isEmpty ? "None" : person.posts.html { "<div>\($0.inWords(on: view.today))</div>" },
                    standing(person),
                ]
            }, isCaptionHidden: true, layout: .stacking,
            empty: emptyState("Nobody is found. Take a filter away, or add somebody."))
    }

    private func standing(_ person: PersonLine) -> HTML {
        if let lastDay = person.lastDay {
            return tag(lastDay < view.today ? "Left \(lastDay.short)" : "Leaves \(lastDay.short)", .attention)
        }
        return person.hasPassword ? "\(person.email.text)" : "\(person.email.text) \(tag("No password yet"))"
    }

    private var pages: HTML {
        let page = max(view.filter.page, 1)
        return pagination(page: page, of: view.hasMore ? page + 1 : page) { number in
            var filter = view.filter
            filter.page = number
            return PeopleLinks.people(filter)
        }
    }
}

extension PostLine {
    /// `Headteacher, Oak Primary, from 1 September 2027`: days only where they are news.
    func inWords(on today: Day) -> String {
        let start = post.starts > today ? ", from \(post.starts.long)" : ""
        let end = post.hasEnd ? ", to \(post.ends.long)" : ""
        return "\(post.role.name), \(place)\(start)\(end)"
    }
}
