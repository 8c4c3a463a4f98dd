package import Database
package import Kernel
import SchoolRules

/// Whose calendar is read or changed.
package enum CalendarPlace: Hashable, Sendable {
    case trust
    case school(SchoolID)
}

/// A year of the trust or of one school, as its page shows it.
package struct CalendarView: Sendable {
    package let place: CalendarPlace
    /// The school's name; nil for the trust's own calendar.
    package let schoolName: String?
    package let today: Day
    package let calendar: SchoolCalendar
    /// nil while the trust has no year at all.
    package let shown: Shown?
    package let mayKeep: Bool
    /// The schools that this person sees, on the trust's page.
    package let schools: [CalendarSchool]

    package struct Shown: Hashable, Sendable {
        package let year: AcademicYear
        /// The trust's year behind it; the same on the trust's page.
        package let trusts: AcademicYear
        /// Of the year at this place; 0 for a school that keeps nothing of its own.
        package let version: Int
        package let exceptions: SchoolExceptions

        package init(
            year: AcademicYear, trusts: AcademicYear, version: Int, exceptions: SchoolExceptions
        ) {
            (self.year, self.trusts, self.version, self.exceptions) = (year, trusts, version, exceptions)
        }
    }

    package init(
        place: CalendarPlace, schoolName: String? = nil, today: Day, calendar: SchoolCalendar,
        shown: Shown?,
        mayKeep: Bool, schools: [CalendarSchool] = []
    ) {
        (self.place, self.schoolName, self.today) = (place, schoolName, today)
        (self.calendar, self.shown, self.mayKeep, self.schools) = (calendar, shown, mayKeep, schools)
    }
}

/// - Parameter startsIn: the year wanted; the present one when nil.
/// - Throws: `notFound` when there is no such year, or no such school for this person.
package func readCalendar(
    of place: CalendarPlace, startsIn: Int?, by actor: Actor, in database: any Database
) async throws -> CalendarView {
    try await database.read { tx in
        switch place {
        case .trust: try tx.trustsView(startsIn, actor)
        case .school(let school): try tx.schoolsView(school, startsIn, actor)
        }
    }
}

extension Reading {
    fileprivate func trustsView(_ startsIn: Int?, _ actor: Actor) throws -> CalendarView {
        let kept = try trustCalendar(with: .nobodys)
        let calendar = try kept.shared()
        let shown = try kept.chosen(startsIn, calendar, today).map { chosen in
            CalendarView.Shown(
                year: chosen.year, trusts: chosen.year, version: chosen.version,
                exceptions: SchoolExceptions(startsIn: chosen.startsIn))
        }
        return CalendarView(
            place: .trust, today: today, calendar: calendar, shown: shown,
            mayKeep: (try? MayKeepCalendar(actor)) != nil,
            schools: try shown.map {
                try calendarSchools(startsIn: $0.year.startsIn, for: actor.visible(on: today))
            } ?? [])
    }

    fileprivate func schoolsView(_ school: SchoolID, _ startsIn: Int?, _ actor: Actor) throws
        -> CalendarView
    {
        guard actor.sees(.school(school)), let name = try schoolName(school) else {
            throw Refusal.notFound
        }
        let kept = try trustCalendar(with: .of(school))
        let calendar = try kept.calendar(of: school)
        let shown = try kept.chosen(startsIn, calendar, today).map { chosen in
            let own = kept.own(of: school, startsIn: chosen.startsIn)
            let exceptions = own?.exceptions ?? SchoolExceptions(startsIn: chosen.startsIn)
            return CalendarView.Shown(
                year: try chosen.year.with(exceptions), trusts: chosen.year, version: own?.version ?? 0,
                exceptions: exceptions)
        }
        return CalendarView(
            place: .school(school), schoolName: name, today: today, calendar: calendar, shown: shown,
            mayKeep: (try? MayKeepSchoolCalendar(actor, school: school)) != nil)
    }
}

extension TrustCalendar {
    /// The year asked for; else the one that `today` is in, the one last begun, or the first.
    fileprivate func chosen(_ startsIn: Int?, _ calendar: SchoolCalendar, _ today: Day) throws
        -> TrustYear?
    {
        if let startsIn {
            guard let asked = year(startsIn: startsIn) else { throw Refusal.notFound }
            return asked
        }
        let present =
            calendar.year(of: today) ?? calendar.years.last { $0.first <= today } ?? calendar.years.first
        return present.flatMap { year(startsIn: $0.startsIn) }
    }
}
