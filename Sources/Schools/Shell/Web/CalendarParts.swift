import Kernel
import Markup
import Site

/// Where the school year stands on a day, in a sentence or two.
func calendarSentence(_ calendar: SchoolCalendar, on today: Day) -> String {
    let date = "\(today.weekday.name) \(today.long)"
    guard calendar.knows(today) else { return "\(date) is in no year that this calendar knows." }
    let next =
        calendar.milestones(after: today, upTo: 1).first.map {
            " \($0.label) \($0.day.age(on: today))."
        } ?? ""
    if let half = calendar.halfTerm(of: today), let week = half.week(of: today) {
        return "\(date) is in week \(week) of \(half.weeks) of \(half.name).\(next)"
    }
    return
        "\(date) is in the \(calendar.holiday(of: today)?.name ?? "holiday").\(next)"
}

/// Twelve months from August or September, whichever the year begins in.
func yearGrid(_ calendar: SchoolCalendar, _ year: AcademicYear, today: Day) -> YearGrid {
    let start = year.first - (year.first.dayOfMonth - 1)
    return YearGrid(title: "The year \(year.name), day by day", start: start, today: today) { day in
        if !calendar.knows(day), let mark = year.mark(on: day) { return YearGrid.Mark(.bankHoliday, words: mark.label) }
        return gridMark(calendar.kind(of: day), begins: year.halfTerms.first { $0.first == day }?.name)
    }
}

private func gridMark(_ kind: DayKind?, begins: String?) -> YearGrid.Mark {
    switch kind {
    case .school: YearGrid.Mark(.school, words: begins.map { "\($0) begins" })
    case .inset(let name): YearGrid.Mark(.inset, words: name)
    case .bankHoliday(let name): YearGrid.Mark(.bankHoliday, words: name)
    case .closed(let name), .holiday(let name): YearGrid.Mark(.holiday, words: name)
    case .weekend, nil: YearGrid.Mark(.weekend)
    }
}

/// Half terms with the holidays between them. On a school's page, what differs from the trust says so.
func halfTermTable(_ view: CalendarView, _ shown: CalendarView.Shown) -> HTML {
    let rows = shown.year.halfTerms.flatMap { half -> [[HTML]] in
        let holiday = view.calendar.holiday(of: half.last + 1).map { [holidayRow($0)] } ?? []
        return [halfTermRow(half, view, shown)] + holiday
    }
    return dataTable(
        "Half terms and holidays of \(shown.year.name)",
        [Column("Name"), Column("From"), Column("To"), .number("Weeks"), .number("School days")], rows,
        isCaptionHidden: true, layout: .stacking)
}

private func halfTermRow(_ half: HalfTerm, _ view: CalendarView, _ shown: CalendarView.Shown)
    -> [HTML]
{
    let trusts = shown.trusts.halfTerms.first { $0.number == half.number }
    let own: HTML =
        trusts.map { trusts in
            .when(
                trusts != half,
                " \(tag("own dates"))<br><span class=\"soft\">trust: \(trusts.first.short) to \(trusts.last.short)</span>"
            )
        } ?? .nothing
    let days = view.calendar.schoolDays(from: half.first, through: half.last)?.count ?? 0
    return [
        "<b>\(half.name)</b>\(own)", "\(half.first.short)", "\(half.last.short)", "\(half.weeks)",
        "\(days)",
    ]
}

private func holidayRow(_ holiday: Window) -> [HTML] {
    [
        "<span class=\"soft\">\(holiday.name)</span>",
        "<span class=\"soft\">\(holiday.first.short)</span>",
        "<span class=\"soft\">\(holiday.last.short)</span>", "", "",
    ]
}

/// Marked days in order; those who keep the calendar can take away what is marked at this place.
func markedDayTable(
    _ view: CalendarView, _ shown: CalendarView.Shown, _ links: CalendarLinks, _ formToken: String
) -> HTML {
    let rows = shown.year.marks.map { mark -> [HTML] in
        let isOwn = view.place != .trust && shown.exceptions.marks.contains(mark)
        let cells: [HTML] = [
            "\(mark.day.short)", "\(mark.kind.name)\(.when(isOwn, " \(tag("own day"))"))", "\(mark.name)",
        ]
        guard view.mayKeep else { return cells }
        return cells + [.when(view.place == .trust || isOwn, unmarkButton(mark, shown, links, formToken))]
    }
    let columns = ["Day", "Kind", "Name"] + (view.mayKeep ? ["Change"] : [])
    return dataTable(
        "Marked days of \(shown.year.name)", columns.map { Column($0) }, rows, isCaptionHidden: true,
        layout: .stacking, empty: "<p>No day is marked.</p>")
}

private func unmarkButton(
    _ mark: MarkedDay, _ shown: CalendarView.Shown, _ links: CalendarLinks, _ formToken: String
) -> HTML {
    postForm(
        links.end(of: mark.day, shown.year.startsIn), token: formToken, marks: .inline, version: shown.version,
        "<button class=\"link\">Unmark<span class=\"vh\"> \(mark.day.short)</span></button>")
}
