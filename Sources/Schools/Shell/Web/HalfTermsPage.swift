import Kernel
import Markup
import SchoolRules
import Site

/// The form for the half terms of a year, whether it begins or is changed.
struct HalfTermsPage: Sendable {
    /// What the form is for, which decides where it goes and what may be typed.
    enum Purpose: Sendable {
        case starting(Int)
        case changing(CalendarView.Shown, CalendarView)
    }

    let purpose: Purpose
    let trustName: String
    let formToken: String
    let form: HalfTermsForm
    var errors = FieldErrors()
    /// Somebody saved this year while the form was filled in: what is saved now stands beside what was typed.
    var isStale = false

    var page: Page {
        Page(
            title, section: .calendar, crumbs: crumbs, errors: errors, notice: staleness,
            isWide: true,
            body: """
                \(lede("Write days as you like: 3/11/2026, 3 Nov, or Tue 3rd Nov 2026. A weekday you write is checked."))
                \(postForm(action, token: formToken, version: version, makes: isNew, """
                    <div id="half-terms" tabindex="-1">\(table)</div>
                    \(buttonRow("\(button(words, .primary)) \(linkButton("Leave as it is", to: back, .link))"))
                    """))
                """)
    }

    private var isNew: Bool { if case .starting = purpose { true } else { false } }

    private var startsIn: Int {
        switch purpose {
        case .starting(let year): year
        case .changing(let shown, _): shown.year.startsIn
        }
    }

    private var title: String {
        let name = AcademicYear.name(startsIn: startsIn)
        switch purpose {
        case .starting: return "Start \(name)"
        case .changing(_, let view):
            return "Half terms of \(name)\(view.schoolName.map { " at \($0)" } ?? "")"
        }
    }

    private var crumbs: [Page.Crumb] {
        switch purpose {
        case .starting: [Page.Crumb(trustName, "/"), Page.Crumb("Calendar", "/calendar")]
        case .changing(let shown, let view):
            calendarCrumbs(view, trustName) + [Page.Crumb("Calendar \(shown.year.name)", back)]
        }
    }

    private var back: String {
        switch purpose {
        case .starting: CalendarLinks.newYear
        case .changing(let shown, let view): CalendarLinks(view.place).year(shown.year.startsIn)
        }
    }

    private var action: String {
        switch purpose {
        case .starting: CalendarLinks.years
        case .changing(let shown, let view): CalendarLinks(view.place).halfTerms(shown.year.startsIn)
        }
    }

    private var words: String {
        if case .starting = purpose { "Start the year" } else { "Save the half terms" }
    }

    /// After a stale save the newest version, because its dates are in sight now.
    private var version: Int {
        if case .changing(let shown, _) = purpose, isStale { shown.version } else { form.version }
    }

    private var staleness: String? {
        isStale
            ? "Somebody else changed this year meanwhile. What you typed is kept; what is saved now stands beside it. "
                + "Saving again puts yours in its place."
            : nil
    }

    private var table: HTML {
        let columns =
            ["Half term", "First day", "Last day"]
            + (beside.isEmpty ? [] : [isStale ? "Saved now" : "The trust"])
        return """
            \(startField)\(dataTable(title, columns.map { Column($0) }, form.rows.map(row), isCaptionHidden: true, layout: .stacking))
            """
    }

    private var startField: HTML {
        if case .starting(let year) = purpose {
            "<input type=\"hidden\" name=\"starts\" value=\"\(String(year))\">"
        } else {
            .nothing
        }
    }

    private func row(_ typed: TypedHalfTerm) -> [HTML] {
        let cells = [
            nameCell(typed), date("first", "begins", typed.first, typed),
            date("last", "ends", typed.last, typed),
        ]
        return beside.isEmpty ? cells : cells + [besideCell(typed.number)]
    }

    /// A school changes days only; names are the trust's.
    private func nameCell(_ typed: TypedHalfTerm) -> HTML {
        if case .changing(_, let view) = purpose, view.place != .trust {
            return
                "\(typed.name)<input type=\"hidden\" name=\"name-\(typed.number)\" value=\"\(typed.name)\">"
        }
        let field = FormField(
            "name-\(typed.number)", "Name of half term \(typed.number)", errors: errors,
            isLabelHidden: true)
        return textField(field, value: typed.name, width: .half)
    }

    private func date(_ part: String, _ verb: String, _ value: String, _ typed: TypedHalfTerm) -> HTML {
        let field = FormField(
            "\(part)-\(typed.number)", "\(typed.name) \(verb)", errors: errors, isLabelHidden: true)
        return textField(field, value: value, width: .half)
    }

    /// What stands in the last column: what is saved now after a stale save, else the trust's dates beside a school's.
    private var beside: [HalfTerm] {
        guard case .changing(let shown, let view) = purpose else { return [] }
        if isStale { return shown.year.halfTerms }
        return view.place == .trust ? [] : shown.trusts.halfTerms
    }

    private func besideCell(_ number: Int) -> HTML {
        guard let half = beside.first(where: { $0.number == number }) else { return "" }
        return "<span class=\"soft\">\(half.name): \(half.first.short) to \(half.last.short)</span>"
    }
}
