import Database
import Jobs
import Kernel
import TestKit
import Testing

/// Databases with nothing but jobs in them.
func withJobs(_ engine: Engine, _ body: (any Database, Clock) async throws -> Void) async throws {
    let clock = Clock()
    try await TestDatabases.with(engine, world: clock.world, migrations: jobMigrations) { database in
        try await body(database, clock)
    }
}

struct Broken: Error, CustomStringConvertible {
    let description = "The post office is shut."
}

@Suite struct JobTests {
    @Test(arguments: Engine.available)
    func aJobRunsOnceAndIsGone(_ engine: Engine) async throws {
        try await withJobs(engine) { (database, _) async throws in
            let ran = Noted<String>()
            let kind = JobKind("note") { payload, _ in ran.add(payload) }
            try await database.write { try $0.enqueue("note", payload: "hello") }
            #expect(try await drain(database, [kind]) == 1)
            #expect(try await drain(database, [kind]) == 0)
            #expect(ran.all == ["hello"])
            #expect(try await database.read { try $0.jobLines(limit: 9) }.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func nothingRemainsOfAJobWhoseVerbWasRefused(_ engine: Engine) async throws {
        try await withJobs(engine) { (database, _) async throws in
            let refused = try await refusal {
                try await database.write { tx in
                    try tx.enqueue("note", payload: "hello")
                    throw Refusal.stale
                }
            }
            #expect(refused == .stale)
            #expect(try await database.read { try $0.jobCounts() } == JobCounts(waiting: 0, running: 0, failed: 0))
        }
    }

    @Test(arguments: Engine.available)
    func jobsWithOneKeyAreOneWhileTheyWait(_ engine: Engine) async throws {
        try await withJobs(engine) { (database, clock) async throws in
            let ran = Noted<String>()
            let kind = JobKind("note") { payload, _ in ran.add(payload) }
            let later = clock.now.adding(seconds: 60)
            try await database.write { tx in
                try tx.enqueue("note", payload: "first", key: "k", dueAt: later)
                try tx.enqueue("note", payload: "second", key: "k", dueAt: later.adding(seconds: 60))
                try tx.enqueue("other", payload: "apart", key: "k", dueAt: later)
            }
            #expect(try await drain(database, [kind]) == 0)
            clock.advance(seconds: 60)
            #expect(try await drain(database, [kind]) == 1)
            #expect(ran.all == ["second"])
        }
    }

    @Test(arguments: Engine.available)
    func whatIsEnqueuedWhileItRunsRunsOnceMore(_ engine: Engine) async throws {
        try await withJobs(engine) { (database, _) async throws in
            let ran = Noted<String>()
            let kind = JobKind("note") { payload, database in
                ran.add(payload)
                if payload == "first" {
                    try await database.write { try $0.enqueue("note", payload: "second", key: "k") }
                }
            }
            try await database.write { try $0.enqueue("note", payload: "first", key: "k") }
            #expect(try await drain(database, [kind]) == 2)
            #expect(ran.all == ["first", "second"])
        }
    }

    @Test(arguments: Engine.available)
    func aJobThatGoesWrongRestsLongerEachTimeAndThenWaitsForTheOperator(_ engine: Engine) async throws {
        try await withJobs(engine) { (database, clock) async throws in
            let kind = JobKind("post") { _, _ in throw Broken() }
            try await database.write { try $0.enqueue("post") }
            for rest in [15, 60, 240, 960, 3_600, 3_600, 3_600, 3_600, 3_600] {
                #expect(try await drain(database, [kind]) == 1)
                clock.advance(seconds: rest - 1)
                #expect(try await drain(database, [kind]) == 0)
                clock.advance(seconds: 1)
            }
            #expect(try await drain(database, [kind]) == 1)
            clock.advance(days: 30)
            #expect(try await drain(database, [kind]) == 0)
            let line = try #require(try await database.read { try $0.jobLines(limit: 9) }.first)
            #expect(line.tries == 10 && line.lastError == "The post office is shut.")
            #expect(try await database.read { try $0.jobCounts() } == JobCounts(waiting: 0, running: 0, failed: 1))
        }
    }

    @Test(arguments: Engine.available)
    func aFailedJobIsTriedAgainByTheOperatorOrByTheNextVerb(_ engine: Engine) async throws {
        try await withJobs(engine) { (database, clock) async throws in
            let kind = JobKind("post") { _, _ in throw Broken() }
            try await database.write { try $0.enqueue("post", key: "k") }
            func failForGood() async throws {
                for _ in 0..<10 {
                    try await drain(database, [kind])
                    clock.advance(seconds: 3_600)
                }
                #expect(try await database.read { try $0.jobCounts() }.failed == 1)
            }
            try await failForGood()
            let id = try #require(try await database.read { try $0.jobLines(limit: 9) }.first).id
            try await database.write { try $0.tryAgain(id) }
            #expect(try await database.read { try $0.jobCounts() }.waiting == 1)
            let again = try await refusal { try await database.write { try $0.tryAgain(id) } }
            #expect(again == .conflict("This job is not waiting for you any more."))
            try await failForGood()
            try await database.write { try $0.enqueue("post", key: "k") }
            #expect(try await drain(database, [JobKind("post") { _, _ in }]) == 1)
        }
    }

    @Test(arguments: Engine.available)
    func aKindThatNobodyHereKnowsIsLeftAlone(_ engine: Engine) async throws {
        try await withJobs(engine) { (database, _) async throws in
            try await database.write { try $0.enqueue("from-a-newer-version") }
            #expect(try await drain(database, [JobKind("note") { _, _ in }]) == 0)
            #expect(try await database.read { try $0.jobCounts() }.waiting == 1)
        }
    }
}
