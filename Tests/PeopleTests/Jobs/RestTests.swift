import Database
import Jobs
import Kernel
import TestKit
import Testing

/// Letters that rest: in a database that was restored, and while the mail server has enough.
@Suite struct RestTests {
    /// Runs what is due and says in which order.
    private func run(
        _ database: any Database, failing: @escaping @Sendable (String) throws -> Void = { _ in }
    ) async throws -> [String] {
        let ran = Noted<String>()
        let kinds = ["awaited", "weekly", "work"].map { name in
            JobKind(name) { payload, _ in
                try failing(payload)
                ran.add(payload)
            }
        }
        try await drain(database, kinds)
        return ran.all
    }

    @Test(arguments: Engine.available)
    func aRestoredDatabaseWorksOnAndWritesNothing(_ engine: Engine) async throws {
        try await withJobs(engine) { (database, clock) async throws in
            try await database.write { tx in
                try tx.enqueue("awaited", .awaitedLetter, payload: "old invitation")
                try tx.enqueue("weekly", .letterToMany, payload: "old week")
                try tx.enqueue("work", payload: "old work")
            }
            clock.advance(days: 3)
            let restored = clock.now
            try await database.write { try $0.run(script: restorationScript(at: restored)) }
            clock.advance(seconds: 60)
            try await database.write { try $0.enqueue("awaited", .awaitedLetter, payload: "new invitation") }
            #expect(try await run(database) == ["old work"])
            let rest = try await database.read { try $0.lettersAtRest() }
            #expect(rest == LettersAtRest(since: restored, waiting: 2, oldest: restored.adding(seconds: -3 * 86_400)))
            #expect(try await database.write { try $0.resumeLetters() } == 2)
            #expect(try await run(database) == ["new invitation"], "and what was old is dropped")
            let again = try await refusal { try await database.write { _ = try $0.resumeLetters() } }
            #expect(again == .conflict("Letters go out already."))
        }
    }

    @Test(arguments: Engine.available)
    func invitationsGoFirstAndLettersToManyLast(_ engine: Engine) async throws {
        try await withJobs(engine) { (database, clock) async throws in
            try await database.write { try $0.enqueue("weekly", .letterToMany, payload: "week") }
            clock.advance(seconds: 1)
            try await database.write { try $0.enqueue("work", payload: "work") }
            clock.advance(seconds: 1)
            try await database.write { try $0.enqueue("awaited", .awaitedLetter, payload: "invitation") }
            #expect(try await run(database) == ["invitation", "work", "week"])
        }
    }

    @Test(arguments: Engine.available)
    func aServerThatHasEnoughSlowsLettersToManyAndLosesNone(_ engine: Engine) async throws {
        try await withJobs(engine) { (database, clock) async throws in
            for letter in 0..<5 {
                try await database.write { try $0.enqueue("weekly", .letterToMany, payload: "\(letter)") }
                clock.advance(seconds: 1)
            }
            let enough: @Sendable (String) throws -> Void = { payload in
                if payload == "2" { throw MailFault.postponed("451 4.7.1 Too many letters") }
            }
            #expect(try await run(database, failing: enough) == ["0", "1"])
            let pause = try await database.read { try $0.mailPause() }
            #expect(pause?.until == clock.now.adding(seconds: 60) && pause?.reason.contains("Too many letters") == true)
            try await database.write { try $0.enqueue("awaited", .awaitedLetter, payload: "invitation") }
            #expect(try await run(database, failing: enough) == ["invitation"], "nobody who waits has to wait for them")
            #expect(try await database.read { try $0.mailPause() } == pause)
            clock.advance(seconds: 60)
            #expect(try await run(database) == ["2", "3", "4"])
            #expect(try await database.read { try $0.jobLines(limit: 9) }.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func thePauseGrowsNoTryIsLostAndOneAddressHoldsNobodyUpForEver(_ engine: Engine) async throws {
        try await withJobs(engine) { (database, clock) async throws in
            for letter in 0..<2 {
                try await database.write { try $0.enqueue("weekly", .letterToMany, payload: "\(letter)") }
                clock.advance(seconds: 1)
            }
            var rests: [Int] = []
            var ran: [String] = []
            for _ in 0..<15 {
                ran += try await run(database) { payload in
                    if payload == "0" { throw MailFault.postponed("450 Come back later") }
                }
                guard let pause = try await database.read({ try $0.mailPause() }) else { continue }
                rests.append(pause.until.seconds(since: clock.now))
                clock.advance(seconds: rests.last ?? 0)
            }
            #expect(rests.prefix(3) == [60, 120, 240] && (rests.max() ?? 0) <= 900)
            #expect(ran == ["1"], "after three times the next one has its turn")
            #expect(try await database.read { try $0.jobLines(limit: 9) }.map(\.tries) == [0])
        }
    }
}
