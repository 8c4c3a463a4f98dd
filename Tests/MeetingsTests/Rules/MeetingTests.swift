import Kernel
import MeetingRules
import Testing

@Suite struct States {
    let today = Sample.day("2026-11-20")

    @Test func aStateFollowsFromWhatHappenedAndTheDay() {
        let states: [(LineMeeting, MeetingState)] = [
            (Sample.meeting("2026-11-20"), .planned), (Sample.meeting("2026-11-19"), .missed),
            (Sample.meeting("2026-11-17", on: "2026-11-20", moved: "Trip"), .moved),
            (Sample.meeting("2026-11-17", on: "2026-11-19", moved: "Trip"), .missed),
            (Sample.meeting("2026-11-19", began: true), .running),
            (Sample.meeting("2026-11-19", began: true, held: true), .held),
            (Sample.meeting("2026-11-19", calledOff: "Illness"), .calledOff),
        ]
        for (meeting, state) in states { #expect(meeting.state(on: today) == state) }
        let counts = MeetingCounts(states.map(\.0), on: today)
        #expect(counts.held == 1 && counts.missed == 2 && counts.moved == 2 && counts.calledOff == 1)
    }

    @Test func aMeetingMovesOnlyToASchoolDayAndSaysWhy() throws {
        let meeting = Sample.meeting("2026-11-20")
        let move = { (day: String, why: String) in
            try meeting.moving(
                to: Day(day), because: why, version: 1, in: Sample.calendar(), today: today, by: Sample.permit())
        }
        #expect(try move("2026-11-23", "Trip").day == Sample.day("2026-11-23"))
        for (day, why, field, words) in [
            ("2026-12-25", "Trip", "day", "Christmas holiday"), ("2026-11-22", "Trip", "day", "Sunday"),
            ("2026-11-24", "Trip", "day", "INSET"), ("2026-11-19", "Trip", "day", "is over"),
            ("", "Trip", "day", "Enter the day"), ("2026-11-23", "", "reason", "Say why"),
        ] {
            let refusal = #expect(throws: Refusal.self) { try move(day, why) }
            guard case .invalid(let errors) = refusal else { continue }
            #expect(errors.sentence(for: field)?.contains(words) == true, "\(day): \(errors)")
        }
    }

    @Test func aDayInAHolidayIsOfferedTheNextSchoolDay() throws {
        let calendar = try Sample.calendar()
        #expect(calendar.offered(for: Sample.day("2026-12-25"), from: today) == Sample.day("2027-01-04"))
        #expect(calendar.offered(for: Sample.day("2026-01-01"), from: today) == today)
        #expect(
            calendar.refusal(of: Sample.day("2026-12-25"), from: today)?
                .contains("The next school day is Monday 4 January.") == true)
        #expect(calendar.refusal(of: today, from: today) == nil)
        #expect(calendar.refusal(of: Sample.day("2031-01-01"), from: today)?.contains("does not reach") == true)
    }

    @Test func beginningOnAnotherDayMovesIt() throws {
        let missed = try Sample.meeting("2026-11-17").beginning(on: today, by: Sample.permit())
        #expect(missed.day == today && missed.movedBecause == "held after its day.")
        #expect(try Sample.meeting("2026-11-20").beginning(on: today, by: Sample.permit()).movedBecause == nil)
        #expect(throws: Refusal.conflict("This meeting was held.")) {
            try Sample.meeting("2026-11-20", began: true, held: true).beginning(on: today, by: Sample.permit())
        }
    }

    @Test func notesAreKeptOnlyWhileItIsUnderWay() throws {
        let words = String(repeating: "x", count: LineMeeting.longestNotes + 1)
        let running = Sample.meeting("2026-11-20", began: true)
        #expect(try running.noting("Seen", version: 0, today: today, by: Sample.permit()).words == "Seen")
        #expect(throws: Refusal.self) { try running.noting(words, version: 0, today: today, by: Sample.permit()) }
        for meeting in [Sample.meeting("2026-11-20"), Sample.meeting("2026-11-20", began: true, held: true)] {
            #expect(throws: Refusal.self) { try meeting.noting("x", version: 0, today: today, by: Sample.permit()) }
        }
    }
}

@Suite struct Clocks {
    @Test(arguments: [
        ("15:10", "15:10"), ("15.30", "15:30"), ("1530", "15:30"), ("3.30pm", "15:30"), ("3:05 PM", "15:05"),
        ("8am", "08:00"), ("12am", "00:00"), ("12.15 pm", "12:15"), ("8:05", "08:05"), ("07:50", "07:50"),
    ]) func aTimeOfDayIsReadAsPeopleWriteIt(typed: String, read: String) throws {
        let times = TimesInput(rhythm: .weekly, first: Sample.day("2026-11-23"), startsAt: typed, minutes: 30)
        let line = try MeetingLine.settingUp(
            Sample.id(), times, between: Sample.line.leader, and: Sample.line.member, at: Sample.place,
            in: Sample.calendar(), today: Sample.day("2026-11-20"),
            by: MayArrangeLine(Sample.head, to: .middleLeader, at: Sample.place)
        ).line
        #expect(line.times.startsAt == read)
    }

    @Test(arguments: ["", "3.30", "half past three", "25:00", "13pm", "15:1", "15:60", "-1:00", "15:10:00", "١٥:١٠"])
    func whatIsNoneOrMayBeMeantForTheAfternoonIsAskedAgain(typed: String) throws {
        let times = TimesInput(rhythm: .weekly, first: Sample.day("2026-11-23"), startsAt: typed, minutes: 30)
        let refusal = #expect(throws: Refusal.self) {
            try MeetingLine.settingUp(
                Sample.id(), times, between: Sample.line.leader, and: Sample.line.member, at: Sample.place,
                in: Sample.calendar(), today: Sample.day("2026-11-20"),
                by: MayArrangeLine(Sample.head, to: .middleLeader, at: Sample.place))
        }
        #expect(refusal == .invalid("starts-at", "Enter a time of day, such as 15:10 or 3.10pm."))
    }
}

@Suite struct LinePermits {
    @Test func onlyTheTwoPeopleHoldIt() throws {
        for actor in [Sample.deputy, Sample.headOfEnglish] {
            #expect(try MaySeeLine(actor, Sample.line).standpoint == .inIt)
            _ = try MayHoldLine(actor, Sample.line)
        }
        for actor in [Sample.head, Sample.liaison] {
            #expect(try MaySeeLine(actor, Sample.line).standpoint == .reader)
            #expect(throws: Refusal.self) { try MayHoldLine(actor, Sample.line) }
        }
        for actor in [Sample.governor, Sample.stranger] {
            #expect(throws: Refusal.notFound) { try MayHoldLine(actor, Sample.line) }
        }
    }

    @Test func leadersOfTheSchoolArrangeItsLinesAndTheTrustThoseOfTheHead() throws {
        let other = Sample.actor(.seniorLeader, at: .school(Sample.school))
        _ = try MayArrangeLine(other, Sample.line)
        _ = try MayArrangeLine(Sample.head, to: .middleLeader, at: Sample.place)
        _ = try MayArrangeLine(Sample.liaison, to: .headteacher, at: .school(Sample.school))
        #expect(throws: Refusal.notFound) { try MayArrangeLine(other, Sample.lineWithHead) }
        #expect(throws: Refusal.self) {
            try MayArrangeLine(Sample.deputy, to: .headteacher, at: .school(Sample.school))
        }
        #expect(throws: Refusal.self) { try MayArrangeLine(Sample.liaison, Sample.line) }
        #expect(throws: Refusal.notFound) { try MayArrangeLine(Sample.stranger, to: .staff, at: Sample.place) }
    }

    @Test func aGovernorIsToldWhomTheSchoolsListIsFor() {
        #expect(throws: Refusal.notFound) { try MaySeeSchoolsLines(Sample.stranger, at: Sample.school) }
        let refusal = #expect(throws: Refusal.self) { try MaySeeSchoolsLines(Sample.governor, at: Sample.school) }
        #expect(refusal != .notFound)
    }
}
