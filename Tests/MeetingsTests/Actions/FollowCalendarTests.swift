import App
import Database
import Kernel
import MeetingRules
import SchoolRules
import Schools
import TestKit
import Testing
import Trail

@testable import Meetings

/// Planned meetings move with the calendar, and whoever changes it sees them first.
@Suite struct MeetingsFollowTheCalendar {
    /// A weekly line that meets on Mondays, with what is planned of it.
    private func weekly(
        _ engine: Engine, _ body: (Willowbrook, ID<MeetingLine>, [LineMeeting]) async throws -> Void
    ) async throws {
        try await Willowbrook.with(engine) { trust in
            let line = try await trust.mondays()
            try await body(trust, line, try await trust.meetings(of: line))
        }
    }

    @Test(arguments: Engine.available) func whatMovesIsShownBeforeAnythingIsSaved(engine: Engine) async throws {
        try await weekly(engine) { trust, line, meetings in
            let day = meetings[1].day
            let unseen = await #expect(throws: CalendarMovesUnseen.self) { try await trust.mark(day) }
            let move = try #require(unseen?.moves.first)
            #expect(unseen?.moves.count == 1 && move.kind == .line)
            #expect(move.what == "Kate Brennan and Amir Hussain" && move.place == "English, Willowbrook Academy")
            let next = try await trust.schoolDay(after: day)
            #expect(move.steps == [CalendarMove.Step(from: day, to: next)])
            #expect(try await trust.meetings(of: line) == meetings)
            await #expect(throws: CalendarMovesUnseen.self) { try await trust.mark(day, seen: "another") }
            #expect(try await trust.meetings(of: line) == meetings)
        }
    }

    @Test(arguments: Engine.available) func whatWasSeenMovesAndLeavesTheJobNothing(engine: Engine) async throws {
        try await weekly(engine) { trust, line, meetings in
            let day = meetings[1].day
            let next = try await trust.schoolDay(after: day)
            try await trust.mark(day, seen: trust.shown { try await trust.mark(day) }.fingerprint)
            let after = try await trust.meetings(of: line)
            #expect(after.map(\.id) == meetings.map(\.id))
            #expect(after[1].day == next && after[1].planned == next && !after[1].wasMoved)
            #expect(after.filter { $0.id != meetings[1].id } == meetings.filter { $0.id != meetings[1].id })
            let entry = try await trust.database.read { try $0.trail(of: line) }.first
            #expect(entry?.verb == "meetings-moved" && entry?.after == "\(day.long) to \(next.long)")
            #expect(entry?.who == trust.head.name)
            try await planMeetings(in: trust.database)
            #expect(try await trust.meetings(of: line) == after)
        }
    }

    /// Snow: nobody could come, and nobody could say so on the day.
    @Test(arguments: Engine.available) func aMeetingOfADayThatWasLostIsCalledOffAndNotMissed(engine: Engine)
        async throws
    {
        try await weekly(engine) { trust, line, meetings in
            let lost = meetings[1].day
            trust.trust.clock.set(to: try await trust.schoolDay(after: lost))
            let today = trust.database.world.now().day
            let missed = try await trust.meetings(of: line)
            #expect(missed.filter { $0.state(on: today) == .missed }.map(\.day) == [meetings[0].day, lost])
            let shown = try await trust.shown { try await trust.mark(lost) }
            #expect(shown.moves.first?.steps.first == CalendarMove.Step(from: lost, to: nil))
            try await trust.mark(lost, seen: shown.fingerprint)
            let after = try await trust.meetings(of: line)
            let called = try #require(after.first { $0.id == meetings[1].id })
            #expect(called.state(on: today) == .calledOff && called.calledOffBecause == "The school was closed.")
            #expect(after.filter { $0.state(on: today) == .missed }.map(\.day) == [meetings[0].day])
        }
    }

    @Test(arguments: Engine.available) func aDayOfTheTrustMovesTheLinesOfItsSchools(engine: Engine) async throws {
        try await weekly(engine) { trust, _, meetings in
            let day = meetings[1].day
            let kept = try await trust.database.read { try $0.trustCalendar(with: .nobodys) }
            let startsIn = try #require(try kept.shared().year(of: day)?.startsIn)
            let unseen = await #expect(throws: CalendarMovesUnseen.self) {
                try await markDay(
                    MarkedDay(day, .inset), in: startsIn, version: try #require(kept.year(startsIn: startsIn)).version,
                    by: trust.administrator, following: meetingsFollowTheCalendar, in: trust.database)
            }
            #expect(unseen?.moves.map(\.what) == ["Kate Brennan and Amir Hussain"])
        }
    }

    @Test(arguments: Engine.available) func whatWasHeldMissedMovedOrCalledOffStays(engine: Engine) async throws {
        try await weekly(engine) { trust, line, planned in
            _ = try await trust.begin(line)
            try await finishMeeting(planned[0].id, by: trust.deputy, in: trust.database)
            let byHand = try await trust.schoolDay(after: planned[2].day)
            try await moveMeeting(
                planned[2].id, to: byHand, because: "Parents' evening", version: 1, by: trust.deputy,
                in: trust.database)
            try await callOffMeeting(
                planned[3].id, because: "Training", version: 1, by: trust.deputy, in: trust.database)
            trust.trust.clock.set(to: planned[1].day + 1)
            try await planMeetings(in: trust.database)
            let before = try await trust.meetings(of: line)
            let today = planned[1].day + 1
            #expect(before.prefix(4).map { $0.state(on: today) } == [.held, .missed, .moved, .calledOff])
            // What was missed stays so as long as its own day was open.
            for day in [planned[0], planned[2], planned[3]].map(\.day) + [byHand] { try await trust.mark(day) }
            #expect(try await trust.meetings(of: line) == before)
            try await planMeetings(in: trust.database)
            #expect(try await trust.meetings(of: line) == before)
        }
    }

    @Test(arguments: Engine.available) func whatStaysOnADayThatClosesSaysSo(engine: Engine) async throws {
        try await weekly(engine) { trust, _, planned in
            let id = planned[2].id
            let byHand = try await trust.schoolDay(after: planned[2].day)
            try await moveMeeting(
                id, to: byHand, because: "Parents' evening", version: 1, by: trust.deputy, in: trust.database)
            let browser = try await trust.client("Kate Brennan")
            let closed = "The school is closed on \(byHand.weekdayAndDay). Move the meeting, or meet all the same."
            #expect(try await browser.get("/meetings/\(id)").body.contains(closed) == false)
            try await trust.agreeing { try await trust.mark(byHand, seen: $0) }
            #expect(try await browser.get("/meetings/\(id)").body.contains(closed))
            let reader = try await trust.client("James Oyelaran")
            #expect(try await reader.get("/meetings/\(id)").body.contains(closed) == false)
        }
    }

    @Test(arguments: Engine.available) func aDayOnWhichNobodyMeetsIsChangedAtOnce(engine: Engine) async throws {
        try await weekly(engine) { trust, line, meetings in
            try await trust.mark(trust.schoolDay(after: meetings[1].day))
            try await trust.mark(meetings[2].day, at: trust.oakfield, by: trust.administrator)
            try await endLine(line, because: "New post", version: 1, by: trust.head, in: trust.database)
            try await trust.mark(meetings[1].day)
        }
    }

    @Test(arguments: Engine.available) func weeksThatCloseTakeTheirMeetingsAwayAndGiveThemBack(engine: Engine)
        async throws
    {
        try await weekly(engine) { trust, line, meetings in
            let first = try await trust.lastButOne(of: meetings)
            _ = try await addItem("Timetable", to: first.id, by: trust.deputy, in: trust.database)
            let (short, whole) = try await trust.halfTerms(endingBefore: first.day)
            let gone = try await trust.shown { try await trust.keep(short, version: 0) }
            let days = try #require(gone.moves.first).steps.map(\.from)
            #expect(days.count == 2 && days.first == first.day)
            #expect(gone.moves[0].steps.allSatisfy { $0.to == nil })
            try await trust.keep(short, version: 0, seen: gone.fingerprint)
            let fewer = try await trust.meetings(of: line)
            #expect(fewer == meetings.filter { !days.contains($0.day) })
            let agenda = try await readMeeting(meetings[0].id, for: trust.deputy, in: trust.database).agenda
            #expect(agenda.entries.count == 1)
            try await trust.agreeing { try await trust.keep(whole, version: 1, seen: $0) }
            #expect(try await trust.meetings(of: line).map(\.day) == meetings.map(\.day))
        }
    }

    @Test(arguments: Engine.available) func threeLinesAskNoMoreThanOneButForTheirTrail(engine: Engine) async throws {
        let one = try await cost(lines: 1, on: engine)
        let three = try await cost(lines: 3, on: engine)
        #expect(three.steps == 3 * one.steps && one.steps >= 2)
        #expect(three.statements == one.statements + 2, "a meeting costs nothing, a line its entry")
    }

    /// Of a change that takes away the meetings of some weeks.
    private func cost(lines: Int, on engine: Engine) async throws -> (statements: Int, steps: Int) {
        try await Willowbrook.with(engine) { trust in
            let line = try await trust.mondays()
            for (name, leader) in [("Lucy Fenn", trust.deputy), ("Amir Hussain", trust.head)].prefix(lines - 1) {
                _ = try await trust.mondays(of: leader, with: trust.actor(name))
            }
            let first = try await trust.lastButOne(of: trust.meetings(of: line))
            let short = try await trust.halfTerms(endingBefore: first.day).short
            let before = trust.database.counts.statements
            let shown = try await trust.shown { try await trust.keep(short, version: 0) }
            return (trust.database.counts.statements - before, shown.moves.map(\.steps.count).reduce(0, +))
        }
    }
}
