import Database
import Kernel
import TestKit
import Testing

@Suite struct MigratorContract {
    private static let one = Shelf.step("0001-one", "CREATE TABLE one (id TEXT NOT NULL PRIMARY KEY);")
    private static let two = Shelf.step(
        "0002-two", "CREATE TABLE two (one_id TEXT NOT NULL REFERENCES one (id)); -- a remark; with a stop\n")
    private static let broken = Shelf.step(
        "0003-broken", "CREATE TABLE three (id TEXT); INSERT INTO nowhere VALUES (1);")

    @Test(arguments: Engine.available)
    func stepsRunInTheirOrderAndOnlyOnce(_ engine: Engine) async throws {
        try await TestDatabases.with(engine) { database in
            let migrator = Migrator([Self.one, Self.two])
            #expect(try await migrator.pending(database).map(\.name) == ["0001-one", "0002-two"])
            #expect(try await migrator.migrate(database) == ["0001-one", "0002-two"])
            let again = try await migrator.migrate(database)
            #expect(again.isEmpty)
            #expect(try await migrator.pending(database).isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func onlyTheNewStepsRunOnAnOlderDatabase(_ engine: Engine) async throws {
        try await TestDatabases.with(engine, migrations: [Self.one]) { database in
            let ran = try await Migrator([Self.one, Self.two]).migrate(database)
            #expect(ran == ["0002-two"])
        }
    }

    @Test(arguments: Engine.available)
    func aStepThatWasChangedIsAFault(_ engine: Engine) async throws {
        try await TestDatabases.with(engine, migrations: [Self.one]) { database in
            let changed = Shelf.step("0001-one", "CREATE TABLE one (id TEXT NOT NULL);")
            await #expect(throws: Migrator.Fault.changed("0001-one")) {
                try await Migrator([changed, Self.two]).migrate(database)
            }
        }
    }

    @Test(arguments: Engine.available)
    func aDatabaseOfANewerProgramIsAFault(_ engine: Engine) async throws {
        try await TestDatabases.with(engine, migrations: [Self.one, Self.two]) { database in
            await #expect(throws: Migrator.Fault.unknown("0002-two")) {
                try await Migrator([Self.one]).migrate(database)
            }
        }
    }

    @Test(arguments: Engine.available)
    func aFailingStepLeavesNothingOfItself(_ engine: Engine) async throws {
        try await TestDatabases.with(engine) { database in
            let kind = await Kind.thrown { try await Migrator([Self.one, Self.broken]).migrate(database) }
            #expect(kind == .failed)
            let left = await Kind.thrown { try await database.read { try $0.each("SELECT id FROM three") { _ in } } }
            #expect(left == .failed)
            let ran = try await Migrator([Self.one, Self.two]).migrate(database)
            #expect(ran == ["0002-two"])
        }
    }

    @Test(arguments: Engine.available)
    func aSentencePreparedBeforeAStepWorksAfterIt(_ engine: Engine) async throws {
        let wider = Shelf.step(
            "0002-wider",
            "ALTER TABLE book ADD COLUMN place TEXT; UPDATE book SET place = 'top'; DROP INDEX book_by_shelf;")
        try await Shelf.with(engine) { database in
            try await database.write { try $0.add("x") }
            let all: SQL = "SELECT * FROM book"
            let before = try await database.read { try $0.rows(all) { try $0[0] as String } }
            try await Migrator([Shelf.schema, wider]).migrate(database)
            let after = try await database.read { try $0.rows(all) { [try $0[0], try $0[9]] as [String] } }
            #expect(before == ["x"])
            #expect(after == [["x", "top"]])
        }
    }
}
