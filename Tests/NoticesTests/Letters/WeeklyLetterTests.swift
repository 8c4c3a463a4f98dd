import App
import Database
import Foundation
import Jobs
import Kernel
import NoticeRules
import Notices
import People
import PeopleRules
import TestKit
import Testing

@Suite struct WeeklyLetterTests {
    @Test(arguments: Engine.available)
    func onMondayMorningThoseForWhomSomethingWaitsGetOneLetter(_ engine: Engine) async throws {
        try await LetterRound.with(engine) { round in
            let letters = round.letters(for: [round.trust.head, round.trust.director])
            try await round.drain(letters, on: round.monday, minute: -245)
            #expect(try round.names == [], "before half past six, in winter and in summer time")
            try await round.drain(letters, on: round.monday)
            #expect(try round.names == ["Daniel Whitcombe", "James Oyelaran"])
            let letter = try #require(try round.files.first)
            #expect(letter.contains("Books of Year 9") && letter.contains("https://willowbrook.example/checks/1"))
            #expect(letter.contains("List-Unsubscribe: <https://willowbrook.example/me/notices>"))
        }
    }

    @Test(arguments: Engine.available)
    func aLetterGoesOutOncePersonAndWeekHoweverOftenTheScheduleRuns(_ engine: Engine) async throws {
        try await LetterRound.with(engine) { round in
            let letters = round.letters(for: [round.trust.head])
            try await round.drain(letters, on: round.monday)
            try round.empty()
            for day in 0..<5 { try await round.drain(letters, on: round.monday + day, minute: 60) }
            #expect(try round.names == [])
            try await round.drain(letters, on: round.monday + 7)
            #expect(try round.names == ["James Oyelaran"])
        }
    }

    @Test(arguments: Engine.available)
    func twoWorkersAtOnceAskForOneLetterEach(_ engine: Engine) async throws {
        try await LetterRound.with(engine) { round in
            let people = [round.trust.head, round.trust.deputy, round.trust.director, round.trust.headOfEnglish]
            let (here, there) = (round.letters(for: people), round.letters(for: people))
            round.trust.trust.clock.set(to: round.monday)
            async let first = drain(round.trust.database, here.jobs)
            async let second = drain(round.trust.database, there.jobs)
            let ran = try await (first, second)
            let asked = try await round.trust.database.read {
                try $0.first("SELECT COUNT(*) FROM digest_sent") { try $0[0] as Int } ?? 0
            }
            #expect(asked > 4 && ran.0 + ran.1 == asked + 1, "one job that asks, and one for each letter")
            #expect(try round.names.count == 4)
        }
    }

    @Test(arguments: Engine.available)
    func aServerThatSleptOnMondayWritesOnTuesdayAndOneThatSleptAllWeekLeavesItOut(_ engine: Engine) async throws {
        try await LetterRound.with(engine) { round in
            let letters = round.letters(for: [round.trust.head])
            try await round.drain(letters, on: round.monday - 3)
            try round.empty()
            try await round.drain(letters, on: round.monday + 1)
            #expect(try round.names == ["James Oyelaran"])
            try round.empty()
            try await round.drain(letters, on: round.monday + 12)
            #expect(try round.names == [], "a Saturday")
        }
    }

    @Test(arguments: Engine.available)
    func inAHolidayThereIsNoLetter(_ engine: Engine) async throws {
        try await LetterRound.with(engine) { round in
            let letters = round.letters(for: [round.trust.head, round.trust.director], on: round.holiday)
            for day in 0..<7 { try await round.drain(letters, on: round.holiday + day) }
            #expect(try round.names == [])
        }
    }

    @Test(arguments: Engine.available)
    func aLetterThatWaitedIntoTheHolidayOrTheNextWeekIsNotWritten(_ engine: Engine) async throws {
        try await LetterRound.with(engine) { round in
            let letters = round.letters(for: [round.trust.head])
            let head = round.trust.head.person
            try await round.write(letters, "\(head) \(round.monday)", on: round.monday + 7)
            try await round.write(letters, "\(head) \(round.holiday)", on: round.holiday)
            try await round.write(letters, "nonsense", on: round.monday)
            #expect(try round.names == [])
            try await round.write(letters, "\(head) \(round.monday)", on: round.monday)
            #expect(try round.names == ["James Oyelaran"])
        }
    }

    @Test(arguments: Engine.available)
    func everybodyChoosesTheirDayWhatItTellsOrNoLetter(_ engine: Engine) async throws {
        try await LetterRound.with(engine) { round in
            let (head, deputy, english) = (round.trust.head, round.trust.deputy, round.trust.headOfEnglish)
            try await round.choose(3, for: head)
            try await round.choose(0, for: deputy)
            try await round.choose(1, "own", for: english)
            let letters = round.letters(for: [head, deputy, english], kind: .meeting)
            try await round.drain(letters, on: round.monday)
            #expect(try round.names == [], "a meeting is not among the own")
            try await round.drain(letters, on: round.monday + 1)
            #expect(try round.names == [])
            try await round.drain(letters, on: round.monday + 2)
            #expect(try round.names == ["James Oyelaran"])
        }
    }

    @Test(arguments: Engine.available)
    func whoHasLeftIsNotWrittenTo(_ engine: Engine) async throws {
        try await LetterRound.with(engine) { round in
            let english = round.trust.headOfEnglish
            try await handOver(
                LeavingInput(lastDay: round.monday - 1, successor: nil, handed: []), from: english.person,
                by: round.trust.administrator, in: round.trust.database)
            try await round.drain(round.letters(for: [english]), on: round.monday)
            #expect(try round.names == [])
        }
    }

    @Test func withoutMailNobodyIsAskedAndNothingIsRemembered() async throws {
        try await LetterRound.with(.sqlite) { round in
            let letters = WeeklyLetters(
                mail: Mail(folder: nil), collecting: { _, _, _ in throw Unexpected() }, site: { _ in nil })
            try await round.drain(letters, on: round.monday)
            try await round.drain(round.letters(for: [round.trust.head]), on: round.monday, minute: 30)
            #expect(try round.names == ["James Oyelaran"], "once mail is set up, the week's letter still goes")
        }
    }

    @Test func aSchoolsOwnHolidaySilencesItsPeopleAlone() async throws {
        try await LetterRound.with(.sqlite) { round in
            let letters = round.letters(for: [round.trust.head, round.trust.director])
            round.trust.trust.clock.set(to: round.monday)
            try await round.close(round.trust.academy)
            for day in 0..<5 { try await round.drain(letters, on: round.monday + day) }
            #expect(try round.names == ["Daniel Whitcombe"])
        }
    }
}
