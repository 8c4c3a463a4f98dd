import Kernel
import Markup
import People
import PlanRules
import Site

/// Plans what will be looked at, how, by whom and when; shows the days that follow before anything is kept.
struct CheckPlanPage: Sendable {
    let desk: CheckDesk
    let series: CheckPlanID?
    let form: CheckPlanForm
    let token: String
    /// The days that the form gives, once they were asked for.
    var looks: [Look] = []
    var isCutShort = false
    var errors = FieldErrors()
    var notice: String?

    var page: Page {
        Page(
            series == nil ? "Plan a check" : "Change a check", section: .plans,
            crumbs: [
                Page.Crumb("Plans", "/plans"),
                Page.Crumb(desk.plan.title, CheckLinks.plan(desk.plan.id, desk.subject)),
            ], errors: errors, notice: notice,
            body: """
                \(lede("Say now how you will know whether it works: \(desk.subjectWords)"))\
                \(postForm("\(action)#looks", token: token, version: form.version, makes: series == nil, "\(enter)\(words)\(when)\(outcome)\(buttons)"))
                """)
    }

    private var action: String {
        series.map { CheckLinks.series(desk.plan.id, $0) } ?? CheckLinks.manySeries(desk.plan.id, desk.subject)
    }

    private func field(_ name: String, _ label: String, hint: String? = nil, isOptional: Bool = false) -> FormField {
        FormField(name, label, hint: hint, errors: errors, isOptional: isOptional)
    }

    private var words: HTML {
        """
        \(textArea(field("looked", "What will be looked at", hint: "Such as: the first ten minutes of three lessons."),
            value: form.looked, rows: 2))\
        \(textArea(field("how", "How", isOptional: true), value: form.how, rows: 2))\
        \(selectField(field("seat", "Who looks"), choices: desk.seats.map { Choice($0.id.text, label($0)) },
            chosen: form.seat))
        """
    }

    private func label(_ seat: Seat) -> String { "\(seat.holderName), \(seat.role.name.lowercased())" }

    private var when: HTML {
        """
        \(radioGroup(
            field("rhythm", "How often"),
            choices: CheckRhythm.allCases.map { Choice($0.rawValue, $0 == .dates ? "On days I name" : $0.name) },
            chosen: form.rhythm))\
        <div class="from-to">\(day("first", "From", form.first))\(day("last", "Until", form.last))</div>\(named)
        """
    }

    private func day(_ name: String, _ label: String, _ value: String) -> HTML {
        let isPickable = value.isEmpty || Day(value) != nil
        return textField(field(name, label), value: value, kind: isPickable ? .date : .text, width: .half)
    }

    private var named: HTML {
        """
        <fieldset class="field named" id="days" tabindex="-1"><legend>The days</legend>\(refused)\((1...form.fields).html { number in
            let value = form.days.indices.contains(number - 1) ? form.days[number - 1] : ""
            return day("day-\(number)", "Day \(number)", value) + offer(number, value)
        })</fieldset>
        """
    }

    private var refused: HTML {
        errors.sentence(for: "days").map { "<p class=\"error\"><span class=\"vh\">Error: </span>\($0)</p>" } ?? .nothing
    }

    /// Takes the next school day in one press where the typed one is none.
    private func offer(_ number: Int, _ value: String) -> HTML {
        guard form.isByDates, let day = Day(value), desk.calendar.isSchoolDay(day) == false,
            let next = desk.calendar.schoolDay(onOrAfter: day)
        else { return .nothing }
        return buttonRow(takeButton(next, name: "instead", value: "\(number)=\(next)"))
    }

    private var outcome: HTML {
        guard !looks.isEmpty else { return .nothing }
        let rest: HTML = .when(
            isCutShort,
            "<p class=\"soft\">The calendar ends before that; looks of later years are added when they are entered.</p>"
        )
        // Where somebody else's change is told first, the page stays at its top.
        return """
            <h2\(.attribute("id", notice == nil ? "looks" : nil))>\(looks.count == 1 ? "One look" : "\(looks.count) looks")</h2>\
            <p>\(asking)</p>\
            <ul class="days">\(looks.html { "<li>\($0.due.short)</li>" })</ul>\(rest)\
            <input type="hidden" name="shown" value="\(form.print)">
            """
    }

    /// The days are kept once exactly these were seen.
    private var asking: String {
        let then = series == nil ? "plan" : "save"
        return form.shown.isEmpty || form.shown == form.print
            ? "Read the days, then \(then) the check." : "The days have changed. Read them, then \(then) the check."
    }

    private var enter: HTML { .when(!errors.isEmpty || !form.days.isEmpty, pressedByEnter(sending)) }

    private var sending: String {
        if looks.isEmpty { return "See the days" }
        return series == nil ? "Plan this check" : "Save the check"
    }

    private var buttons: HTML {
        let back = "<a href=\"\(CheckLinks.plan(desk.plan.id, desk.subject))\">Back to the plan</a>" as HTML
        return buttonRow("\(button(sending, .primary)) \(back)")
    }
}

/// Ends a series whose words are sealed.
struct CheckEndingPage: Sendable {
    let planned: PlannedCheck
    let token: String
    var reason = ""
    var errors = FieldErrors()

    var page: Page {
        let (plan, check) = (planned.plan, planned.check)
        return Page(
            "End a check", section: .plans,
            crumbs: [Page.Crumb("Plans", "/plans"), Page.Crumb(plan.title, CheckLinks.plan(plan.id, check.subject))],
            errors: errors,
            body: """
                \(lede(check.looked))<p>What was found stays. Looks that are to come are called off.</p>\
                \(postForm(CheckLinks.ending(plan.id, check.id), token: token, version: check.version, """
                    \(textArea(FormField("reason", "Why nobody needs to look any more", errors: errors), value: reason))\
                    \(buttonRow("\(button("End this check", .warning)) <a href=\"\(CheckLinks.plan(plan.id, check.subject))\">Back to the plan</a>"))
                    """))
                """)
    }
}
