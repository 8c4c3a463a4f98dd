import Database
import Kernel
import SchoolRules
import Schools
import TestKit
import Testing

@Suite struct CalendarReadsTests {
    private let administrator = CalendarDatabase.administrator

    private func statements(
        _ database: any Database, _ work: @escaping @Sendable (Reading) throws -> Void
    ) async throws -> Int {
        let before = database.counts.statements
        try await database.read(work)
        return database.counts.statements - before
    }

    @Test(arguments: Engine.available) func aCalendarTakesTwoQueriesWhateverItHolds(_ engine: Engine) async throws {
        try await CalendarDatabase.with(engine) { database in
            #expect(try await database.read { try $0.calendar() } == .unknown)
            #expect(try await statements(database) { _ = try $0.calendar(of: Calendars.ash) } == 2)
            for year in [2024, 2025, 2026] {
                let preset = CalendarPreset.of(startsIn: year)[0]
                try await startYear(preset, by: administrator, in: database)
            }
            #expect(try await statements(database) { _ = try $0.calendar(of: Calendars.ash) } == 2)
            #expect(try await statements(database) { _ = try $0.calendar() } == 2)
        }
    }

    @Test(arguments: Engine.available) func aPageTakesAsManyQueriesForThirtySchoolsAsForTwo(_ engine: Engine)
        async throws
    {
        try await CalendarDatabase.withYears(engine) { database in
            let read = { (place: CalendarPlace) async throws -> Int in
                let before = database.counts.statements
                _ = try await readCalendar(of: place, startsIn: 2026, by: administrator, in: database)
                return database.counts.statements - before
            }
            let (trust, school) = (try await read(.trust), try await read(.school(Calendars.ash)))
            let more: [(SchoolID, String)] = (30..<60).map { (Calendars.id($0), "School \($0)") }
            try await CalendarDatabase.addSchools(database, more)
            for (id, _) in more {
                let mark = MarkedDay(Calendars.day("2026-11-27"), .inset)
                try await markOwnDay(mark, of: id, in: 2026, version: 0, by: administrator, in: database)
            }
            #expect(try await read(.trust) == trust)
            #expect(try await read(.school(Calendars.ash)) == school)
            #expect(trust <= 4 && school <= 6)
        }
    }

    @Test(arguments: Engine.available) func withoutAYearWantedThePresentOneIsShown(_ engine: Engine) async throws {
        try await CalendarDatabase.withYears(engine) { database in
            let view = try await readCalendar(of: .trust, startsIn: nil, by: administrator, in: database)
            let present = view.calendar.year(of: view.today) ?? view.calendar.years.last { $0.first <= view.today }
            #expect(view.shown?.year == present ?? view.calendar.years.first)
            #expect(view.mayKeep && view.schools.map(\.name) == ["Ash Primary", "Birch Academy"])
            await #expect(throws: Refusal.notFound) {
                try await readCalendar(of: .trust, startsIn: 1999, by: administrator, in: database)
            }
        }
    }

    @Test(arguments: Engine.available) func anEmptyCalendarShowsNoYear(_ engine: Engine) async throws {
        try await CalendarDatabase.with(engine) { database in
            let view = try await readCalendar(of: .trust, startsIn: nil, by: administrator, in: database)
            #expect(view.shown == nil && view.schools.isEmpty)
            let head = Calendars.person(.headteacher, at: .school(Calendars.ash))
            let own = try await readCalendar(of: .school(Calendars.ash), startsIn: nil, by: head, in: database)
            #expect(own.shown == nil && own.schoolName == "Ash Primary" && own.mayKeep)
        }
    }

    @Test(arguments: Engine.available) func theListSaysWhatSchoolsKeepForThemselves(_ engine: Engine) async throws {
        try await CalendarDatabase.withYears(engine) { database in
            let rows = try CalendarDatabase.rows(1, "1 Sep", "16 Oct")
            try await keepHalfTerms(rows, of: Calendars.ash, in: 2026, version: 0, by: administrator, in: database)
            let schools = try await readCalendar(of: .trust, startsIn: 2026, by: administrator, in: database).schools
            #expect(schools.map(\.ownHalfTerms) == [1, 0] && schools.map(\.ownDays) == [0, 0])
            let before = try await readCalendar(of: .trust, startsIn: 2025, by: administrator, in: database).schools
            #expect(before.map(\.ownHalfTerms) == [0, 0])
        }
    }
}
