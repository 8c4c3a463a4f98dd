package import Database
package import Kernel
package import NoticeRules
import SchoolRules
import Schools

/// The calendars of the trust and of every school on one day.
struct CalendarsOfSchools: Sendable {
    let shared: SchoolCalendar
    /// Of the schools that keep dates of their own.
    let own: [SchoolID: SchoolCalendar]

    /// - Parameter school: nil for the trust.
    func calendar(of school: SchoolID?) -> SchoolCalendar { school.flatMap { own[$0] } ?? shared }

    /// Whether there may be a school at which things fall due on a day.
    func isAnyOpen(_ day: Day) -> Bool { ([shared] + own.values).contains { $0.isSilent(day) != true } }
}

extension Reading {
    /// In six questions however many schools there are.
    func calendarsOfSchools() throws -> CalendarsOfSchools {
        let schools = try rows(
            "SELECT school_id FROM own_half_term UNION SELECT school_id FROM own_marked_day"
        ) { try $0[0] as SchoolID }
        let kept = try trustCalendar(with: schools.isEmpty ? .nobodys : .everySchools)
        let own = try schools.map { ($0, try kept.calendar(of: $0)) }
        return CalendarsOfSchools(
            shared: try kept.shared(), own: Dictionary(own, uniquingKeysWith: { first, _ in first }))
    }

    /// A day is quiet for a person only when it is quiet wherever they hold a post, and at every school where something of
    /// theirs falls due. Nobody is asked what falls due on a day that is quiet at all schools.
    ///
    /// - Parameter collect: what waits for the person and what comes until a day.
    /// - Returns: nil when today is not.
    package func quietDay(for actor: Actor, collecting collect: (Day) throws -> [Waiting]) throws -> QuietDay? {
        // The usual day takes no more than the calendar of one school.
        let main = try actor.calendarSchool.map { try calendar(of: $0) } ?? calendar()
        if actor.calendarPlaces.contains(actor.calendarSchool), main.isSilent(today) != true { return nil }
        let all = try calendarsOfSchools()
        let lived = [actor.calendarSchool] + actor.calendarPlaces.subtracting([actor.calendarSchool])
        let quiet = lived.filter(actor.calendarPlaces.contains).map { QuietDay(today, in: all.calendar(of: $0)) }
        guard let first = quiet.first, let name = first, quiet.allSatisfy({ $0 != nil }) else { return nil }
        guard all.isAnyOpen(today) else { return name }
        let isElsewhere = try collect(today.endOfPlannedWeek).contains { waiting in
            waiting.school != nil && all.calendar(of: waiting.school).isSilent(today) != true
        }
        return isElsewhere ? nil : name
    }
}
