import Kernel
import MeetingRules
import Testing

@Suite struct Schedules {
    private func days(
        _ rhythm: LineRhythm, from first: String, through end: String = "2027-02-28", inset: String? = nil
    ) throws -> [String] {
        LineSchedule(Sample.times(rhythm, from: first), in: try Sample.calendar(inset: inset))
            .days(from: Sample.day(first), through: Sample.day(end)).map(\.description)
    }

    @Test func weeksOfHolidayAreNotCounted() throws {
        // Between 13 October and 12 January lie eight weeks of school and three of holiday.
        #expect(
            try days(.fortnightly, from: "2026-10-13", through: "2027-01-15")
                == ["2026-10-13", "2026-11-03", "2026-11-17", "2026-12-01", "2026-12-15", "2027-01-12"])
    }

    @Test func everyDayIsASchoolDayWhateverTheRhythm() throws {
        let calendar = try Sample.calendar()
        for rhythm in LineRhythm.allCases {
            for offset in 0..<14 {
                let first = Sample.day("2026-09-08") + offset
                let times = LineTimes(rhythm: rhythm, first: first, startsAt: "09:00", minutes: 30)
                let days = LineSchedule(times, in: calendar).days(from: first, through: first + 200)
                #expect(days.count >= 3 && days.allSatisfy { calendar.isSchoolDay($0) == true }, "\(rhythm) \(first)")
                #expect(Set(days).count == days.count && days == days.sorted())
            }
        }
    }

    @Test func aDayThatIsClosedIsHeldNextDayAndTheWeekdayComesBack() throws {
        let found = try days(.weekly, from: "2026-11-17", through: "2026-12-04", inset: "2026-11-24")
        #expect(found == ["2026-11-17", "2026-11-25", "2026-12-01"])
    }

    @Test func halfTermlyIsTheSameWeekOfEachHalfTerm() throws {
        // The third week of the half term, on a Thursday.
        #expect(
            try days(.halfTermly, from: "2026-09-17") == ["2026-09-17", "2026-11-19", "2027-01-21"])
    }

    @Test func halfTermlyInAWeekThatAShortHalfTermLacksIsItsLast() throws {
        // The eighth week of a half term of seven.
        #expect(try days(.halfTermly, from: "2026-10-20") == ["2026-10-20", "2026-12-15", "2027-02-09"])
    }

    @Test func withoutACalendarThereAreNoDays() {
        let schedule = LineSchedule(Sample.times(.weekly, from: "2026-09-08"), in: .unknown)
        #expect(schedule.days(from: Sample.day("2026-09-08"), through: Sample.day("2027-09-08")) == [])
    }

    /// 24 November, a Tuesday, has no school, so the 25th takes its place.
    @Test func wholeWeeksArePlannedSoThatADayThatClosesGivesWayToAnotherOfItsWeek() throws {
        let schedule = LineSchedule(Sample.times(.weekly, from: "2026-11-03"), in: try Sample.calendar())
        let days = ["2026-11-10", "2026-11-17", "2026-11-25"].map(Sample.day)
        #expect(schedule.ahead(of: Sample.day("2026-11-10"), weeks: 2) == days)
        #expect(schedule.ahead(of: Sample.day("2026-11-10"), weeks: 1, atLeastTo: Sample.day("2026-11-24")) == days)
    }

    @Test func oneMeetingIsPlannedHoweverFarAwayItIs() throws {
        let schedule = LineSchedule(Sample.times(.halfTermly, from: "2026-09-08"), in: try Sample.calendar())
        #expect(schedule.ahead(of: Sample.day("2026-09-09"), weeks: 4) == [Sample.day("2026-11-10")])
    }
}

@Suite struct Replanning {
    let today = Sample.day("2026-11-21")

    /// In the autumn in which 24 November has no school.
    private func replan(_ meetings: [LineMeeting], _ days: [String]) throws -> MeetingsReplanned {
        try Sample.line.replanning(meetings, to: days.map(Sample.day), in: Sample.calendar(), today: today)
    }

    @Test func missingDaysAreAddedAndTheSecondTimeNothingChanges() throws {
        let first = try replan([], ["2026-12-01", "2026-12-15"])
        #expect(first.added == [Sample.day("2026-12-01"), Sample.day("2026-12-15")])
        let again = try replan(
            [Sample.meeting("2026-12-01"), Sample.meeting("2026-12-15")], ["2026-12-01", "2026-12-15"])
        #expect(again.isEmpty)
    }

    @Test func whatWasPlannedFollowsTheCalendar() throws {
        let meetings = [Sample.meeting("2026-12-01"), Sample.meeting("2026-12-15")]
        let change = try replan(meetings, ["2026-12-02", "2026-12-15"])
        #expect(change.shifted.map(\.meeting) == [meetings[0].id] && change.shifted[0].to == Sample.day("2026-12-02"))
        #expect(change.added == [] && change.withdrawn == [])
    }

    @Test func whatWasMovedByHandStaysAndItsDayIsNotPlannedAgain() throws {
        let moved = Sample.meeting("2026-12-01", on: "2026-12-03", moved: "Parents' evening")
        let change = try replan([moved], ["2026-12-01", "2026-12-15"])
        #expect(change.added == [Sample.day("2026-12-15")] && change.shifted == [] && change.withdrawn == [])
    }

    @Test func whatWasCalledOffIsNotPlannedAgain() throws {
        let off = Sample.meeting("2026-12-01", calledOff: "Illness")
        #expect(try replan([off], ["2026-12-01"]).isEmpty)
    }

    @Test func aMeetingWithoutADayGoesAndItsItemsHaveAnHeir() throws {
        let meetings = [Sample.meeting("2026-12-01"), Sample.meeting("2026-12-08"), Sample.meeting("2026-12-15")]
        let change = try replan(meetings, ["2026-12-01"])
        #expect(change.withdrawn == [meetings[1], meetings[2]] && change.heir == meetings[0].id)
    }

    @Test func aWeekThatClosedOnTheDayOfAMeetingThatStaysHasNoOtherMeeting() throws {
        let off = Sample.meeting("2026-11-24", calledOff: "Training")
        let moved = Sample.meeting("2026-11-24", on: "2026-11-26", moved: "Training")
        for stays in [off, moved] { #expect(try replan([stays], ["2026-11-25"]).isEmpty) }
        let open = Sample.meeting("2026-12-01", calledOff: "Illness")
        #expect(try replan([open], ["2026-12-02"]).added == [Sample.day("2026-12-02")])
    }

    @Test func onlyADayAmongThoseThatWerePlannedIsWedgedIn() throws {
        let meetings = [Sample.meeting("2026-12-01"), Sample.meeting("2026-12-15")]
        let change = try replan(meetings, ["2026-12-01", "2026-12-08", "2026-12-15", "2027-01-05"])
        #expect(change.added == [Sample.day("2026-12-08"), Sample.day("2027-01-05")])
        #expect(change.wedgedIn == [Sample.day("2026-12-08")])
        #expect(try replan([], ["2026-12-01"]).wedgedIn == [])
    }
}
