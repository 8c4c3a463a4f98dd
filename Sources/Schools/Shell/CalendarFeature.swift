package import Database

/// After the schools' own migration.
package let calendarMigrations = [Migration("0002-calendar", PackageResources._002_calendar_sql)]
