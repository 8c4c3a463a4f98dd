import App
import Database
import Kernel
import PlanRules
import Plans
import SchoolRules
import Schools
import TestKit
import Testing
import Trail

/// Looks move when the calendar does, and nobody is surprised by it.
@Suite struct FollowCalendarTests {
    /// A live plan with a look every week, and the day of its third, which the school will close.
    private func live(_ engine: Engine, _ body: (CheckedPlan, Day) async throws -> Void) async throws {
        try await CheckedPlan.with(engine) { made in
            try await made.planned(.dates, days: try days(made))
            try await made.goLive()
            try await body(made, try await made.looks()[1].look.due)
        }
    }

    /// Two school days that are followed by another one.
    private func days(_ made: CheckedPlan) throws -> [Day] {
        let first = try #require(made.calendar.adding(schoolWeeks: 1, to: made.start))
        let second = try #require(made.calendar.adding(schoolWeeks: 2, to: made.start))
        return [first.monday, second.monday].compactMap { made.calendar.schoolDay(onOrAfter: $0) }
    }

    private func close(
        _ day: Day, of made: CheckedPlan, seen: String? = nil, following: CalendarFollower = checksFollowTheCalendar
    ) async throws {
        let (startsIn, version) = try await year(of: made, on: day)
        try await markOwnDay(
            MarkedDay(day, .closed), of: made.trust.academy, in: startsIn, version: version, seen: seen,
            by: made.trust.head, following: following, in: made.database)
    }

    /// Whether pupils of the academy come on a day.
    private func comes(on day: Day, _ made: CheckedPlan) async throws -> Bool {
        try await made.database.read { [academy = made.trust.academy] tx in
            try tx.calendar(of: academy).isSchoolDay(day) == true
        }
    }

    private func year(of made: CheckedPlan, on day: Day) async throws -> (startsIn: Int, version: Int) {
        try await made.database.read { [academy = made.trust.academy] tx in
            let calendar = try tx.trustCalendar(with: .of(academy))
            guard let startsIn = try calendar.shared().year(of: day)?.startsIn else { throw Refusal.notFound }
            return (startsIn, calendar.own(of: academy, startsIn: startsIn)?.version ?? 0)
        }
    }

    @Test(arguments: Engine.available) func whatAChangeMovesIsShownBeforeAnythingIsSaved(engine: Engine) async throws {
        try await live(engine) { made, day in
            let before = try await made.looks()
            let unseen = await #expect(throws: CalendarMovesUnseen.self) { try await close(day, of: made) }
            let next = try #require(made.calendar.nextSchoolDay(after: day))
            #expect(unseen?.moves.map(\.steps) == [[CalendarMove.Step(from: day, to: next)]])
            #expect(unseen?.moves.first?.kind == .check)
            #expect(unseen?.moves.first?.place == "Reading in English, English, Willowbrook Academy")
            #expect(try await made.looks() == before)
            #expect(try await comes(on: day, made))
        }
    }

    @Test(arguments: Engine.available) func whatWasSeenHappensAndSomethingElseDoesNot(engine: Engine) async throws {
        try await live(engine) { made, day in
            let unseen = await #expect(throws: CalendarMovesUnseen.self) { try await close(day, of: made) }
            await #expect(throws: CalendarMovesUnseen.self) { try await close(day, of: made, seen: "another") }
            try await close(day, of: made, seen: try #require(unseen).fingerprint)
            let next = try #require(made.calendar.nextSchoolDay(after: day))
            let after = try await made.looks()
            #expect(after.map(\.look.due).contains(next) && after.allSatisfy(\.isOpen))
            let entries = try await made.database.read { [plan = made.plan] in try $0.trail(of: plan) }
            #expect(entries.first?.verb == "checks-moved")
            #expect(entries.first?.after == "\(day.long) to \(next.long)")
        }
    }

    @Test(arguments: Engine.available) func theTrustsOwnCalendarMovesLooksToo(engine: Engine) async throws {
        try await live(engine) { made, day in
            let (startsIn, version) = try await made.database.read { tx in
                let kept = try tx.trustCalendar(with: .nobodys)
                guard let year = try kept.shared().year(of: day), let trust = kept.year(startsIn: year.startsIn) else {
                    throw Refusal.notFound
                }
                return (year.startsIn, trust.version)
            }
            let unseen = await #expect(throws: CalendarMovesUnseen.self) {
                try await markDay(
                    MarkedDay(day, .inset), in: startsIn, version: version, by: made.trust.administrator,
                    following: checksFollowTheCalendar, in: made.database)
            }
            #expect(unseen?.moves.count == 1)
        }
    }

    @Test(arguments: Engine.available) func aDayOnWhichNobodyLooksIsChangedAtOnce(engine: Engine) async throws {
        try await live(engine) { made, day in
            let free = try #require(made.calendar.nextSchoolDay(after: day))
            try await close(free, of: made)
            #expect(try await comes(on: free, made) == false)
        }
    }

    /// Snow: the school was closed on the last day in time, and says so on the next.
    @Test(arguments: Engine.available) func aDayLostToSnowAndMarkedAfterwardsMakesNobodyLate(engine: Engine)
        async throws
    {
        try await live(engine) { made, _ in
            let look = try await made.looks()[0]
            let snow = look.look.until
            let open = try #require(made.calendar.nextSchoolDay(after: snow))
            made.travel(to: open)
            let missed = { try await made.database.read { [school = made.trust.academy] in try $0.health(of: school) } }
            #expect(try await missed().missed == 1)
            do {
                try await close(snow, of: made)
            } catch let unseen as CalendarMovesUnseen { try await close(snow, of: made, seen: unseen.fingerprint) }
            #expect(try await missed().missed == 0, "missed is reckoned anew")
            #expect(try await made.looks()[0].look == Look(due: look.look.due, until: open))
            let input = CheckInput(finding: "All read.", rating: .green, response: nil, version: 1)
            _ = try await recordImpactCheck(input, of: look.id, by: made.trust.headOfEnglish, in: made.database)
            let figures = try await missed().figures
            #expect(figures.late == 0 && figures.missed == 0)
        }
    }

    @Test(arguments: Engine.available) func aFindingThatWasLateIsNoLongerOnceItsDayWasMarkedClosed(
        engine: Engine
    ) async throws {
        try await live(engine) { made, _ in
            let look = try await made.looks()[0]
            let snow = look.look.until
            made.travel(to: try #require(made.calendar.nextSchoolDay(after: snow)))
            let input = CheckInput(finding: "All read.", rating: .green, response: nil, version: 1)
            _ = try await recordImpactCheck(input, of: look.id, by: made.trust.headOfEnglish, in: made.database)
            let late = {
                try await made.database.read { [school = made.trust.academy] in try $0.health(of: school).figures.late }
            }
            #expect(try await late() == 1)
            made.travel(to: try await made.database.read { $0.today } + 1)
            do {
                try await close(snow, of: made)
            } catch let unseen as CalendarMovesUnseen { try await close(snow, of: made, seen: unseen.fingerprint) }
            #expect(try await late() == 0)
        }
    }

    @Test(arguments: Engine.available) func looksOfWhatWasStoppedDoNotComeBack(engine: Engine) async throws {
        try await ended(engine, { .action($0.action) }) { made in
            let look = try await made.looks()[0]
            made.travel(to: look.look.due)
            let input = CheckInput(
                finding: "Nobody reads.", rating: .red, response: .stop, words: "Another way works better.", version: 1)
            _ = try await recordImpactCheck(input, of: look.id, by: made.trust.headOfEnglish, in: made.database)
        }
    }

    @Test(arguments: Engine.available) func looksOfAnEndedActionOrPriorityDoNotComeBack(engine: Engine) async throws {
        try await ended(engine, { .action($0.action) }) { try await end(.action($0.action), of: $0) }
        for subject in [{ .outcome($0.outcome) }, { .action($0.action) }] as [(CheckedPlan) -> CheckPlan.Subject] {
            try await ended(engine, subject) { made in
                try await end(.priority(made.trust.written(made.plan).priorities[0].id), of: made)
            }
        }
    }

    private func end(_ part: PlanPart, of made: CheckedPlan) async throws {
        try await endPart(
            part, because: "Another way is better.", of: made.plan, by: made.trust.head, in: made.database)
    }

    /// Closes the day of a look after `end`, and holds that nothing moves nor comes back.
    private func ended(
        _ engine: Engine, _ subject: (CheckedPlan) -> CheckPlan.Subject, by end: (CheckedPlan) async throws -> Void
    ) async throws {
        try await CheckedPlan.with(engine) { made in
            try await made.planned(.dates, for: subject(made), days: try days(made))
            try await made.goLive()
            try await end(made)
            let before = try await made.looks()
            #expect(before.count == 2 && before.allSatisfy { !$0.isOpen })
            try await close(before[1].look.due, of: made)
            #expect(try await made.looks() == before)
        }
    }

    @Test(arguments: Engine.available) func anotherSchoolsDaysMoveNothingHere(engine: Engine) async throws {
        try await live(engine) { made, day in
            let (startsIn, _) = try await year(of: made, on: day)
            try await markOwnDay(
                MarkedDay(day, .closed), of: made.trust.oakfield, in: startsIn, version: 0,
                by: made.trust.administrator, following: checksFollowTheCalendar, in: made.database)
            #expect(try await made.looks().map(\.look.due).contains(day))
        }
    }
}
