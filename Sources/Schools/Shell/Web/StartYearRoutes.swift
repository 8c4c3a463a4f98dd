import Kernel
import SchoolRules
import Site

/// Without `from`, where dates may come from; with it, the form filled from there.
func newYear(_ visit: SignedIn) async throws -> Answer {
    try visit.mayKeepCalendar()
    let view = try await readCalendar(of: .trust, startsIn: nil, by: visit.actor, in: visit.database)
    let wanted = visit.query("starts") ?? "\(startable(view).last ?? view.today.year)"
    guard let startsIn = Int(written: wanted, AcademicYear.possible) else { throw Refusal.notFound }
    let lastYear = view.calendar.years.first { $0.startsIn == startsIn - 1 }
    guard let from = visit.query("from") else {
        let page = StartYearPage(
            startsIn: startsIn, choices: startable(view), hasLastYear: lastYear != nil,
            trustName: visit.trustName)
        return .page(page.page)
    }
    guard let rows = rows(from: from, startsIn: startsIn, lastYear) else { throw Refusal.notFound }
    return .page(startPage(visit, startsIn, rows).page)
}

func postYear(_ visit: SignedIn, _ follower: CalendarFollower) async throws -> Answer {
    try visit.mayKeepCalendar()
    guard let startsIn = Int(written: visit.form.text("starts"), AcademicYear.possible) else {
        throw Refusal.notFound
    }
    let form = HalfTermsForm(visit.form)
    var page = startPage(visit, startsIn, form.rows)
    do {
        try await startYear(
            startsIn, form.rows, seen: visit.movesSeen, by: visit.actor, following: follower, in: visit.database)
        return .seeOther(CalendarLinks(.trust).year(startsIn) + CalendarNotice.started.query)
    } catch let unseen as CalendarMovesUnseen {
        return visit.movesPage(unseen, back: CalendarLinks(.trust).base)
    } catch let refusal as Refusal {
        let again = try refusal.onThisPage(field: "half-terms")
        page.errors = again.errors
        return .page(page.page, status: again.status)
    }
}

private func startPage(_ visit: SignedIn, _ startsIn: Int, _ rows: [TypedHalfTerm]) -> HalfTermsPage {
    HalfTermsPage(
        purpose: .starting(startsIn), trustName: visit.trustName, formToken: visit.formToken,
        form: HalfTermsForm(version: 0, rows: rows))
}

/// The year before the first, and the one after the last; around today while there is none.
private func startable(_ view: CalendarView) -> [Int] {
    guard let first = view.calendar.years.first?.startsIn,
        let last = view.calendar.years.last?.startsIn
    else {
        let present = view.today.month >= 8 ? view.today.year : view.today.year - 1
        return [present - 1, present + 1, present]
    }
    return [first - 1, last + 1]
}

private func rows(from: String, startsIn: Int, _ lastYear: AcademicYear?) -> [TypedHalfTerm]? {
    if from == "blank" { return .blank(.bySeason) }
    if from == "last-year" {
        return (try? lastYear?.nextYearsGuess())?.halfTerms.map(TypedHalfTerm.init)
    }
    return CalendarPreset.with(key: from).flatMap {
        $0.startsIn == startsIn ? $0.halfTerms.map(TypedHalfTerm.init) : nil
    }
}
