import Kernel
import Markup
import SchoolRules
import Site

/// The departments of a school, and a form to add one for those who keep them.
struct DepartmentsPage: Sendable {
    let seen: SeenDepartments
    let token: String
    var name = ""
    var kind = Department.Kind.subject.rawValue
    var errors = FieldErrors()

    var page: Page {
        Page(
            "Departments", section: .schools, crumbs: seen.school.crumbs, errors: errors,
            body: """
                \(lede("Departments are evaluated and planned for by themselves."))\(table)\
                \(.when(seen.mayKeep && seen.school.isCurrent, form))
                """)
    }

    private var table: HTML {
        dataTable(
            "Departments of \(seen.school.name)", [Column("Department"), Column("Kind"), Column("Now")],
            seen.departments.map { one in
                let name: HTML =
                    seen.mayKeep && one.closed == nil
                    ? "<a href=\"\(SchoolLinks.department(one))\">\(one.name)</a>" : HTML(one.name)
                let now: HTML = one.closed.map { tag("Closed on \($0.long)") } ?? "Open"
                return [name, HTML(one.kind.name), now]
            },
            isCaptionHidden: true, layout: .stacking,
            empty: emptyState("\(seen.school.name) has no departments yet."))
    }

    private var form: HTML {
        postForm(
            SchoolLinks.departments(seen.school.id), token: token, makes: true,
            """
            <h2>Add a department</h2>\
            \(textField(FormField("name", "Name", errors: errors), value: name, width: .half))\
            \(radioGroup(FormField("kind", "Kind", errors: errors), choices: Department.Kind.choices, chosen: kind))\
            \(buttonRow(button("Add department", .primary)))
            """)
    }
}

extension Department.Kind {
    static let choices = allCases.map { Choice($0.rawValue, $0.name) }
}
