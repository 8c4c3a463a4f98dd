import Database
import Kernel
package import Site

/// Calendar: the trust's academic years and what schools keep differently. Its migration follows the schools' own.
package let calendarFeature = Feature(
    name: "Calendar",
    migrations: [Migration("0002-calendar", PackageResources._002_calendar_sql)],
    routes: calendarRoutes,
    links: { _ in [Reader.Link(.calendar, "Calendar", CalendarLinks(.trust).base)] },
    samples: calendarSamples)
