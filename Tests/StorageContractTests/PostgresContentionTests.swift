import Database
import DatabasePostgres
import Foundation
import Kernel
import Synchronization
import TestKit
import Testing

/// Transactions that are in each other’s way, and connections that are all in use.
@Suite(.enabled(if: Engine.postgresAddress != nil, "TERMWISE_TEST_POSTGRES names no server"))
struct PostgresContentionTests {
    @Test func aRowHeldTooLongIsBusy() async throws {
        var limits = PostgresLimits.patient
        limits.lock = 100
        try await PostgresTest.with(limits: limits) { database in
            try await database.write { try $0.add("x", pages: 1) }
            let holder = await Hold(database) { try $0.run("UPDATE book SET pages = 2") }
            let kind = await Kind.thrown { try await database.write { try $0.run("UPDATE book SET pages = 3") } }
            #expect(kind == .busy)
            try await holder.end()
            #expect(try await database.read { try $0.pages(of: "x") } == 2)
        }
    }

    @Test func aSentenceThatTakesTooLongIsBusy() async throws {
        var limits = PostgresLimits.patient
        limits.statement = 500
        try await PostgresTest.with(limits: limits) { database in
            let kind = await Kind.thrown {
                try await database.read { try $0.each("SELECT CAST(pg_sleep(20) AS TEXT)") { _ in } }
            }
            #expect(kind == .busy)
            let answer = try await database.read { try $0.first("SELECT 1") { try $0[0] as Int } }
            #expect(answer == 1)
        }
    }

    @Test func aVerbThatMeetsAnotherIsRunAgainOnWhatThatOneLeft() async throws {
        try await PostgresTest.with { database in
            try await database.write { try $0.add("x", pages: 1) }
            let runs = Atomic(0)
            let (begun, hasBegun) = AsyncStream.makeStream(of: Void.self)
            let goOn = DispatchSemaphore(value: 0)
            let slow = Task {
                try await database.write { tx in
                    let pages = try tx.pages(of: "x") ?? 0
                    if runs.add(1, ordering: .relaxed).newValue == 1 {
                        hasBegun.yield()
                        goOn.wait()
                    }
                    try tx.run("UPDATE book SET pages = \(pages + 10)")
                }
            }
            for await _ in begun { break }
            _ = try await database.write { try $0.run("UPDATE book SET pages = \(5)") }
            goOn.signal()
            _ = try await slow.value
            #expect(runs.load(ordering: .relaxed) == 2)
            #expect(try await database.read { try $0.pages(of: "x") } == 15)
        }
    }

    @Test func aVerbThatOthersAreAlwaysInTheWayOfIsBusyInTheEnd() async throws {
        var limits = PostgresLimits.patient
        limits.lock = 100
        try await PostgresTest.with(limits: limits) { database in
            try await database.write { try $0.add("x", pages: 1) }
            let runs = Atomic(0)
            let kind = await Kind.thrown {
                try await database.write { tx in
                    let pages = try tx.pages(of: "x") ?? 0
                    runs.add(1, ordering: .relaxed)
                    let isDone = DispatchSemaphore(value: 0)
                    Task {
                        _ = try? await database.write { try $0.run("UPDATE book SET pages = pages + 1") }
                        isDone.signal()
                    }
                    isDone.wait()
                    try tx.run("UPDATE book SET pages = \(pages + 10)")
                }
            }
            #expect(kind == .busy && runs.load(ordering: .relaxed) > 10)
        }
    }

    @Test func twoVerbsThatHoldWhatTheOtherWantsBothFinish() async throws {
        try await PostgresTest.with { database in
            try await database.write { tx in
                try tx.add("x", pages: 0)
                try tx.add("y", pages: 0)
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (first, second) in [("x", "y"), ("y", "x")] {
                    group.addTask {
                        try await database.write { tx in
                            try tx.run("UPDATE book SET pages = pages + 1 WHERE id = \(first)")
                            Thread.sleep(forTimeInterval: 0.1)
                            try tx.run("UPDATE book SET pages = pages + 1 WHERE id = \(second)")
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await database.read { [try $0.pages(of: "x"), try $0.pages(of: "y")] } == [2, 2])
        }
    }

    @Test func whenEveryConnectionStaysInUseTheNextIsBusyAndTheLastStillFinishes() async throws {
        var limits = PostgresLimits.patient
        limits.wait = 100
        try await PostgresTest.with(connections: 2, limits: limits) { database in
            let slow = await Hold(database, count: 2)
            #expect(await Kind.thrown { try await database.read { try $0.books() } } == .busy)
            try await slow.end()
            let books = try await database.read { try $0.books() }
            #expect(books.isEmpty)
        }
    }

    @Test func thoseWhoWaitAreServedInTheOrderOfComing() async throws {
        try await PostgresTest.with(connections: 1) { database in
            let order = Notes<Int>()
            let slow = await Hold(database)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for index in 0..<8 {
                    group.addTask { try await database.read { _ in order.add(index) } }
                    while database.waiting <= index { try await Task.sleep(for: .milliseconds(1)) }
                }
                slow.letGo()
                try await group.waitForAll()
            }
            #expect(order.all == Array(0..<8))
        }
    }

    @Test func closingCancelsWhatOutlastsTheGrace() async throws {
        var limits = PostgresLimits.patient
        limits.grace = 100
        try await PostgresTest.with(limits: limits) { database in
            let (begun, hasBegun) = AsyncStream.makeStream(of: Void.self)
            let endless = Task {
                await Kind.thrown {
                    try await database.read { tx in
                        hasBegun.yield()
                        try tx.each("SELECT CAST(pg_sleep(20) AS TEXT)") { _ in }
                    }
                }
            }
            for await _ in begun { break }
            await database.close()
            #expect(await endless.value == .unavailable)
        }
    }

    @Test func closingRefusesThoseWhoWait() async throws {
        try await PostgresTest.with(connections: 1) { database in
            let slow = await Hold(database)
            let waiting = Task { await Kind.thrown { try await database.read { try $0.books() } } }
            while database.waiting == 0 { try await Task.sleep(for: .milliseconds(1)) }
            async let closing: Void = database.close()
            #expect(await waiting.value == .unavailable)
            try await slow.end()
            await closing
        }
    }
}
