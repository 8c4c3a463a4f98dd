import Kernel
import SchoolRules
import Site

/// The half-term form as it was typed.
struct HalfTermsForm: Sendable {
    let version: Int
    let rows: [TypedHalfTerm]

    init(version: Int, rows: [TypedHalfTerm]) { (self.version, self.rows) = (version, rows) }

    /// Rows are the half terms for which a first day was sent, empty or not.
    init(_ form: Form) {
        version = form.version
        rows = (1...12).filter { form.has("first-\($0)") }.map { number in
            TypedHalfTerm(
                number, form.text("name-\(number)"), form.text("first-\(number)"),
                form.text("last-\(number)"))
        }
    }
}

/// The form that marks a day, as it was typed.
struct MarkForm: Sendable {
    let version: Int
    let day: String
    let kind: String
    let name: String

    static let empty = MarkForm(version: -1, day: "", kind: "", name: "")

    private init(version: Int, day: String, kind: String, name: String) {
        (self.version, self.day, self.kind, self.name) = (version, day, kind, name)
    }

    init(_ form: Form) {
        self.init(
            version: form.version, day: form.text("day"), kind: form.text("kind"),
            name: form.text("name"))
    }

    /// - Throws: `Refusal.invalid` at `day` and `kind`.
    func mark(startsIn: Int) throws -> MarkedDay {
        var errors = FieldErrors()
        let day = errors.day(day, at: "day", startsIn)
        let kind = MarkedDay.Kind(rawValue: kind)
        if kind == nil { errors.add("kind", "Choose what kind of day it is.") }
        try errors.check()
        guard let day, let kind else { throw Refusal.invalid(errors) }
        return MarkedDay(day, kind, name)
    }
}
