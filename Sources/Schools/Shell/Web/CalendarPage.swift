import Kernel
import Markup
import SchoolRules
import Site

/// The year of the trust or of a school: drawn, listed, and changed by those who keep it.
struct CalendarPage: Sendable {
    let view: CalendarView
    let trustName: String
    let formToken: String
    var form = MarkForm.empty
    var errors = FieldErrors()
    var notice: String?

    private var links: CalendarLinks { CalendarLinks(view.place) }

    var page: Page {
        Page(
            title, section: view.place == .trust ? .calendar : .schools, crumbs: crumbs, errors: errors,
            notice: notice, isWide: true, body: view.shown.map(body) ?? nothingYet)
    }

    private var title: String {
        let year = view.shown.map { " \($0.year.name)" } ?? ""
        return view.schoolName.map { "Calendar of \($0)\(year)" } ?? "Calendar\(year)"
    }

    private var crumbs: [Page.Crumb] { calendarCrumbs(view, trustName) }

    private var nothingYet: HTML {
        emptyState(
            "The terms, half terms and INSET days of each year stand here. Due dates and reminders follow them.",
            firstStep: view.mayKeep && view.place == .trust
                ? linkButton("Start the first year", to: CalendarLinks.newYear, .primary)
                : "An administrator of the trust starts the first year.")
    }

    private func body(_ shown: CalendarView.Shown) -> HTML {
        """
        \(lede(calendarSentence(view.calendar, on: view.today)))
        \(screenOnly(yearLinks(shown.year.startsIn)))
        \(yearGrid(view.calendar, shown.year, today: view.today).html)
        \(notices(shown.year))
        <h2>Half terms and holidays</h2>
        \(halfTermTable(view, shown))
        \(.when(view.mayKeep, screenOnly(linkButton("Change the half terms", to: links.halfTerms(shown.year.startsIn)))))
        <h2>INSET, bank holidays and closed days</h2>
        \(markedDayTable(view, shown, links, formToken))
        \(.when(view.mayKeep, screenOnly(markForm(shown))))
        \(schools(shown.year.startsIn))
        """
    }

    private func yearLinks(_ present: Int) -> HTML {
        let others: HTML = view.calendar.years.html { year in
            year.startsIn == present
                ? "<li><b aria-current=\"page\">\(year.name)</b></li>"
                : "<li><a href=\"\(links.year(year.startsIn))\">\(year.name)</a></li>"
        }
        let next = (view.calendar.years.last?.startsIn ?? present) + 1
        let start: HTML =
            "<li><a href=\"\(CalendarLinks.newYear)\">Start \(AcademicYear.name(startsIn: next))</a></li>"
        return """
            <nav class="years" aria-label="Years"><ul>\(others)\(.when(view.mayKeep && view.place == .trust, start))</ul></nav>
            """
    }

    private func notices(_ year: AcademicYear) -> HTML {
        guard view.mayKeep, !year.notices.isEmpty else { return .nothing }
        return screenOnly(
            disclosure(
                "Worth a second look (\(year.notices.count))",
                "<ul>\(year.notices.html { "<li>\($0)</li>" })</ul>"))
    }

    private func markForm(_ shown: CalendarView.Shown) -> HTML {
        let kinds = view.place == .trust ? TrustCalendar.kinds : TrustCalendar.ownKinds
        let day = FormField(
            "day", "Day", hint: "Such as Fri 27 Nov 2026. A weekday you write is checked.", errors: errors
        )
        return """
            <h3>Mark a day</h3>
            \(postForm(links.days(shown.year.startsIn), token: formToken, version: shown.version, makes: true, """
                \(textField(day, value: form.day, width: .half))
                \(radioGroup(FormField("kind", "What kind of day", errors: errors),
                    choices: kinds.map { Choice($0.rawValue, $0.name, hint: $0.meaning) }, chosen: form.kind))
                \(textField(FormField("name", "What it is called", errors: errors, isOptional: true), value: form.name))
                \(buttonRow(button("Mark the day")))
                """))
            """
    }

    private func schools(_ startsIn: Int) -> HTML {
        guard view.place == .trust, !view.schools.isEmpty else { return .nothing }
        return """
            <h2>Calendars of schools</h2>
            \(dataTable("Calendars of schools", [Column("School"), Column("Keeps for itself")], view.schools.map { school in
                ["<a href=\"\(CalendarLinks(.school(school.id)).year(startsIn))\">\(school.name)</a>", "\(school.inWords)"]
            }, isCaptionHidden: true))
            """
    }
}

/// From the trust down to the calendar's place.
func calendarCrumbs(_ view: CalendarView, _ trustName: String) -> [Page.Crumb] {
    var crumbs = [Page.Crumb(trustName, "/")]
    if case .school(let school) = view.place, let name = view.schoolName {
        crumbs += [Page.Crumb("Schools", "/schools"), Page.Crumb(name, "/schools/\(school)")]
    }
    return crumbs
}

extension CalendarSchool {
    /// "1 half term, 2 days"; what it says when a school follows the trust.
    var inWords: String {
        let parts = [(ownHalfTerms, "half term"), (ownDays, "day")].filter { $0.0 > 0 }
        guard !parts.isEmpty else { return "nothing: it follows the trust" }
        return parts.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: ", ")
    }
}

extension MarkedDay.Kind {
    fileprivate var meaning: String {
        switch self {
        case .inset: "Staff work, pupils stay at home"
        case .closed: "Nobody comes, as on a day given back for twilight sessions"
        case .bankHoliday: "One that was proclaimed, or a local one"
        case .open: "Pupils come although the trust marked the day"
        }
    }
}
