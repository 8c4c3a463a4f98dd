import Kernel
import PlanRules
import Testing

/// What a change of the calendar does to looks that wait.
@Suite struct MovesTests {
    private let weekly = CheckSchedule(rhythm: .weekly, first: day("2026-11-02"), last: day("2026-12-18"))
    private let halfTermly = CheckSchedule(rhythm: .halfTermly, first: day("2026-11-02"), last: day("2027-03-25"))

    /// The looks that the series gives, from `today` on, as they wait.
    private func open(_ schedule: CheckSchedule, _ calendar: SchoolCalendar, from today: Day) -> [OpenLook] {
        schedule.looks(in: calendar).filter { $0.due >= today }.enumerated().map { index, look in
            OpenLook(check: made(UInt8(index + 1)), look: look, isAsked: false)
        }
    }

    @Test(arguments: CheckRhythm.allCases) func nothingMovesWhenNothingChanges(rhythm: CheckRhythm) throws {
        let calendar = try Years.calendar()
        let schedule = CheckSchedule(
            rhythm: rhythm, first: day("2026-11-02"), last: day("2027-03-25"), days: days("2026-11-27", "2027-01-12"))
        let today = day("2026-11-03")
        let waiting = open(schedule, calendar, from: today)
        let done = schedule.looks(in: calendar).map(\.due).filter { $0 < today }
        #expect(schedule.moves(waiting, done: done, to: calendar, on: today).isEmpty)
    }

    @Test func aWeekThatBecomesHolidayLosesItsLookAndTheOthersStay() throws {
        let today = day("2026-10-30")
        let waiting = open(weekly, try Years.calendar(), from: today)
        let moves = weekly.moves(
            waiting, done: [], to: try Years.moving(2, "2026-11-09", "2026-12-18"), on: today)
        #expect(moves.calledOff.map(\.look.due) == days("2026-11-02"))
        #expect(moves.moved.isEmpty && moves.added.isEmpty)
    }

    @Test func aWeekThatBecomesSchoolGetsALook() throws {
        let schedule = CheckSchedule(rhythm: .weekly, first: day("2026-11-30"), last: day("2026-12-22"))
        let today = day("2026-11-30")
        let waiting = open(schedule, try Years.calendar(), from: today)
        let moves = schedule.moves(
            waiting, done: [], to: try Years.moving(2, "2026-11-02", "2026-12-22"), on: today)
        #expect(moves.added.map(\.due) == days("2026-12-21") && moves.calledOff.isEmpty)
        #expect(moves.moved.map(\.from.due) == days("2026-12-14"), "its time ends before the new one")
        #expect(moves.moved.map(\.to.until) == days("2026-12-18") && moves.moved.allSatisfy { !$0.isMoved })
    }

    @Test func aLookOfTheHalfTermFollowsItsEnd() throws {
        let today = day("2026-11-20")
        let waiting = open(halfTermly, try Years.calendar(), from: today)
        let moves = halfTermly.moves(
            waiting, done: [], to: try Years.moving(2, "2026-11-02", "2026-12-11"), on: today)
        #expect(moves.moved.count == 1)
        #expect(moves.moved.first?.from == Look(due: day("2026-12-14"), until: day("2026-12-18")))
        #expect(moves.moved.first?.to == Look(due: day("2026-12-07"), until: day("2026-12-11")))
    }

    @Test func aHalfTermThatWasLookedAtIsNotLookedAtAgainBecauseItGotLonger() throws {
        let today = day("2026-12-15")
        let waiting = open(halfTermly, try Years.calendar(), from: today)
        let moves = halfTermly.moves(
            waiting, done: days("2026-12-14"), to: try Years.moving(2, "2026-11-02", "2026-12-24"), on: today)
        #expect(moves.isEmpty)
    }

    @Test func aLookWhoseDayWouldBePastIsDueNow() throws {
        let today = day("2026-12-09")
        let waiting = open(halfTermly, try Years.calendar(), from: today)
        let moves = halfTermly.moves(
            waiting, done: [], to: try Years.moving(2, "2026-11-02", "2026-12-11"), on: today)
        #expect(moves.moved.map(\.to) == [Look(due: today, until: day("2026-12-11"))])
    }

    @Test func aMissedLookStaysWhereItWasMissed() throws {
        let today = day("2026-11-20")
        let missed = OpenLook(
            check: made(9), look: Look(due: day("2026-11-02"), until: day("2026-11-06")), isAsked: false)
        let waiting = [missed] + open(weekly, try Years.calendar(), from: today)
        let moves = weekly.moves(
            waiting, done: days("2026-11-09", "2026-11-16"), to: try Years.calendar(closed: days("2026-11-02")),
            on: today)
        #expect(moves.isEmpty)
    }

    /// Due on Monday and in time until Friday, because the next one is a week later.
    private let first = OpenLook(
        check: made(9), look: Look(due: day("2026-11-02"), until: day("2026-11-06")), isAsked: false)

    private func lastDay(closing closed: [Day]) throws -> Day? {
        let moved = weekly.lengthened(
            [first], before: days("2026-11-09"), in: try Years.calendar(closed: closed))
        #expect(moved.allSatisfy { !$0.isMoved && $0.check == first.check })
        return moved.first?.to.until
    }

    @Test func aLastDayLostToSnowGoesOnToTheNextOpenOne() throws {
        #expect(try lastDay(closing: days("2026-11-06")) == day("2026-11-09"))
        #expect(try lastDay(closing: days("2026-11-05", "2026-11-06", "2026-11-09")) == day("2026-11-10"))
    }

    @Test func aLookWhoseWholeTimeWasClosedHasTheFirstOpenDay() throws {
        let week = days("2026-11-02", "2026-11-03", "2026-11-04", "2026-11-05", "2026-11-06")
        #expect(try lastDay(closing: week) == day("2026-11-09"))
    }

    @Test func nothingChangesWithoutAClosedDayAndNobodyLosesTime() throws {
        #expect(try lastDay(closing: []) == nil)
        let long = OpenLook(
            check: made(8), look: Look(due: day("2026-11-02"), until: day("2026-11-13")), isAsked: false)
        #expect(weekly.lengthened([long], before: days("2026-11-09"), in: try Years.calendar()).isEmpty)
    }

    @Test func aDayLostInTheMiddleIsGivenBackWhereNoOtherLookComes() throws {
        let dates = CheckSchedule(rhythm: .dates, first: day("2026-11-02"), last: day("2026-12-18"))
        let look = OpenLook(
            check: made(9), look: Look(due: day("2026-11-02"), until: day("2026-11-09")), isAsked: false)
        for closed in days("2026-11-02", "2026-11-04", "2026-11-09") {
            let moved = dates.lengthened([look], before: [], in: try Years.calendar(closed: [closed]))
            #expect(moved.map(\.to.until) == days("2026-11-10"), "\(closed)")
        }
    }

    @Test func aLookThatTooEarlyAskedForFollowsTheCalendarByItself() throws {
        let today = day("2026-11-20")
        let asked = OpenLook(
            check: made(9), look: Look(due: day("2026-12-03"), until: day("2026-12-10")), isAsked: true)
        let moves = weekly.moves(
            [asked] + open(weekly, try Years.calendar(), from: today), done: days("2026-11-16"),
            to: try Years.calendar(closed: days("2026-12-03")), on: today)
        #expect(moves.moved.map(\.check) == [asked.check])
        #expect(moves.moved.map(\.to) == [Look(due: day("2026-12-04"), until: day("2026-12-11"))])
    }

    @Test func aNamedDayThatIsClosedGoesToTheNextSchoolDay() throws {
        let schedule = CheckSchedule(
            rhythm: .dates, first: day("2026-12-01"), last: day("2026-12-18"), days: days("2026-12-01", "2026-12-18"))
        let today = day("2026-11-20")
        let waiting = open(schedule, try Years.calendar(), from: today)
        let moves = schedule.moves(
            waiting, done: [], to: try Years.calendar(closed: days("2026-12-01", "2026-12-18")), on: today)
        #expect(moves.moved.map(\.to.due) == days("2026-12-02", "2026-12-17"))
        #expect(moves.added.isEmpty && moves.calledOff.isEmpty)
    }
}
