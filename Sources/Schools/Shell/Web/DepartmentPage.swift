import Kernel
import Markup
import SchoolRules
import Site

/// One department, to rename or to close.
struct DepartmentPage: Sendable {
    let school: School
    let department: Department
    let token: String
    var name: String?
    var errors = FieldErrors()
    /// Somebody changed the department since the page was shown.
    var isStale = false

    var page: Page {
        Page(
            department.name, section: .schools,
            crumbs: school.crumbs + [Page.Crumb("Departments", SchoolLinks.departments(school.id))], errors: errors,
            notice: isStale ? "Somebody else changed this department meanwhile. This is how it is now." : nil,
            body: department.closed.map { notice("Closed on \($0.long).") } ?? forms)
    }

    private var forms: HTML {
        let address = SchoolLinks.department(department)
        return """
            \(postForm(
                address + "/name", token: token, version: department.version,
                """
                \(textField(FormField("name", "Name", errors: errors), value: name ?? department.name, width: .half))\
                \(buttonRow(button("Rename", .primary)))
                """))\
            <h2>Close this department</h2><p>Nothing new is begun for a closed department. What was written about it \
            stays.</p>\
            \(postForm(address + "/closing", token: token, version: department.version, button("Close today", .warning)))
            """
    }
}
