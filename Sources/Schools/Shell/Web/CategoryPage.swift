import Kernel
import Markup
import SchoolRules
import Site

/// The category of a school with every decision about it, and a form for those who decide.
struct CategoryPage: Sendable {
    let seen: SeenCategory
    let token: String
    var typed = PlacingForm()
    var errors = FieldErrors()

    var page: Page {
        Page(
            "Category", section: .schools, crumbs: seen.school.crumbs, errors: errors,
            body: "\(now)\(.when(seen.mayPlace && seen.school.isCurrent, form))\(history)")
    }

    private func category(_ key: String) -> SchoolCategory? { seen.categories.first { $0.key == key } }

    private var now: HTML {
        guard let latest = seen.placings.first else {
            return emptyState("Nobody has decided on a category for \(seen.school.name) yet.")
        }
        return """
            <p>\(categoryMark(category(latest.category))) \(ageText(latest.from, on: seen.today, saying: "decided"))</p>\
            <p>\(latest.reason)</p>
            """
    }

    private var form: HTML {
        postForm(
            SchoolLinks.category(seen.school.id), token: token, makes: true,
            """
            <h2>Decide anew</h2>\
            \(radioGroup(
                FormField("category", "Category", errors: errors),
                choices: seen.categories.map { Choice($0.key, $0.name) }, chosen: typed.category))\
            \(textArea(
                FormField("reason", "Why", hint: "The school reads this.", errors: errors), value: typed.reason))\
            \(textField(
                FormField("from", "From", errors: errors), value: typed.from ?? seen.today.description, kind: .date,
                width: .short))\
            \(buttonRow(button("Place in this category", .primary)))
            """)
    }

    private var history: HTML {
        guard seen.placings.count > 1 else { return .nothing }
        return """
            <h2>Before</h2>\
            \(dataTable(
                "Decisions about the category", [Column("From"), Column("Category"), Column("Why"), Column("Decided by")],
                seen.placings.dropFirst().map { one in
                    [HTML(one.from.long), categoryMark(category(one.category)), HTML(one.reason), HTML(one.deciderName)]
                }, isCaptionHidden: true, layout: .stacking))
            """
    }
}

/// A decision as it was typed.
struct PlacingForm: Sendable {
    var category = ""
    var reason = ""
    var from: String?

    init() {}

    init(_ form: Form) {
        (category, reason, from) = (form.text("category"), form.text("reason"), form.text("from"))
    }

    /// - Throws: `Refusal.invalid` for a day that is none.
    var input: PlacingInput {
        get throws {
            guard let day = Day(from ?? "") else { throw Refusal.invalid("from", "Give the day, such as 2026-11-21.") }
            return PlacingInput(category: category, reason: reason, from: day)
        }
    }
}
