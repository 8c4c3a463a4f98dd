import Kernel
import Markup
import SchoolRules
import Site

/// What is open at a school that closed or left, to let it go on at another one.
struct MovePage: Sendable {
    let seen: SchoolToMove
    let token: String
    /// As they were typed; nil for the page as it is first shown, with everything chosen.
    var typed: MoveForm?
    var errors = FieldErrors()

    var page: Page {
        Page(
            "Move what is open", section: .schools, crumbs: seen.school.crumbs, errors: errors, body: "\(body)\(moved)")
    }

    private var body: HTML {
        if seen.school.isCurrent {
            return emptyState("\(seen.school.name) works in the trust. Nothing is to be moved from it.")
        }
        if seen.things.isEmpty { return emptyState("Nothing is open at \(seen.school.name) any more.") }
        return lede(
            "\(seen.school.name) is no longer in the trust, so nothing falls due there. What you choose goes on at another "
                + "school from today, with its seats and the checks to come. Evaluations, and all that was done, stay.")
            + form
    }

    private var moved: HTML {
        guard !seen.moved.isEmpty else { return .nothing }
        return """
            <h2>What went on elsewhere</h2>\
            <ul>\(seen.moved.html { "<li>\($0.words) <span class=\"soft\">\($0.who), \($0.day.long)</span></li>" })</ul>
            """
    }

    private var form: HTML {
        postForm(
            SchoolLinks.moves(seen.school.id), token: token,
            """
            \(selectField(
                FormField("school", "Goes on at", hint: "A department that it does not have is made there.", errors: errors),
                choices: seen.targets.map { Choice($0.id.text, $0.name) },
                chosen: typed.map { $0.school } ?? seen.successor?.text))\
            \(MovableThing.Kind.allCases.html(group))\
            \(buttonRow(button("Move", .primary) + linkButton("Leave it", to: SchoolLinks.past, .link)))
            """)
    }

    private func group(_ kind: MovableThing.Kind) -> HTML {
        let things = seen.things.filter { $0.kind == kind }
        guard !things.isEmpty else { return .nothing }
        return checkboxGroup(
            FormField("chosen", kind.rawValue, errors: errors, id: "chosen-\(kind)"),
            choices: things.map { Choice($0.key, $0.words) }, chosen: typed?.chosen ?? Set(things.map(\.key)))
    }
}

/// What goes on where, as it was chosen.
struct MoveForm: Sendable {
    let school: String
    let chosen: Set<String>

    init(_ form: Form) { (school, chosen) = (form.text("school"), Set(form.all("chosen"))) }
}

/// Under which trust everything goes on.
struct SuccessorPage: Sendable {
    let trust: Trust
    let token: String
    /// The file of an import that led here.
    let upload: String
    var typed = SuccessorInput(name: "", uid: "")
    var errors = FieldErrors()

    var page: Page {
        Page(
            "Let everything go on under another trust", section: .administration, errors: errors,
            body: """
                \(lede(
                    "For a trust that became part of another one. This is the database of \(trust.name)\(number). Its "
                        + "schools, people, plans and history all stay; from now on they belong to the trust that you "
                        + "name, and the register is read for it."))\
                \(form)
                """)
    }

    private var number: String { trust.uid.map { " (\($0))" } ?? "" }

    private var form: HTML {
        postForm(
            SchoolLinks.successor, token: token,
            """
            <input type="hidden" name="upload" value="\(upload)">\
            \(textField(
                FormField("trust", "Name of the trust", hint: "Shown on every page.", errors: errors), value: typed.name))\
            \(textField(
                FormField("uid", "Its number (UID)", hint: "As the register has it.", errors: errors), value: typed.uid,
                width: .short))\
            \(buttonRow(button("Go on under this trust", .primary) + linkButton("Leave it", to: SchoolLinks.list, .link)))
            """)
    }
}
