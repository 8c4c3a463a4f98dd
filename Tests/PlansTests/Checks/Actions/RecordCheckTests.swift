import Database
import Kernel
import PlanRules
import Plans
import TestKit
import Testing
import ToolRules
import Trail

@Suite struct RecordCheckTests {
    private func live(_ engine: Engine, _ body: (CheckedPlan, [CheckedPlan.Stored]) async throws -> Void) async throws {
        try await CheckedPlan.onTheFirstDay(engine, body)
    }

    private func record(
        _ made: CheckedPlan, _ check: CheckID, _ rating: Rating = .green, _ response: ResponseKind? = nil,
        words: String = "", next: Day? = nil, by actor: Actor? = nil
    ) async throws -> CheckResult {
        try await made.record(check, rating, response, words: words, next: next, by: actor)
    }

    @Test(arguments: Engine.available) func goingLiveMakesEveryLookWait(engine: Engine) async throws {
        try await CheckedPlan.with(engine) { made in
            let id = try await made.planned(.weekly)
            #expect(try await made.looks().isEmpty, "a draft asks nobody for anything")
            try await made.goLive()
            let looks = try await made.looks()
            let planned = try await made.database.read { try $0.plannedCheck(id) }
            #expect(looks.map(\.look) == CheckSchedule(planned.check).looks(in: made.calendar))
            #expect(looks.allSatisfy(\.isOpen) && planned.isSealed && looks.count > 4)
            try await made.database.write { [plan = made.plan] in try $0.sealChecks(of: plan) }
            #expect(try await made.looks() == looks, "sealing twice asks once")
        }
    }

    @Test(arguments: Engine.available) func aLookThatWasDoneWaitsNoLonger(engine: Engine) async throws {
        try await live(engine) { made, looks in
            let result = try await record(made, looks[0].id)
            let check = try await made.database.read { try $0.check(looks[0].id) }
            #expect(check.look.check.result == result && !check.look.isOpen)
            #expect(check.recorded?.name == made.trust.headOfEnglish.name)
            #expect(try await made.looks().map(\.isOpen) == [false] + looks.dropFirst().map { _ in true })
            let entries = try await made.database.read { try $0.trail(of: looks[0].id) }
            #expect(entries.map(\.verb) == ["check-recorded"])
        }
    }

    @Test(arguments: Engine.available) func whatIsSentTwiceIsKeptOnceAndTheSecondOfTwoIsTold(engine: Engine)
        async throws
    {
        try await live(engine) { made, looks in
            let once = try await record(made, looks[0].id)
            #expect(try await record(made, looks[0].id) == once)
            await #expect(throws: Refusal.stale) {
                _ = try await record(made, looks[0].id, .red, .keep, by: made.trust.head)
            }
            #expect(try await made.database.read { try $0.trail(of: looks[0].id) }.count == 1)
        }
    }

    @Test(arguments: Engine.available) func stopEndsTheActionAndCallsOffItsLooks(engine: Engine) async throws {
        try await CheckedPlan.with(engine) { made in
            try await made.planned()
            try await made.planned(.weekly, looked: "Books of six pupils")
            try await made.planned(.termly, for: .outcome(made.outcome), weeks: 20, looked: "Reading ages")
            try await made.goLive()
            let looks = try await made.looks()
            made.travel(to: looks[0].look.due)
            _ = try await record(made, looks[0].id, .red, .stop, words: "Another way works better.")
            #expect(try await made.ending() == Ending.checkStoppedIt)
            let left = try await made.looks().filter(\.isOpen)
            let subjects = try await made.database.read { tx in try left.map { try tx.check($0.id).planned.subject } }
            #expect(Set(subjects) == ["Every lesson opens with reading"])
        }
    }

    @Test(arguments: Engine.available) func stopOnAnOutcomeEndsItsSeriesAlone(engine: Engine) async throws {
        try await CheckedPlan.with(engine) { made in
            let series = try await made.planned(for: .outcome(made.outcome))
            try await made.planned(.weekly, looked: "Books of six pupils")
            try await made.goLive()
            let first = try await made.looks().firstMatching { look in
                try await made.database.read { try $0.check(look.id).planned.check.id } == series
            }
            let look = try #require(first)
            made.travel(to: look.look.due)
            _ = try await record(made, look.id, .red, .stop, words: "It cannot be seen this way.")
            let check = try await made.database.read { try $0.plannedCheck(series) }
            #expect(check.check.ended?.reason == Ending.checkStoppedIt)
            #expect(try await made.ending() == nil)
        }
    }

    @Test(arguments: Engine.available) func tooEarlyAddsOneLook(engine: Engine) async throws {
        try await live(engine) { made, looks in
            let next = try #require(made.calendar.adding(schoolDays: 3, to: looks[0].look.due))
            _ = try await record(made, looks[0].id, .amber, .tooEarly, next: next)
            let after = try await made.looks()
            #expect(after.count == looks.count + 1)
            #expect(after.first { $0.look.due == next }?.isOpen == true)
        }
    }

    @Test(arguments: Engine.available) func whatEndsIsCalledOffAndWhatWasMissedStaysMissed(engine: Engine) async throws
    {
        try await live(engine) { made, looks in
            made.travel(to: looks[1].look.due)
            try await archivePlan(made.plan, words: "It is how we work now", by: made.trust.head, in: made.database)
            let after = try await made.looks()
            #expect(after.allSatisfy { !$0.isOpen })
            #expect(after.map(\.calledOff) == [nil] + looks.dropFirst().map { _ in looks[1].look.due })
            let refusal = await #expect(throws: Refusal.self) { _ = try await record(made, looks[1].id) }
            #expect(refusal?.sentence.contains("called off") == true)
        }
    }

    @Test(arguments: Engine.available) func endingAnActionOrItsPriorityCallsOffItsLooks(engine: Engine) async throws {
        for isWhole in [true, false] {
            try await live(engine) { made, looks in
                let priority = try await made.trust.written(made.plan).priorities[0].id
                try await endPart(
                    isWhole ? .priority(priority) : .action(made.action), because: "Another way is better.",
                    of: made.plan, by: made.trust.head, in: made.database)
                #expect(try await made.looks().map(\.calledOff) == looks.map { _ in looks[0].look.due })
            }
        }
    }

    @Test(arguments: Engine.available) func whoMayRecord(engine: Engine) async throws {
        try await live(engine) { made, looks in
            for stranger in [made.trust.stranger] {
                await #expect(throws: Refusal.notFound) { _ = try await record(made, looks[0].id, by: stranger) }
            }
            let refusal = await #expect(throws: Refusal.self) {
                _ = try await record(made, looks[0].id, by: made.trust.governor)
            }
            #expect(refusal != .notFound)
            _ = try await record(made, looks[0].id, by: made.trust.liaison)
        }
    }

    @Test(arguments: Engine.available) func aFileComesBackAsItWent(engine: Engine) async throws {
        try await live(engine) { made, looks in
            let content = Array("%PDF-1.7\n".utf8) + (0..<500_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            let evidence = EvidenceInput(
                kind: .bookLook, seen: looks[0].look.due, note: "Six books", link: "https://example.org/x",
                file: FileSent(name: "Books.pdf", bytes: content.count, content: content))
            let input = CheckInput(
                finding: "Seen", rating: .green, response: nil, evidence: evidence, version: 1)
            _ = try await recordImpactCheck(
                input, of: looks[0].id, by: made.trust.headOfEnglish, in: made.database)
            let (kept, file, elsewhere) = try await made.database.read { tx in
                let kept = try tx.evidence(of: looks[0].id)
                guard let id = kept.first?.file?.id else { throw Refusal.notFound }
                return (kept, try tx.storedFile(id, of: looks[0].id), try tx.storedFile(id, of: looks[1].id))
            }
            #expect(kept.map(\.note) == ["Six books"] && kept.first?.file?.bytes == content.count)
            #expect(file?.content == content && file?.mediaType == "application/pdf")
            #expect(elsewhere == nil, "a file belongs to its look")
        }
    }
}

extension Array {
    fileprivate func firstMatching(_ passes: (Element) async throws -> Bool) async rethrows -> Element? {
        for element in self where try await passes(element) { return element }
        return nil
    }
}
