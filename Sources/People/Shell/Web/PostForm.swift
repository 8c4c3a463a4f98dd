import Kernel
import Markup
import PeopleRules
import Site

/// The fields of a post as they were typed.
struct PostForm: Sendable {
    var role = ""
    var place = ""
    var starts = ""
    var ends = ""

    init(startingOn day: Day) { starts = day.description }

    init(_ form: Form) {
        (role, place) = (form.text("role"), form.text("place"))
        (starts, ends) = (form.text("starts"), form.text("ends"))
    }

    /// - Throws: `Refusal.invalid` with everything that cannot be taken.
    func input() throws -> PostInput {
        var errors = FieldErrors()
        let role = Role(rawValue: role)
        if role == nil { errors.add("role", "Choose a role.") }
        let place = Place(code: place)
        if place == nil { errors.add("place", "Choose a place.") }
        let starts = Day(self.starts)
        if starts == nil { errors.add("starts", "Enter the first day in the form 2026-09-01.") }
        let ends = Day(self.ends)
        if ends == nil, !self.ends.isEmpty { errors.add("ends", "Enter the last day in the form 2027-08-31.") }
        try errors.check()
        return PostInput(role: role!, place: place!, starts: starts!, ends: ends)
    }

    func fields(_ choices: PostChoices, _ errors: FieldErrors) -> HTML {
        """
        \(selectField(
            FormField("role", "Role", errors: errors), choices: choices.roles.map { Choice($0.rawValue, $0.name) },
            chosen: role))\
        \(selectField(
            FormField("place", "Place", hint: "Rights flow down: a post at a school reaches its departments.", errors: errors),
            choices: choices.places.map { Choice($0.place.code, $0.name) }, chosen: place))\
        \(textField(FormField("starts", "First day", errors: errors), value: starts, kind: .date, width: .short))\
        \(textField(
            FormField("ends", "Last day", hint: "Visitors always need one.", errors: errors, isOptional: true),
            value: ends, kind: .date, width: .short))
        """
    }
}

extension Place {
    /// The value of the choice in a form.
    var code: String {
        switch self {
        case .trust: "trust"
        case .school(let school): school.text
        case .department(let department, let school): "\(school) \(department)"
        }
    }

    init?(code: String) {
        let ids = code.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        switch ids.count {
        case 1 where code == "trust": self = .trust
        case 1:
            guard let school = SchoolID(ids[0]) else { return nil }
            self = .school(school)
        case 2:
            guard let school = SchoolID(ids[0]), let department = DepartmentID(ids[1]) else { return nil }
            self = .department(department, of: school)
        default: return nil
        }
    }
}
