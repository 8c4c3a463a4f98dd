import Database
import DatabasePostgres
import Kernel
import TestKit
import Testing

/// Prepared sentences, addresses, schemas and the server’s programs.
@Suite(.enabled(if: Engine.postgresAddress != nil, "TERMWISE_TEST_POSTGRES names no server"))
struct PostgresPlaceTests {
    @Test func moreSentencesThanAConnectionKeepsAreAllAnswered() async throws {
        try await PostgresTest.with(connections: 1) { database in
            for _ in 0..<2 {
                let numbers = try await database.read { tx in
                    try (0..<300).map { number in
                        try tx.first(SQL(unchecked: "SELECT \(number)")) { try $0[0] as Int }
                    }
                }
                #expect(numbers == (0..<300).map { $0 })
            }
            let kept = try await database.read { tx in
                try tx.first("SELECT COUNT(*) FROM pg_prepared_statements") { try $0[0] as Int }
            }
            #expect(try #require(kept) <= 256)
        }
    }

    @Test func aSentenceWhoseTableChangedUnderItIsPreparedAnew() async throws {
        try await PostgresTest.with(connections: 2) { database in
            let all: SQL = "SELECT * FROM shelf"
            for _ in 0..<2 { _ = try await database.read { try $0.rows(all) { try $0[0] as String } } }
            _ = try await database.write { try $0.run(script: "ALTER TABLE shelf ADD COLUMN place TEXT DEFAULT 'top'") }
            let place = try await database.read { try $0.first(all) { try $0[2] as String } }
            #expect(place == "top")
        }
    }

    @Test func anAddressThatCannotBeReadIsRefusedWithoutRepeatingIt() async throws {
        do {
            _ = try PostgresDatabase(address: "postgresql://me:hunter2@[::1", schema: nil, world: .test)
            Issue.record("An address without an end was taken.")
        } catch let error as DatabaseError {
            #expect(Kind(error) == .failed)
            #expect(!error.description.contains("hunter2"))
        }
    }

    @Test(arguments: ["", "Trust", "a b", "a\"; DROP SCHEMA public; --", "1st", "pg_temp", "é", "a.b", "a*"])
    func aNameThatIsNoSchemaIsRefused(_ name: String) async throws {
        let address = try #require(Engine.postgresAddress)
        let kind = await Kind.thrown { try PostgresDatabase(address: address, schema: name, world: .test) }
        #expect(kind == .failed)
        #expect(await Kind.thrown { try await PostgresDatabase.createSchemaIfMissing(name, at: address) } == .failed)
        #expect(await Kind.thrown { try await PostgresDatabase.dropSchema(name, at: address) } == .failed)
    }

    @Test func everySchemaWithOurTablesIsATrustAndNoOther() async throws {
        try await TestDatabases.withSchema { address, empty in
            try await TestPlace.with(.postgres) { place in
                try await place.open { _ in
                    let schemas = try await PostgresDatabase.schemas(at: address)
                    #expect(schemas.contains(place.name))
                    #expect(!schemas.contains(empty))
                }
            }
        }
    }

    @Test func oneTrustNeverSeesTheTablesOfAnother() async throws {
        try await TestDatabases.withSchema { address, empty in
            try await PostgresTest.with { database in
                try await database.write { try $0.add("x") }
                let other = try PostgresDatabase(address: address, schema: empty, world: .test)
                #expect(await Kind.thrown { try await other.read { try $0.books() } } == .failed)
                await other.close()
            }
        }
    }

    @Test func aBackupOfAnotherTrustIsNotRestored() async throws {
        try await TestPlace.with(.postgres) { place in
            let backup = place.folder + "/backup"
            try await place.open { try await $0.backUp(to: backup) }
            try await TestPlace.with(.postgres) { other in
                #expect(await Kind.thrown { try await other.restore(backup) } == .failed)
            }
        }
    }
}
