import Database
import DatabasePostgres
import Foundation
import Kernel
import Synchronization
import TestKit
import Testing

/// A connection that breaks, made to break.
@Suite(.enabled(if: Engine.postgresAddress != nil, "TERMWISE_TEST_POSTGRES names no server"))
struct PostgresLossTests {
    private static let endMyself: SQL = "SELECT CAST(pg_terminate_backend(pg_backend_pid()) AS TEXT)"

    @Test func aConnectionEndedBetweenTransactionsIsMadeAgainUnnoticed() async throws {
        try await PostgresTest.with(connections: 1) { database in
            let number: SQL = "SELECT pg_backend_pid()"
            let first = try await database.read { try $0.first(number) { try $0[0] as Int } }
            try await PostgresTest.with(connections: 1) { other in
                _ = try await other.write { try $0.run("SELECT pg_terminate_backend(CAST(\(first ?? 0) AS INTEGER))") }
            }
            try await database.write { try $0.add("x") }
            let second = try await database.read { try $0.first(number) { try $0[0] as Int } }
            #expect(first != second)
            #expect(try await database.read { try $0.books() } == ["x"])
        }
    }

    @Test func aConnectionEndedInsideATransactionRunsTheVerbOnceMore() async throws {
        try await PostgresTest.with { database in
            let runs = Atomic(0)
            try await database.write { tx in
                try tx.add("x")
                if runs.add(1, ordering: .relaxed).newValue == 1 { try tx.run(Self.endMyself) }
            }
            #expect(runs.load(ordering: .relaxed) == 2)
            #expect(try await database.read { try $0.books() } == ["x"])
        }
    }

    @Test func aConnectionThatIsEndedEveryTimeIsUnavailableAndLeavesNothing() async throws {
        try await PostgresTest.with { database in
            let runs = Atomic(0)
            let kind = await Kind.thrown {
                try await database.write { tx in
                    runs.add(1, ordering: .relaxed)
                    try tx.add("x")
                    try tx.run(Self.endMyself)
                }
            }
            #expect(kind == .unavailable)
            #expect(runs.load(ordering: .relaxed) == 2)
            let books = try await database.read { try $0.books() }
            #expect(books.isEmpty)
        }
    }

    @Test func aReadingWhoseConnectionEndsIsReadAgain() async throws {
        try await PostgresTest.with { database in
            let runs = Atomic(0)
            let shelves = try await database.read { tx in
                if runs.add(1, ordering: .relaxed).newValue == 1 { try tx.each(Self.endMyself) { _ in } }
                return try tx.rows("SELECT id FROM shelf") { try $0[0] as String }
            }
            #expect(shelves == ["a"])
        }
    }

    /// A trigger that ends its own connection while COMMIT runs, when nobody outside can tell what became of it.
    private static let brokenCommit = """
        CREATE FUNCTION end_myself() RETURNS trigger LANGUAGE plpgsql AS
        'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(5); RETURN NULL; END';
        CREATE CONSTRAINT TRIGGER end_at_commit AFTER INSERT ON book DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW WHEN (NEW.pages = 13) EXECUTE FUNCTION end_myself();
        """

    @Test func aVerbWhoseCommitIsOfUnknownFateIsNeverRunAgain() async throws {
        try await PostgresTest.with { database in
            try await database.write { try $0.run(script: Self.brokenCommit) }
            let runs = Atomic(0)
            let kind = await Kind.thrown {
                try await database.write { tx in
                    runs.add(1, ordering: .relaxed)
                    try tx.add("x", pages: 13)
                }
            }
            #expect(kind == .unavailable)
            #expect(runs.load(ordering: .relaxed) == 1)
            try await database.write { try $0.add("y", pages: 14) }
            #expect(try await database.read { try $0.books() } == ["y"])
        }
    }

    @Test func aTransactionThatTheServerTiredOfIsUnavailable() async throws {
        var limits = PostgresLimits.patient
        limits.idle = 100
        try await PostgresTest.with(limits: limits) { database in
            let kind = await Kind.thrown {
                try await database.write { tx in
                    try tx.add("x")
                    Thread.sleep(forTimeInterval: 0.4)
                    try tx.add("y")
                }
            }
            #expect(kind == .unavailable)
            let books = try await database.read { try $0.books() }
            #expect(books.isEmpty)
        }
    }

    @Test func aServerThatIsNotThereIsUnavailable() async throws {
        let nowhere = try PostgresDatabase(address: "postgresql://nobody@127.0.0.1:1/none", schema: nil, world: .test)
        #expect(await Kind.thrown { try await nowhere.read { $0.moment } } == .unavailable)
        #expect(await Kind.thrown { try await nowhere.write { $0.moment } } == .unavailable)
        await nowhere.close()
    }
}
