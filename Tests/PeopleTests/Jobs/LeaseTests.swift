import Database
import Jobs
import Kernel
import TestKit
import Testing

@Suite struct LeaseTests {
    @Test(arguments: Engine.available)
    func whileAJobRunsNobodyElseTakesIt(_ engine: Engine) async throws {
        try await withJobs(engine) { (database, _) async throws in
            let others = Noted<Int>()
            let kind = JobKind("slow") { (_, database) async throws in
                others.add(try await drain(database, [JobKind("slow") { _, _ in }]))
                #expect(try await database.read { try $0.jobCounts() }.running == 1)
            }
            try await database.write { try $0.enqueue("slow") }
            #expect(try await drain(database, [kind]) == 1)
            #expect(others.all == [0])
        }
    }

    @Test(arguments: Engine.available)
    func aJobWhoseWorkerDiedIsTakenOverAndTheDeadOnesWordCountsNoMore(_ engine: Engine) async throws {
        try await withJobs(engine) { (database, clock) async throws in
            let kind = JobKind("slow") { (_, database) async throws in
                clock.advance(seconds: 301)
                let failing = JobKind("slow") { _, _ in throw Broken() }
                #expect(try await drain(database, [failing]) == 1)
            }
            try await database.write { try $0.enqueue("slow") }
            #expect(try await drain(database, [kind]) == 1)
            let line = try #require(try await database.read { try $0.jobLines(limit: 9) }.first)
            #expect(line.tries == 2 && line.lastError == "The post office is shut.")
        }
    }

    @Test(arguments: Engine.available)
    func aRenewalThatFailsIsTriedAgain(_ engine: Engine) async throws {
        try await withJobs(engine) { (database, clock) async throws in
            let failing = FailingOnce(database)
            let others = Noted<Int>()
            let kind = JobKind("slow") { (_, _) async throws in
                clock.advance(seconds: 200)
                failing.failNext()
                for _ in 0..<20_000 where failing.writesSinceFailure < 2 {
                    try await Task.sleep(for: .milliseconds(1))
                }
                #expect(failing.writesSinceFailure >= 2)
                clock.advance(seconds: 200)
                others.add(try await drain(database, [JobKind("slow") { _, _ in }]))
            }
            try await database.write { try $0.enqueue("slow") }
            #expect(try await drain(failing, [kind], renewing: .milliseconds(5)) == 1)
            #expect(others.all == [0])
        }
    }

    @Test(arguments: Engine.available)
    func aJobThatEndsTheProgramEachTimeIsGivenUp(_ engine: Engine) async throws {
        try await withJobs(engine) { (database, clock) async throws in
            try await database.write { try $0.enqueue("deadly") }
            #expect(try await drain(database, [dying(clock)]) >= 1)
            let line = try #require(try await database.read { try $0.jobLines(limit: 9) }.first)
            #expect(line.state == .failed(at: clock.now))
            #expect(line.lastError == "The program stopped each time while it did this.")
        }
    }

    /// Stays in the midst of its work for longer than its lease, while the next worker does the same.
    private func dying(_ clock: Clock) -> JobKind {
        JobKind("deadly") { _, database in
            clock.advance(seconds: 301)
            try await drain(database, [dying(clock)])
        }
    }

    @Test(arguments: Engine.available)
    func twoWorkersRunEachJobOnce(_ engine: Engine) async throws {
        try await withJobs(engine) { (database, _) async throws in
            let ran = Noted<String>()
            let kind = JobKind("note") { payload, _ in ran.add(payload) }
            let names = (0..<40).map(String.init)
            try await database.write { tx in
                for name in names { try tx.enqueue("note", payload: name) }
            }
            let workers = (0..<2).map { _ in
                JobWorker(kinds: [kind], pause: .milliseconds(5)) { [database] }
            }
            await withTaskGroup(of: Void.self) { group in
                for worker in workers { group.addTask { await worker.run() } }
                group.addTask {
                    while ran.all.count < names.count { try? await Task.sleep(for: .milliseconds(5)) }
                    try? await Task.sleep(for: .milliseconds(50))
                    for worker in workers { worker.stop() }
                }
            }
            #expect(ran.all.sorted() == names.sorted())
            #expect(try await database.read { try $0.jobLines(limit: 9) }.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func aWorkerThatIsStoppedFinishesTheJobInHand(_ engine: Engine) async throws {
        try await withJobs(engine) { (database, _) async throws in
            let finished = Noted<String>()
            let (begun, sayBegun) = AsyncStream.makeStream(of: Void.self)
            let kind = JobKind("slow") { _, _ in
                sayBegun.finish()
                try await Task.sleep(for: .milliseconds(50))
                finished.add("done")
            }
            try await database.write { tx in
                try tx.enqueue("slow")
                try tx.enqueue("slow")
            }
            let worker = JobWorker(kinds: [kind], pause: .seconds(60)) { [database] }
            async let running: Void = worker.run()
            for await _ in begun {}
            worker.stop()
            await running
            #expect(finished.all == ["done"])
            #expect(try await database.read { try $0.jobCounts() }.waiting == 1)
        }
    }

    @Test(arguments: Engine.available)
    func anIdleWorkerStopsAtOnce(_ engine: Engine) async throws {
        try await withJobs(engine) { (database, _) async throws in
            let looked = Noted<Int>()
            let worker = JobWorker(kinds: [], pause: .seconds(3_600)) {
                looked.add(1)
                return [database]
            }
            async let running: Void = worker.run()
            while looked.all.isEmpty { try await Task.sleep(for: .milliseconds(2)) }
            worker.stop()
            await running
            #expect(looked.all == [1])
        }
    }
}
