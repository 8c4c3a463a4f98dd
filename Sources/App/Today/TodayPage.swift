import Kernel
import Markup
import NoticeRules
package import Site

/// What is due for one person and nothing else, each done in place.
package struct TodayPage: Sendable {
    package let view: TodayView
    package let token: String

    package let done: DoneOnToday?

    package init(view: TodayView, token: String, done: DoneOnToday? = nil) {
        (self.view, self.token, self.done) = (view, token, done)
    }

    private var today: Day { view.today }

    package var page: Page {
        Page("Today", section: .today, body: "\(justDone)<p class=\"lede\">\(date)</p>\(content)")
    }

    private var justDone: HTML {
        done.map { "<p class=\"notice\" role=\"status\">\($0.sentence) <a href=\"\($0.page)\">Look at it</a></p>" }
            ?? .nothing
    }

    private var date: String {
        "\(today.weekday.name) \(today.long)" + (view.week.map { ", \($0)" } ?? "")
    }

    private var content: HTML {
        switch view.state {
        case .quiet(let quiet): holiday(quiet)
        case .nothing(let next, let milestones): nothing(next, milestones)
        case .waiting(let waiting):
            """
            \(group("Missed", waiting.missed))\(group("Now", waiting.now))\
            \(group(today.weekday.isWeekend ? "Next week" : "Later this week", waiting.soon))
            """
        }
    }

    private func holiday(_ quiet: QuietDay) -> HTML {
        let length: HTML = quiet.until > today ? ", until \(quiet.until.withWeekday)" : .nothing
        let back: HTML =
            quiet.back.map { "<p>School starts again on \($0.nearby), \($0.age(on: today)).</p>" } ?? .nothing
        return "<div class=\"empty\"><p>\(quiet.name)\(length). Nothing is due.</p>\(back)</div>"
    }

    private func nothing(_ next: Due?, _ milestones: [Milestone]) -> HTML {
        let first: HTML =
            next.map { due in
                """
                <p>Next: <a href="\(due.address)">\(due.title)</a> (\(due.kind.name.lowercased())\
                \(.when(!due.place.isEmpty, ", \(due.place)"))), \(due.day.nearby), \(due.day.age(on: today)).</p>
                """
            } ?? .nothing
        let coming = milestones.html { mark in
            "<li>\(mark.label): \(mark.day.withWeekday), \(mark.day.age(on: today))</li>"
        }
        return """
            <div class="empty"><p>Nothing waits for you.</p>\(first)</div>\
            \(.when(!milestones.isEmpty, "<h2>In the calendar</h2><ul>\(coming)</ul>"))
            """
    }

    private func group(_ name: String, _ due: [Due]) -> HTML {
        guard !due.isEmpty else { return .nothing }
        return "<h2>\(name) <span class=\"soft\">\(due.count)</span></h2>\(due.html(dueCard))"
    }

    private func dueCard(_ due: Due) -> HTML {
        card(
            id: due.id,
            """
            <header><p class="soft">\(due.kind.name)\(.when(!due.place.isEmpty, ", \(due.place)"))</p>\(age(due))</header>\
            <h3><a href="\(due.address)">\(due.title)</a></h3>\(due.form.map { $0(token) } ?? .nothing)
            """)
    }

    /// When it is or was due; how long it is still in time.
    private func age(_ due: Due) -> HTML {
        let when = ageText(due.day, on: today, saying: due.kind == .approval ? "asked" : "due")
        switch DueTime(day: due.day, until: due.until, on: today) {
        case .missed: return "<p>\(tag("Missed", .problem)) \(when)</p>"
        case .now:
            if due.kind == .meeting { return "<p>\(ageText(due.day, on: today))\(clock(due))</p>" }
            guard let until = due.until, until > due.day else { return "<p>\(when)</p>" }
            let inTime = due.kind == .check ? "on time until" : "until"
            if until == today { return "<p>\(inTime) \(ageText(until, on: today))</p>" }
            return "<p>\(inTime) \(until.nearby), \(ageText(until, on: today))</p>"
        case .soon, .later:
            if due.day == today + 1 { return "<p>\(ageText(due.day, on: today))\(clock(due))</p>" }
            guard due.clock == nil else { return "<p>\(due.day.nearby)\(clock(due))</p>" }
            return "<p>\(due.day.nearby), \(ageText(due.day, on: today))</p>"
        }
    }

    /// ` at 15:10, 30 minutes`
    private func clock(_ due: Due) -> HTML {
        guard let clock = due.clock else { return .nothing }
        return " at \(clock)\(due.minutes.map { ", \($0) minutes" as HTML } ?? .nothing)"
    }
}

extension Day {
    /// `Friday 27 November 2026`
    fileprivate var withWeekday: String { "\(weekday.name) \(long)" }

    /// `Friday 27 November`, for days that are not far away.
    fileprivate var nearby: String { "\(weekday.name) \(dayOfMonth) \(monthNames[month - 1])" }
}
