import Database
import Kernel
package import Site

/// Calendar: the trust's academic years and what schools keep differently. Its migration follows the schools' own.
///
/// - Parameter follower: what moves with it; `CalendarFollower.all` joins several.
package func calendarFeature(_ follower: CalendarFollower = .nobody) -> Feature {
    Feature(
        name: "Calendar",
        migrations: [Migration("0002-calendar", PackageResources._002_calendar_sql)],
        routes: { routes in calendarRoutes(&routes, follower) },
        links: { _ in [Reader.Link(.calendar, "Calendar", CalendarLinks(.trust).base)] },
        samples: calendarSamples)
}
