import App
import Database
import Kernel
import MeetingRules
import Schools
import TestKit
import Testing
import Trail

@testable import Meetings

/// A whole meeting, and what goes on to the next.
@Suite struct Holding {
    @Test(arguments: Engine.available) func aMeetingIsHeldAndBothSeeItsSummary(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let line = try await trust.line()
            let planned = try await trust.meetings(of: line)
            let talked = try await addItem("Cover", to: planned[0].id, by: trust.headOfEnglish, in: trust.database)
            _ = try await addItem("Budget", to: planned[0].id, by: trust.deputy, in: trust.database)
            let meeting = try await trust.begin(line)
            try await answerItem(
                talked, of: meeting.id, .talked, note: "Agreed", version: 1, by: trust.deputy, in: trust.database)
            _ = try await keepNotes(
                "Short and good", version: 0, of: meeting.id, by: trust.deputy, in: trust.database)
            _ = try await trust.promise(by: planned[1].day, in: meeting)
            try await finishMeeting(meeting.id, by: trust.deputy, in: trust.database)
            for actor in [trust.deputy, trust.headOfEnglish] {
                let seen = try await readMeeting(meeting.id, for: actor, in: trust.database)
                #expect(
                    seen.summary == [
                        SummaryLine(.talked, "Cover\nAgreed"), SummaryLine(.carried, "Budget"),
                        SummaryLine(.promised, "Amir Hussain: Share the list, by \(planned[1].day.long)"),
                    ])
                #expect(seen.notes.words == "Short and good" && seen.state == .held)
            }
            let next = try await trust.seen(planned[1])
            #expect(next.items.map(\.words) == ["Budget"] && next.items[0].carried == 1)
            #expect(next.items[0].addedBy == "Kate Brennan")
        }
    }

    @Test(arguments: Engine.available) func aPromiseIsAskedForThreeTimesAndThenDecided(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let line = try await trust.line()
            let planned = try await trust.meetings(of: line)
            let first = try await trust.begin(line)
            let promise = try await trust.promise(by: planned[1].day, in: first)
            try await finishMeeting(first.id, by: trust.deputy, in: trust.database)
            for number in 1...3 {
                let meeting = try await trust.begin(line, number: number)
                let asked = try await trust.seen(meeting).promises
                #expect(asked.map(\.promise.carried) == [number - 1])
                try await finishMeeting(meeting.id, by: trust.headOfEnglish, in: trust.database)
            }
            let last = try await trust.begin(line, number: 4)
            let stuck = try #require(try await trust.seen(last).promises.first?.promise)
            #expect(stuck.carried == 3 && stuck.mustBeDecided && stuck.by == last.day)
            await #expect(throws: Refusal.self) {
                try await finishMeeting(last.id, by: trust.deputy, in: trust.database)
            }
            await #expect(throws: Refusal.self) {
                try await carryPromise(
                    promise, to: planned[5].day, version: stuck.version, in: last.id, by: trust.deputy,
                    in: trust.database)
            }
            let input = PromiseInput(words: "Share half of it", seat: trust.headOfEnglish.seats[0], by: planned[5].day)
            let new = try await changePromise(
                promise, to: input, version: stuck.version, in: last.id, by: trust.deputy, in: trust.database)
            try await finishMeeting(last.id, by: trust.deputy, in: trust.database)
            #expect(try await trust.database.read { try $0.promise(new) }.carried == 0)
            #expect(try await trust.database.read { try $0.promise(promise) }.ended == .changed)
        }
    }

    @Test(arguments: Engine.available) func bothMayPressBeginAndBothMayPressFinish(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let meeting = try await trust.begin(try await trust.line())
            try await beginMeeting(meeting.id, by: trust.headOfEnglish, in: trust.database)
            #expect(try await trust.seen(meeting).meeting.state(on: trust.database.world.now().day) == .running)
            try await finishMeeting(meeting.id, by: trust.deputy, in: trust.database)
            try await finishMeeting(meeting.id, by: trust.headOfEnglish, in: trust.database)
            let deeds = try await trust.database.read { try $0.trail(of: meeting.id, limit: 10).map(\.verb) }
            #expect(deeds.sorted() == ["meeting-begun", "meeting-held"])
        }
    }

    @Test(arguments: Engine.available) func aPromiseKeptBetweenTwoMeetingsIsGoodNews(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let line = try await trust.line()
            let planned = try await trust.meetings(of: line)
            let meeting = try await trust.begin(line)
            let promise = try await trust.promise(by: planned[1].day, in: meeting)
            try await finishMeeting(meeting.id, by: trust.deputy, in: trust.database)
            let due = try await trust.database.read {
                try $0.meetingsDue(for: trust.headOfEnglish, through: planned[1].day)
            }
            #expect(try await promises(trust.headOfEnglish, trust, through: planned[1].day) == [promise])
            #expect(due.map(\.meeting) == [planned[1].id])
            await #expect(throws: Refusal.notFound) {
                try await keepPromise(
                    promise, words: "", version: 1, in: nil, by: trust.stranger, in: trust.database)
            }
            try await keepPromise(
                promise, words: "Sent", version: 1, in: nil, by: trust.headOfEnglish, in: trust.database)
            #expect(try await promises(trust.headOfEnglish, trust, through: planned[1].day) == [])
            let news = try await trust.seen(planned[1]).agenda.entries.compactMap { entry -> String? in
                if case .celebration(let news) = entry { news.words } else { nil }
            }
            #expect(news == ["Amir Hussain kept a promise: Share the list"])
        }
    }

    @Test(arguments: Engine.available) func whatIsSaidIsForTheTwoAlone(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let line = try await trust.line()
            let meeting = try await trust.begin(line)
            _ = try await keepNotes("Private", version: 0, of: meeting.id, by: trust.deputy, in: trust.database)
            _ = try await addItem("Private", to: meeting.id, by: trust.deputy, in: trust.database)
            for actor in [trust.head, trust.liaison, trust.director] {
                let seen = try await readMeeting(meeting.id, for: actor, in: trust.database)
                #expect(seen.standpoint == .reader && seen.notes == MeetingNotes() && seen.items == [])
                #expect(seen.agenda.entries == [] && seen.promises == [] && seen.summary == [])
                await #expect(throws: Refusal.self) {
                    try await keepNotes("Mine", version: 1, of: meeting.id, by: actor, in: trust.database)
                }
            }
            for actor in [trust.stranger, trust.governor] {
                await #expect(throws: Refusal.notFound) {
                    try await readMeeting(meeting.id, for: actor, in: trust.database)
                }
            }
        }
    }

    @Test(arguments: Engine.available) func theSecondOfTwoWritersIsToldAndTheSameTextSavesOnce(engine: Engine)
        async throws
    {
        try await Willowbrook.with(engine) { trust in
            let meeting = try await trust.begin(try await trust.line())
            let save = { (words: String, version: Int, actor: Actor) in
                try await keepNotes(words, version: version, of: meeting.id, by: actor, in: trust.database)
            }
            #expect(try await save("First", 0, trust.deputy).version == 1)
            #expect(try await save("First", 0, trust.headOfEnglish).version == 1)
            await #expect(throws: Refusal.stale) { try await save("Second", 0, trust.headOfEnglish) }
            #expect(try await save("Both", 1, trust.headOfEnglish).by == "Amir Hussain")
        }
    }

    @Test(arguments: Engine.available) func anItemIsTakenOffAndPutBack(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let meeting = try await trust.meetings(of: try await trust.line())[0]
            let text = "'; DROP TABLE line; -- <script>alert(1)</script> \u{202E}👩🏽‍🏫"
            let item = try await addItem(text, to: meeting.id, by: trust.deputy, in: trust.database)
            try await removeItem(item, of: meeting.id, by: trust.headOfEnglish, in: trust.database)
            #expect(try await trust.seen(meeting).agenda.entries == [])
            try await removeItem(
                item, of: meeting.id, isRemoved: false, by: trust.headOfEnglish, in: trust.database)
            #expect(try await trust.seen(meeting).items.map(\.words) == [text])
        }
    }

    @Test(arguments: Engine.available) func aMissedMeetingStaysMissedUntilSomebodyActs(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let line = try await trust.line()
            let planned = try await trust.meetings(of: line)
            trust.trust.clock.set(to: planned[2].day)
            let lists = try await readSchoolsLines(trust.academy, for: trust.liaison, in: trust.database)
            let missed = lists.lines[0].missed(on: planned[2].day)
            #expect(missed.map(\.id) == [planned[0].id, planned[1].id])
            try await beginMeeting(planned[0].id, by: trust.deputy, in: trust.database)
            try await callOffMeeting(
                planned[1].id, because: "Illness", version: 1, by: trust.deputy, in: trust.database)
            let after = try await trust.meetings(of: line)
            #expect(after.first { $0.id == planned[0].id }?.movedBecause == "held after its day.")
            #expect(after.first { $0.id == planned[1].id }?.calledOffBecause == "Illness")
        }
    }

    @Test(arguments: Engine.available) func aSuccessorInTheSeatInheritsLineAndPromises(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let line = try await trust.line()
            let planned = try await trust.meetings(of: line)
            let meeting = try await trust.begin(line)
            _ = try await trust.promise(by: planned[1].day, in: meeting)
            let successor = Actor(
                person: trust.actor("Lucy Fenn").person, name: "Lucy Fenn", posts: trust.headOfEnglish.posts)
            #expect(try await readMyLines(for: successor, in: trust.database).lines.map(\.line.line.id) == [line])
            #expect(try await promises(successor, trust, through: planned[1].day).count == 1)
        }
    }

    private func promises(_ actor: Actor, _ trust: Willowbrook, through day: Day) async throws -> [ID<Promise>] {
        try await trust.database.read { try $0.promisesDue(for: actor, through: day) }.map(\.promise)
    }
}
