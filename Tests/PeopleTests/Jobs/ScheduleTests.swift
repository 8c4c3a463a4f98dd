import Database
import Jobs
import Kernel
import TestKit
import Testing

@Suite struct ScheduleTests {
    private func daily(_ ran: Noted<Instant>, _ clock: Clock) -> JobKind {
        JobKind("tidy", every: 86_400) { _, _ in ran.add(clock.now) }
    }

    @Test(arguments: Engine.available)
    func aScheduleFiresOnceEachTime(_ engine: Engine) async throws {
        try await withJobs(engine) { (database, clock) async throws in
            let ran = Noted<Instant>()
            let kind = daily(ran, clock)
            #expect(try await drain(database, [kind]) == 1)
            #expect(try await drain(database, [kind]) == 0)
            clock.advance(seconds: 86_399)
            #expect(try await drain(database, [kind]) == 0)
            clock.advance(seconds: 1)
            #expect(try await drain(database, [kind]) == 1)
        }
    }

    @Test(arguments: Engine.available)
    func aServerThatSleptForAWeekCatchesUpOnce(_ engine: Engine) async throws {
        try await withJobs(engine) { (database, clock) async throws in
            let ran = Noted<Instant>()
            let kind = daily(ran, clock)
            try await drain(database, [kind])
            clock.advance(days: 7)
            #expect(try await drain(database, [kind]) == 1)
            #expect(try await drain(database, [kind]) == 0)
            clock.advance(days: 1)
            #expect(try await drain(database, [kind]) == 1)
        }
    }

    @Test(arguments: Engine.available)
    func twoWorkersFireAScheduleOnce(_ engine: Engine) async throws {
        try await withJobs(engine) { (database, clock) async throws in
            let ran = Noted<Instant>()
            let kind = daily(ran, clock)
            for round in 1...5 {
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for _ in 0..<4 { group.addTask { try await drain(database, [kind]) } }
                    try await group.waitForAll()
                }
                #expect(ran.all.count == round)
                clock.advance(days: 1)
            }
        }
    }

    @Test(arguments: Engine.available)
    func aScheduleComesBackAfterItFailed(_ engine: Engine) async throws {
        try await withJobs(engine) { (database, clock) async throws in
            let failing = JobKind("tidy", every: 86_400) { _, _ in throw Broken() }
            for _ in 0..<10 {
                try await drain(database, [failing])
                clock.advance(seconds: 3_600)
            }
            #expect(try await database.read { try $0.jobCounts() }.failed == 1)
            clock.advance(days: 1)
            let ran = Noted<Instant>()
            #expect(try await drain(database, [daily(ran, clock)]) == 1)
            #expect(try await database.read { try $0.jobCounts() } == JobCounts(waiting: 0, running: 0, failed: 0))
        }
    }
}
