import HTTPTypes
import Kernel
import Markup
import MeetingRules
import People
import Site

/// Sets up a line: which school, then who and when.
struct NewLinePage: Sendable {
    let choices: LineChoices
    let form: LineForm
    let token: String
    var errors = FieldErrors()

    var page: Page {
        Page(
            "Set up line meetings", section: .meetings, crumbs: [Page.Crumb("Meetings", MeetingLinks.list)],
            errors: errors,
            body: choices.school.map(fields) ?? asking)
    }

    private var asking: HTML {
        getForm(
            MeetingLinks.newLine,
            """
            \(selectField(
                FormField("school", "School"), choices: choices.schools.map { Choice($0.id.text, $0.name) }, chosen: nil))\
            \(buttonRow(button("Continue", .primary)))
            """)
    }

    private func fields(_ school: SchoolName) -> HTML {
        """
        \(lede("Two people of \(school.name), or one of them of the trust. The meetings belong to their posts: whoever takes a post up takes up its meetings."))\
        \(postForm(
            MeetingLinks.lines, token: token, makes: true,
            """
            <input type="hidden" name="school" value="\(school.id.text)">\
            \(selectField(FormField("leader", "Who leads", errors: errors), choices: seats, chosen: form.leader))\
            \(selectField(
                FormField("member", "Whose work it is about", hint: "The agenda looks at the checks and statements of this post's place.", errors: errors),
                choices: seats, chosen: form.member))\
            \(form.times.fields(errors: errors, calendar: choices.calendar, today: choices.today))\
            \(buttonRow(button("Set up the meetings", .primary)))
            """))
        """
    }

    private var seats: [Choice] {
        choices.seats.map { seat in
            let department = seat.place.department.flatMap { choices.departments[$0] }
            let words = [seat.role.name, department].compactMap { $0 }.joined(separator: ", ")
            return Choice(seat.id.text, "\(seat.holderName) (\(words))")
        }
    }
}
