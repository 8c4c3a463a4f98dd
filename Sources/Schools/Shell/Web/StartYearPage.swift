import Kernel
import Markup
import SchoolRules
import Site

/// From what a year may start: somebody's published dates, the trust's own last year, or an empty form.
struct StartYearPage: Sendable {
    let startsIn: Int
    /// Years that may be started, for the links on top.
    let choices: [Int]
    let hasLastYear: Bool
    let trustName: String

    var page: Page {
        let name = AcademicYear.name(startsIn: startsIn)
        return Page(
            "Start \(name)", section: .calendar,
            crumbs: [Page.Crumb(trustName, "/"), Page.Crumb("Calendar", "/calendar")],
            body: """
                \(lede("Choose where the dates come from. Nothing is saved until you have seen and corrected them."))
                \(years)\(presets)
                <h2>Or</h2><ul>\(lastYear)
                <li><a href="\(CalendarLinks.newYear(startsIn, from: "blank"))">Type every date into an empty form</a></li></ul>
                """)
    }

    private var years: HTML {
        guard choices.count > 1 else { return .nothing }
        return """
            <nav class="years" aria-label="Years"><ul>\(choices.html { year in
                year == startsIn
                    ? "<li><b aria-current=\"page\">\(AcademicYear.name(startsIn: year))</b></li>"
                    : "<li><a href=\"\(CalendarLinks.newYear)?starts=\(String(year))\">\(AcademicYear.name(startsIn: year))</a></li>"
            })</ul></nav>
            """
    }

    private var presets: HTML {
        let presets = CalendarPreset.of(startsIn: startsIn)
        guard !presets.isEmpty else { return "<p>No published dates of this year are known here.</p>" }
        return """
            <h2>Published dates</h2><p>Read from the pages of schools and councils. Yours may differ by a day or two.</p>
            <ul>\(presets.html { preset in
                "<li><a href=\"\(CalendarLinks.newYear(startsIn, from: preset.key))\">\(preset.title)</a> <span class=\"soft\">\(preset.inShort)</span></li>"
            })</ul>
            """
    }

    private var lastYear: HTML {
        guard hasLastYear else { return .nothing }
        let name = AcademicYear.name(startsIn: startsIn - 1)
        return """
            <li><a href="\(CalendarLinks.newYear(startsIn, from: "last-year"))">Your own \(name), moved on by 52 weeks</a>
            <span class="soft">a guess: check every date</span></li>
            """
    }
}

extension CalendarPreset {
    /// When it begins and ends: `1 September to 21 July`.
    fileprivate var inShort: String {
        guard let first = halfTerms.first?.first, let last = halfTerms.last?.last else { return "" }
        return
            "\(first.dayOfMonth) \(monthNames[first.month - 1]) to \(last.dayOfMonth) \(monthNames[last.month - 1])"
    }
}
