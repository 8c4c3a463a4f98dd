import HTTPTypes
import Kernel
import Markup
import SchoolRules
import Site

/// The trust's calendar and each school's, under the same shape of addresses.
func calendarRoutes(_ routes: inout Routes) {
    let keepers = Gate.holding(
        [.administrator, .directorOfEducation], "those who keep the trust's calendar")
    let heads = Gate.holding(
        [.administrator, .directorOfEducation, .headteacher, .executiveHead],
        "heads and those who keep the calendar")
    routes.get(CalendarLinks.newYear, keepers, newYear)
    routes.post(CalendarLinks.years, keepers, postYear)
    for (base, gate) in [("/calendar", keepers), ("/schools/:school/calendar", heads)] {
        routes.get(base, .signedIn) { try await show($0, startsIn: nil) }
        routes.get("\(base)/:year", .signedIn) { try await show($0, startsIn: $0.calendarYear()) }
        routes.get("\(base)/:year/half-terms", gate, halfTerms)
        routes.post("\(base)/:year/half-terms", gate, postHalfTerms)
        routes.post("\(base)/:year/days", gate, postDay)
        routes.post("\(base)/:year/days/:day/end", gate, endDay)
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
    .page(
        try await visit.halfTermsPage {
            HalfTermsForm(version: $0.version, rows: $0.year.halfTerms.map(TypedHalfTerm.init))
        }.page)
}

private func postHalfTerms(_ visit: SignedIn) async throws -> Answer {
    let (place, year, form) = (
        try visit.calendarPlace(), try visit.calendarYear(), HalfTermsForm(visit.form)
    )
    do {
        switch place {
        case .trust:
            try await moveHalfTerms(
                of: year, version: form.version, to: form.rows, by: visit.actor, in: visit.database)
        case .school(let school):
            try await keepHalfTerms(
                form.rows, of: school, in: year, version: form.version, by: visit.actor, in: visit.database)
        }
        return .seeOther(CalendarLinks(place).year(year) + CalendarNotice.moved.query)
    } catch Refusal.invalid(let errors) {
        var page = try await visit.halfTermsPage { _ in form }
        page.errors = errors
        return .page(page.page, status: .unprocessableContent)
    } catch Refusal.stale {
        var page = try await visit.halfTermsPage { _ in form }
        page.isStale = true
        return .page(page.page, status: .conflict)
    } catch Refusal.conflict(let sentence) {
        var page = try await visit.halfTermsPage { _ in form }
        page.errors = FieldErrors([("half-terms", sentence)])
        return .page(page.page, status: .conflict)
    }
}

private func postDay(_ visit: SignedIn) async throws -> Answer {
    let (place, year, form) = (
        try visit.calendarPlace(), try visit.calendarYear(), MarkForm(visit.form)
    )
    do {
        let mark = try form.mark(startsIn: year)
        switch place {
        case .trust:
            try await markDay(mark, in: year, version: form.version, by: visit.actor, in: visit.database)
        case .school(let school):
            try await markOwnDay(
                mark, of: school, in: year, version: form.version, by: visit.actor, in: visit.database)
        }
        return .seeOther(CalendarLinks(place).year(year) + CalendarNotice.marked.query)
    } catch Refusal.invalid(let errors) {
        return try await refused(visit, form, errors, nil, .unprocessableContent)
    } catch Refusal.stale {
        return try await refused(visit, form, FieldErrors(), CalendarNotice.stale, .conflict)
    } catch Refusal.conflict(let sentence) {
        return try await refused(visit, form, FieldErrors([("day", sentence)]), nil, .conflict)
    }
}

private func endDay(_ visit: SignedIn) async throws -> Answer {
    let (place, year) = (try visit.calendarPlace(), try visit.calendarYear())
    guard let day = Day(try visit.part("day")) else { throw Refusal.notFound }
    let version = Int(visit.form.text("version")) ?? -1
    do {
        switch place {
        case .trust:
            try await unmarkDay(day, in: year, version: version, by: visit.actor, in: visit.database)
        case .school(let school):
            try await unmarkOwnDay(
                day, of: school, in: year, version: version, by: visit.actor, in: visit.database)
        }
        return .seeOther(CalendarLinks(place).year(year) + CalendarNotice.unmarked.query)
    } catch Refusal.stale {
        return try await refused(visit, .empty, FieldErrors(), CalendarNotice.stale, .conflict)
    }
}
