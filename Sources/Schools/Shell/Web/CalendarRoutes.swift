import Kernel
import SchoolRules
import Site

/// The trust's calendar and each school's, under the same shape of addresses.
func calendarRoutes(_ routes: inout Routes, _ follower: CalendarFollower) {
    let keepers = Gate.holding(
        [.administrator, .directorOfEducation], "those who keep the trust's calendar")
    let heads = Gate.holding(
        [.administrator, .directorOfEducation, .headteacher, .executiveHead],
        "heads and those who keep the calendar")
    routes.get(CalendarLinks.newYear, keepers, newYear)
    routes.post(CalendarLinks.years, keepers) { try await postYear($0, follower) }
    for (base, gate) in [("/calendar", keepers), ("/schools/:school/calendar", heads)] {
        routes.get(base, .signedIn) { try await show($0, startsIn: nil) }
        routes.get("\(base)/:year", .signedIn) { try await show($0, startsIn: $0.calendarYear()) }
        routes.get("\(base)/:year/half-terms", gate, halfTerms)
        routes.post("\(base)/:year/half-terms", gate) { try await postHalfTerms($0, follower) }
        routes.post("\(base)/:year/days", gate) { try await postDay($0, follower) }
        routes.post("\(base)/:year/days/:day/end", gate) { try await endDay($0, follower) }
    }
}

private func show(_ visit: SignedIn, startsIn: Int?) async throws -> Answer {
    let view = try await readCalendar(
        of: visit.calendarPlace(), startsIn: startsIn, by: visit.actor, in: visit.database)
    let page = CalendarPage(
        view: view, trustName: visit.trustName, formToken: visit.formToken,
        notice: visit.query("done").flatMap(CalendarNotice.init)?.sentence)
    return .page(page.page)
}

private func halfTerms(_ visit: SignedIn) async throws -> Answer {
    let page = try await visit.halfTermsPage { shown in
        HalfTermsForm(version: shown.version, rows: shown.year.halfTerms.map(TypedHalfTerm.init))
    }
    return .page(page.page)
}
