import Database
import Kernel
import PlanRules
import Plans
import TestKit
import Testing
import Trail

/// What was recorded is corrected on the same day, and what followed from it goes with it.
@Suite struct CorrectCheckTests {
    @Test(arguments: Engine.available) func aCorrectionTakesBackWhatFollowed(engine: Engine) async throws {
        try await CheckedPlan.onTheFirstDay(engine) { made, looks in
            let id = looks[0].id
            _ = try await made.record(id, .red, .stop, words: "Nobody wants it.")
            #expect(try await made.looks().allSatisfy { !$0.isOpen })
            let next = try #require(made.calendar.adding(schoolDays: 3, to: looks[0].look.due))
            try await made.correct(id, .amber, .tooEarly, next: next, version: 1)
            #expect(try await made.ending() == nil)
            #expect(
                try await made.looks().filter(\.isOpen).map(\.look.due) == [next] + looks.dropFirst().map(\.look.due))
            try await made.correct(id, .green, version: 2)
            #expect(try await made.looks().filter(\.isOpen).map(\.look) == looks.dropFirst().map(\.look))
            let entries = try await made.database.read { try $0.trail(of: id) }
            #expect(entries.map(\.verb) == ["check-corrected", "check-corrected", "check-recorded"])
            await #expect(throws: Refusal.self) {
                try await made.correct(id, .green, version: 3, by: made.trust.head)
            }
            made.travel(to: looks[0].look.due + 1)
            await #expect(throws: Refusal.self) { try await made.correct(id, .green, version: 3) }
        }
    }

    @Test(arguments: Engine.available) func theNextLookStaysWhenItsDayIsNotCorrected(engine: Engine) async throws {
        try await CheckedPlan.onTheFirstDay(engine) { made, looks in
            let next = try #require(made.calendar.adding(schoolDays: 3, to: looks[0].look.due))
            _ = try await made.record(looks[0].id, .amber, .tooEarly, next: next)
            try await made.correct(looks[0].id, .amber, .tooEarly, next: next, version: 1)
            #expect(try await made.waiting() == [next] + looks.dropFirst().map(\.look.due))
            let asked = try #require(try await made.looks().first { $0.isOpen })
            _ = try await made.record(asked.id)
            try await made.correct(looks[0].id, .red, .tooEarly, next: next, version: 2)
            #expect(try await made.waiting() == looks.dropFirst().map(\.look.due), "it was done early")
        }
    }

    @Test(arguments: Engine.available) func aDayOnWhichTheSeriesIsLookedAtAnywayIsNotDoubled(engine: Engine)
        async throws
    {
        try await CheckedPlan.onTheFirstDay(engine) { made, looks in
            let next = looks[1].look.due
            _ = try await made.record(looks[0].id, .red, .stop, words: "Nobody wants it.")
            try await made.correct(looks[0].id, .amber, .tooEarly, next: next, version: 1)
            #expect(try await made.waiting() == looks.dropFirst().map(\.look.due))
            made.travel(to: next - 1)
            _ = try await made.record(looks[1].id)
            let late = try #require(made.calendar.adding(schoolDays: -1, to: looks[2].look.due))
            made.travel(to: late)
            let refusal = await #expect(throws: Refusal.self) {
                _ = try await made.record(looks[2].id, .amber, .tooEarly, next: looks[2].look.due)
            }
            #expect(refusal?.sentence.contains("is done already") == true)
        }
    }

    @Test(arguments: Engine.available) func aCorrectionBringsBackNothingOfAPlanThatEnded(engine: Engine) async throws {
        try await CheckedPlan.onTheFirstDay(engine) { made, looks in
            _ = try await made.record(looks[0].id, .red, .stop, words: "Nobody wants it.")
            try await archivePlan(made.plan, words: "It is how we work now", by: made.trust.head, in: made.database)
            let next = try #require(made.calendar.adding(schoolDays: 3, to: looks[0].look.due))
            let refusal = await #expect(throws: Refusal.self) {
                try await made.correct(looks[0].id, .amber, .tooEarly, next: next, version: 1)
            }
            #expect(refusal?.sentence.contains("has ended meanwhile") == true)
            try await made.correct(looks[0].id, .green, version: 1)
            #expect(try await made.waiting().isEmpty)
        }
    }
}
