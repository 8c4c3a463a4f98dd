import App
import Database
import DatabasePostgres
import DatabaseSQLite
import Foundation
import Jobs
import Kernel
import TestKit
import Testing
import Trail

/// A whole trust is backed up while people save, and comes back row by row.
@Suite struct Restoring {
    @Test(arguments: Engine.available)
    func everyRowOfOneMomentComesBackWhilePeopleSave(_ engine: Engine) async throws {
        try await RestoredTrust.with(engine) { place in
            let (before, after) = try await place.open { database in
                let before = try await database.read { try $0.allRows(engine) }
                async let saving: Void = save(in: database)
                try await Task.sleep(for: .milliseconds(20))
                try await backUp(place.address, to: place.backup, world: place.world)
                try await saving
                return (before, try await database.read { try $0.allRows(engine) })
            }
            try await place.wipe()
            try await restore(place.backup, to: place.address, settings: place.settings, world: place.world)
            var restored = try await place.open { try await $0.read { try $0.allRows(engine) } }
            #expect(restored["restoration"]?.count == 1)
            restored["restoration"] = []
            #expect(Set(restored.keys) == Set(after.keys) && restored.count > 60)
            for (table, rows) in restored {
                let (first, last) = (Set(before[table] ?? []), Set(after[table] ?? []))
                #expect(first.isSubset(of: rows), "what \(table) held before is there")
                #expect(last.isSuperset(of: rows), "nothing stands in \(table) that nobody saved")
                if !["job", "trail"].contains(table) { #expect(rows == after[table]) }
            }
            let saved = { (rows: [String: [String]], table: String) in
                rows[table]?.filter { $0.contains("kept-") }.count
            }
            #expect(saved(restored, "job") == saved(restored, "trail"), "each deed is whole")
            #expect(saved(after, "job") == 120)
        }
    }

    /// Two rows a deed, by three people at once.
    private func save(in database: any Database) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for person in 0..<3 {
                group.addTask {
                    for deed in 0..<40 {
                        try await database.write { tx in
                            try tx.enqueue("kept-\(person)", payload: "\(deed)")
                            try tx.record("kept-\(person)", "deed", tx.newID() as ID<DatabaseAddress>, by: nil)
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    @Test(arguments: Engine.available)
    func aRestoredTrustWritesNoLetterUntilSomebodySaysGo(_ engine: Engine) async throws {
        try await RestoredTrust.with(engine) { place in
            try await place.open { database in
                try await database.write { try $0.enqueue("post", .awaitedLetter, payload: "old") }
                try await backUp(place.address, to: place.backup, world: place.world)
            }
            try await place.wipe()
            try await restore(place.backup, to: place.address, settings: place.settings, world: place.world)
            #expect(try await place.open { try await $0.read { try $0.lettersAtRest()?.waiting } } == 2)
            #expect(try await resumeLetters(in: place.address, world: place.world) == 2, "and the first invitation")
            await #expect(throws: WrongSetting("Letters go out already.")) {
                try await resumeLetters(in: place.address, world: place.world)
            }
            #expect(try await place.open { try await $0.read { try $0.lettersAtRest() } } == nil)
        }
    }
}

/// A trust that is opened more than once.
struct RestoredTrust: Sendable {
    let address: DatabaseAddress
    let backup: String
    let world: World
    let settings: Settings

    static func with(_ engine: Engine, _ body: (RestoredTrust) async throws -> Void) async throws {
        try await TestDatabases.withFolder { folder in
            switch engine {
            case .sqlite: try await made(.file(folder + "/trust.sqlite"), folder, body)
            case .postgres:
                try await TestDatabases.withSchema { server, schema in
                    try await made(.postgres(server, schema: schema), folder, body)
                }
            }
        }
    }

    private static func made(
        _ address: DatabaseAddress, _ folder: String, _ body: (RestoredTrust) async throws -> Void
    ) async throws {
        var settings = Settings()
        settings.catalogue = Willowbrook.catalogue
        let clock = DemoClock(at: World.test.now(), seed: 1)
        let place = RestoredTrust(address: address, backup: folder + "/backup", world: clock.world, settings: settings)
        try await place.open { database in
            try await prepare(database, catalogue: Willowbrook.catalogue)
            var trust = DemoTrust(database: database, clock: clock)
            try await trust.found(firstYear: World.test.now().day.year - 2, folder: folder)
        }
        try await body(place)
    }

    func open<Value>(_ body: (any Database) async throws -> Value) async throws -> Value {
        let database = try address.open(world: world)
        let result: Result<Value, any Error>
        do { result = .success(try await body(database)) } catch { result = .failure(error) }
        await database.close()
        return try result.get()
    }

    func wipe() async throws {
        switch address {
        case .file(let path):
            for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
        case .postgres(let server, let schema):
            try await PostgresDatabase.dropSchema(schema ?? "public", at: server)
        }
    }
}

extension Reading {
    /// Every row of every table with all its columns, as text, in order.
    fileprivate func allRows(_ engine: Engine) throws -> [String: [String]] {
        let columns: SQL =
            switch engine {
            case .sqlite:
                """
                SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c
                WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' ORDER BY m.name, c.cid
                """
            case .postgres:
                """
                SELECT CAST(table_name AS TEXT), CAST(column_name AS TEXT) FROM information_schema.columns
                WHERE table_schema = current_schema() ORDER BY table_name, ordinal_position
                """
            }
        let named = try rows(columns) { (table: try $0[0] as String, column: try $0[1] as String) }
        return try Dictionary(grouping: named, by: \.table).reduce(into: [:]) { tables, one in
            let texts = one.value.map { "COALESCE('=' || CAST(\"\($0.column)\" AS TEXT), 'null')" }
            let question = "SELECT \(texts.joined(separator: " || '|' || ")) FROM \"\(one.key)\" ORDER BY 1"
            tables[one.key] = try rows(SQL(unchecked: question)) { try $0[0] as String }
        }
    }
}
