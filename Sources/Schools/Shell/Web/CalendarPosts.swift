import Kernel
import SchoolRules
import Site

func postHalfTerms(_ visit: SignedIn, _ follower: CalendarFollower) async throws -> Answer {
    try visit.mayKeepCalendar()
    let (place, year, form) = (try visit.calendarPlace(), try visit.calendarYear(), HalfTermsForm(visit.form))
    do {
        switch place {
        case .trust:
            try await moveHalfTerms(
                of: year, version: form.version, to: form.rows, seen: visit.movesSeen, by: visit.actor,
                following: follower, in: visit.database)
        case .school(let school):
            try await keepHalfTerms(
                form.rows, of: school, in: year, version: form.version, seen: visit.movesSeen, by: visit.actor,
                following: follower, in: visit.database)
        }
        return .seeOther(CalendarLinks(place).year(year) + CalendarNotice.moved.query)
    } catch let unseen as CalendarMovesUnseen {
        return visit.movesPage(unseen, back: CalendarLinks(place).year(year))
    } catch let refusal as Refusal {
        return try await visit.halfTermsAgain(form, after: refusal)
    }
}

func postDay(_ visit: SignedIn, _ follower: CalendarFollower) async throws -> Answer {
    try visit.mayKeepCalendar()
    let (place, year, form) = (try visit.calendarPlace(), try visit.calendarYear(), MarkForm(visit.form))
    do {
        let mark = try form.mark(startsIn: year)
        switch place {
        case .trust:
            try await markDay(
                mark, in: year, version: form.version, seen: visit.movesSeen, by: visit.actor,
                following: follower, in: visit.database)
        case .school(let school):
            try await markOwnDay(
                mark, of: school, in: year, version: form.version, seen: visit.movesSeen, by: visit.actor,
                following: follower, in: visit.database)
        }
        return .seeOther(CalendarLinks(place).year(year) + CalendarNotice.marked.query)
    } catch let unseen as CalendarMovesUnseen {
        return visit.movesPage(unseen, back: CalendarLinks(place).year(year))
    } catch let refusal as Refusal {
        return try await visit.yearAgain(form, after: refusal)
    }
}

func endDay(_ visit: SignedIn, _ follower: CalendarFollower) async throws -> Answer {
    try visit.mayKeepCalendar()
    let (place, year) = (try visit.calendarPlace(), try visit.calendarYear())
    guard let day = Day(try visit.part("day")) else { throw Refusal.notFound }
    let version = visit.form.version
    do {
        switch place {
        case .trust:
            try await unmarkDay(
                day, in: year, version: version, seen: visit.movesSeen, by: visit.actor,
                following: follower, in: visit.database)
        case .school(let school):
            try await unmarkOwnDay(
                day, of: school, in: year, version: version, seen: visit.movesSeen, by: visit.actor,
                following: follower, in: visit.database)
        }
        return .seeOther(CalendarLinks(place).year(year) + CalendarNotice.unmarked.query)
    } catch let unseen as CalendarMovesUnseen {
        return visit.movesPage(unseen, back: CalendarLinks(place).year(year))
    } catch let refusal as Refusal {
        return try await visit.yearAgain(.empty, after: refusal)
    }
}
