import App
import Database
import Jobs
import Kernel
import MeetingRules
import Schools
import TestKit
import Testing

@testable import Meetings

@Suite struct Lines {
    @Test(arguments: Engine.available) func settingUpPlansTheFirstMeetingsAtOnce(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let id = try await trust.line(.fortnightly)
            let meetings = try await trust.meetings(of: id)
            let (calendar, today) = try await trust.database.read { (try $0.calendar(of: trust.academy), $0.today) }
            let first = try await trust.firstDay
            #expect(meetings.count >= 2 && meetings[0].day == first)
            #expect(meetings.allSatisfy { calendar.isSchoolDay($0.day) == true && $0.day > today })
        }
    }

    @Test(arguments: Engine.available) func planningTwiceChangesNothing(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let id = try await trust.line()
            let before = try await trust.meetings(of: id)
            try await planMeetings(in: trust.database)
            _ = try await drain(trust.database, [planningJob])
            #expect(try await trust.meetings(of: id) == before)
        }
    }

    @Test(arguments: Engine.available) func theJobPlansOnAsTheWeeksGoBy(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let id = try await trust.line()
            let before = try await trust.meetings(of: id)
            trust.trust.clock.set(to: before[3].day)
            try await planMeetings(in: trust.database)
            let after = try await trust.meetings(of: id)
            #expect(Array(after.prefix(before.count)) == before && after.count > before.count)
        }
    }

    @Test(arguments: Engine.available) func aDayThatClosesMovesWhatIsPlannedAndNotWhatWasMoved(engine: Engine)
        async throws
    {
        try await Willowbrook.with(engine) { trust in
            let id = try await trust.line()
            let meetings = try await trust.meetings(of: id)
            let (moved, planned) = (meetings[1], meetings[2])
            let other = try await trust.database.read {
                try $0.calendar(of: trust.academy).nextSchoolDay(after: moved.day)!
            }
            try await moveMeeting(
                moved.id, to: other, because: "Parents' evening", version: 1, by: trust.deputy, in: trust.database)
            try await trust.close([moved.planned, other, planned.day])
            try await planMeetings(in: trust.database)
            let after = try await trust.meetings(of: id)
            #expect(after.first { $0.id == moved.id }?.day == other)
            #expect(!after.contains { $0.day == planned.day })
            #expect(after.count >= meetings.count - 1)
        }
    }

    @Test(arguments: Engine.available) func twoPeopleHaveOneLine(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            _ = try await trust.line()
            await #expect(throws: Refusal.conflict("These two have line meetings already.")) { try await trust.line() }
        }
    }

    @Test(arguments: Engine.available) func nothingBeginsInAHolidayAndAllFieldsAreNamed(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let empty = LineInput(
                school: trust.academy, leader: nil, member: nil,
                times: TimesInput(rhythm: nil, first: nil, startsAt: "", minutes: nil))
            let refusal = await #expect(throws: Refusal.self) {
                try await setUpLine(empty, by: trust.head, in: trust.database)
            }
            #expect(
                refusal
                    == .invalid(
                        FieldErrors([("leader", "Choose who leads."), ("member", "Choose whose work it is about.")])))
            let weekend = try await trust.firstDay.monday + 6
            let late = await #expect(throws: Refusal.self) {
                try await setUpLine(trust.input(from: weekend), by: trust.head, in: trust.database)
            }
            guard case .invalid(let errors) = late else { return }
            #expect(errors.all.map(\.field) == ["first"] && errors.all[0].sentence.contains("The next school day is"))
        }
    }

    @Test(arguments: Engine.available) func strangersFindNothingAndOthersMayNotArrange(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let day = try await trust.firstDay
            await #expect(throws: Refusal.notFound) {
                try await setUpLine(trust.input(from: day), by: trust.stranger, in: trust.database)
            }
            for actor in [trust.governor, trust.headOfEnglish, trust.liaison] {
                await #expect(throws: Refusal.self) {
                    try await setUpLine(trust.input(from: day), by: actor, in: trust.database)
                }
            }
            let id = try await trust.line()
            await #expect(throws: Refusal.notFound) {
                try await endLine(id, because: "x", version: 1, by: trust.stranger, in: trust.database)
            }
        }
    }

    @Test(arguments: Engine.available) func changingTheRhythmPlansAnewAndEndingClearsWhatIsPlanned(engine: Engine)
        async throws
    {
        try await Willowbrook.with(engine) { trust in
            let id = try await trust.line()
            let weekly = try await trust.meetings(of: id)
            let times = TimesInput(rhythm: .threeWeekly, first: weekly[0].day, startsAt: "09:00", minutes: 20)
            try await changeLine(id, to: times, version: 1, by: trust.deputy, in: trust.database)
            let fewer = try await trust.meetings(of: id)
            #expect(fewer.count < weekly.count && fewer[0].id == weekly[0].id)
            await #expect(throws: Refusal.stale) {
                try await changeLine(id, to: times, version: 1, by: trust.deputy, in: trust.database)
            }
            _ = try await addItem("Timetable", to: fewer[1].id, by: trust.deputy, in: trust.database)
            try await endLine(id, because: "New post", version: 2, by: trust.head, in: trust.database)
            let left = try await trust.meetings(of: id)
            #expect(left.map(\.id) == [fewer[1].id] && left[0].calledOffBecause == "The line ended.")
            #expect(try await readLine(id, for: trust.deputy, in: trust.database).line.endedBecause == "New post")
        }
    }
}

extension Willowbrook {
    /// Closes every school on some days.
    func close(_ days: [Day]) async throws {
        try await database.write { tx in
            for day in days {
                try tx.run(
                    """
                    INSERT INTO marked_day (academic_year_id, day, kind, name)
                    SELECT h.academic_year_id, \(day), 'closed', 'Boiler' FROM half_term h
                    WHERE h.first_day <= \(day) AND h.last_day >= \(day)
                    """)
            }
        }
    }
}
