import Database
import Kernel
import SchoolRules
import Schools
import TestKit
import Testing
import Trail

@Suite struct YearVerbsTests {
    private let administrator = CalendarDatabase.administrator
    private let day = Calendars.day

    @Test(arguments: Engine.available) func aYearStartedFromAPresetIsThatPreset(_ engine: Engine) async throws {
        try await CalendarDatabase.withYears(engine) { database in
            let calendar = try await database.read { try $0.calendar() }
            #expect(try calendar.years == [Calendars.year(2025), Calendars.year(2026)])
            let kept = try await database.read { try $0.trustCalendar(with: .everySchools) }
            #expect(kept.years.map(\.version) == [1, 1] && kept.own.isEmpty)
        }
    }

    @Test(arguments: Engine.available) func everyPresetIsKeptAsItIs(_ engine: Engine) async throws {
        for preset in CalendarPreset.all {
            try await CalendarDatabase.with(engine) { database in
                try await startYear(preset, by: administrator, in: database)
                #expect(try await database.read { try $0.calendar() }.years == [preset.year])
            }
        }
    }

    @Test(arguments: Engine.available) func aYearStartsOnceHoweverManyPress(_ engine: Engine) async throws {
        try await CalendarDatabase.with(engine) { database in
            let preset = CalendarPreset.with(key: "kent-2025")!
            let started = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<6 {
                    group.addTask { (try? await startYear(preset, by: administrator, in: database)) != nil }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(started == 1)
            let calendar = try await database.read { try $0.calendar() }
            #expect(calendar.years.map(\.name) == ["2025/26"])
        }
    }

    @Test(arguments: Engine.available) func aWrongWeekdayIsSaidAndNothingIsSaved(_ engine: Engine) async throws {
        try await CalendarDatabase.withYears(engine) { database in
            let rows = try CalendarDatabase.rows(6, "7 June 2027", "Monday 21st July 2027")
            let refusal = await #expect(throws: Refusal.self) {
                try await moveHalfTerms(of: 2026, version: 1, to: rows, by: administrator, in: database)
            }
            guard case .invalid(let errors) = refusal else {
                Issue.record("refused otherwise")
                return
            }
            #expect(errors.sentence(for: "last-6")?.hasPrefix("21 July 2027 is a Wednesday, not a Monday.") == true)
            #expect(try await database.read { try $0.calendar() }.years[1] == Calendars.year(2026))
        }
    }

    @Test(arguments: Engine.available) func movingLeavesATrailOfWhatMoved(_ engine: Engine) async throws {
        try await CalendarDatabase.withYears(engine) { database in
            let rows = try CalendarDatabase.rows(2, "2 Nov", "Wed 16 Dec")
            try await moveHalfTerms(of: 2026, version: 1, to: rows, by: administrator, in: database)
            let kept = try await database.read { try $0.trustCalendar(with: .nobodys) }
            let year = try #require(kept.year(startsIn: 2026))
            #expect(year.version == 2 && year.year.halfTerms[1].last == day("2026-12-16"))
            let trail = try await database.read { try $0.trail(of: year.id) }
            #expect(trail.map(\.verb) == ["half-terms-moved", "year-started"])
            #expect(trail[0].before == "Autumn 2 from 2 November 2026 to 18 December 2026")
            #expect(trail[0].after == "Autumn 2 from 2 November 2026 to 16 December 2026")
            #expect(trail[0].who == administrator.name)
        }
    }

    @Test(arguments: Engine.available) func theSecondOfTwoEditorsOverwritesNothing(_ engine: Engine) async throws {
        try await CalendarDatabase.withYears(engine) { database in
            try await moveHalfTerms(
                of: 2026, version: 1, to: CalendarDatabase.rows(2, "2 Nov", "16 Dec"), by: administrator, in: database)
            await #expect(throws: Refusal.stale) {
                try await moveHalfTerms(
                    of: 2026, version: 1, to: CalendarDatabase.rows(2, "2 Nov", "17 Dec"), by: administrator,
                    in: database)
            }
            let halves = try await database.read { try $0.calendar() }.years[1].halfTerms
            #expect(halves[1].last == day("2026-12-16"))
        }
    }

    @Test(arguments: Engine.available) func ofManyEditorsAtOnceOneIsKept(_ engine: Engine) async throws {
        try await CalendarDatabase.withYears(engine) { database in
            let kept = try await withThrowingTaskGroup(of: Bool.self) { group in
                for date in 9...18 where Day(2026, 12, date)?.weekday.isWeekend == false {
                    let rows = try CalendarDatabase.rows(2, "2 Nov", "\(date) Dec")
                    group.addTask {
                        do {
                            try await moveHalfTerms(of: 2026, version: 1, to: rows, by: administrator, in: database)
                            return true
                        } catch Refusal.stale { return false }
                    }
                }
                return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(kept == 1)
            #expect(try await database.read { try $0.trustCalendar(with: .nobodys) }.years[1].version == 2)
        }
    }

    @Test(arguments: Engine.available) func daysAreMarkedAndUnmarked(_ engine: Engine) async throws {
        try await CalendarDatabase.withYears(engine) { database in
            let inset = MarkedDay(day("2026-11-27"), .inset, "Café & “moderation”")
            try await markDay(inset, in: 2026, version: 1, by: administrator, in: database)
            #expect(try await database.read { try $0.calendar() }.kind(of: inset.day) == .inset(inset.name))
            try await unmarkDay(inset.day, in: 2026, version: 2, by: administrator, in: database)
            #expect(try await database.read { try $0.calendar() }.kind(of: inset.day) == .school)
            let id = try await database.read { try $0.trustCalendar(with: .nobodys) }.years[1].id
            let trail = try await database.read { try $0.trail(of: id) }
            #expect(trail.prefix(2).map(\.verb) == ["day-unmarked", "day-marked"])
            #expect(trail[1].after == "27 November 2026: INSET day (Café & “moderation”)")
        }
    }

    @Test(arguments: Engine.available) func everyKindOfDayCanBeStored(_ engine: Engine) async throws {
        try await CalendarDatabase.withYears(engine) { database in
            for (index, kind) in TrustCalendar.kinds.enumerated() {
                let mark = MarkedDay(day("2026-11-23") + index, kind)
                try await markDay(mark, in: 2026, version: 1 + index, by: administrator, in: database)
            }
            let head = Calendars.person(.headteacher, at: .school(Calendars.ash))
            for (index, kind) in TrustCalendar.ownKinds.enumerated() {
                let mark = MarkedDay(day("2026-11-28") + (kind == .open ? 0 : index + 2), kind)
                try await markOwnDay(
                    mark, of: Calendars.ash, in: 2026, version: index, by: head, in: database)
            }
            let own = try await database.read { try $0.trustCalendar(with: .everySchools) }.own
            #expect(own.map(\.version) == [3] && own[0].exceptions.marks.count == 3)
        }
    }

    @Test(arguments: Engine.available) func whoMayNotKeepItChangesNothing(_ engine: Engine) async throws {
        try await CalendarDatabase.withYears(engine) { database in
            let head = Calendars.person(.headteacher, at: .school(Calendars.ash))
            let mark = MarkedDay(day("2026-11-27"), .inset)
            await #expect(throws: Refusal.self) {
                try await startYear(CalendarPreset.with(key: "kent-2026")!, by: head, in: database)
            }
            await #expect(throws: Refusal.self) {
                try await markDay(mark, in: 2026, version: 1, by: head, in: database)
            }
            let calendar = try await database.read { try $0.calendar() }
            #expect(calendar.kind(of: mark.day) == .school)
        }
    }
}

@Suite struct CalendarsTogetherTests {
    /// Each change is right by itself; both together would let two years overlap.
    @Test(arguments: Engine.available) func changesOfDifferentYearsAreHeldAgainstEachOther(
        _ engine: Engine
    ) async throws {
        let days = [
            (2025, MarkedDay(Calendars.day("2026-08-20"), .inset)),
            (2026, MarkedDay(Calendars.day("2026-08-10"), .inset)),
        ]
        for _ in 0..<4 {
            try await CalendarDatabase.withYears(engine) { database in
                let taken = await withTaskGroup(of: Bool.self) { group in
                    for (year, mark) in days {
                        group.addTask {
                            (try? await markDay(
                                mark, in: year, version: 1, by: CalendarDatabase.administrator, in: database)) != nil
                        }
                    }
                    return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
                }
                #expect(taken == 1)
                let calendar = try await database.read { try $0.calendar() }
                #expect(calendar.years.count == 2)
            }
        }
    }
}
