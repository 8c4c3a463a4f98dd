package import Database
package import Kernel
package import Site

/// After the schools' own migration.
package let calendarMigrations = [Migration("0002-calendar", PackageResources._002_calendar_sql)]

/// Everybody plans by the calendar.
package func calendarLinks(_ actor: Actor) -> [Reader.Link] {
    [Reader.Link(.calendar, "Calendar", CalendarLinks(.trust).base)]
}
