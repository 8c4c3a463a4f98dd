import Database
import Foundation
import Kernel
import TestKit
import Testing

@Suite struct IntegrityContract {
    @Test(arguments: Engine.available)
    func aSoundDatabaseHasNoFaults(_ engine: Engine) async throws {
        try await Shelf.with(engine) { database in
            try await database.write { tx in
                try tx.add("x", sequel: "y")
                try tx.add("y")
            }
            let faults = try await database.integrityFaults()
            #expect(faults.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func aRowThatPointsAtNothingIsFound(_ engine: Engine) async throws {
        try await Shelf.with(engine) { database in
            try await database.write { tx in
                try tx.run(script: Self.orphan(on: engine))
            }
            let faults = try await database.integrityFaults()
            #expect(faults.contains { $0.contains("loan") && $0.contains("shelf") && $0.contains("not there") })
        }
    }

    /// A loan of a shelf that does not exist, let in before the table's foreign key was declared.
    private static func orphan(on engine: Engine) -> String {
        let table = "CREATE TABLE loan (shelf_id TEXT NOT NULL); INSERT INTO loan VALUES ('nowhere');"
        return switch engine {
        case .postgres: table + "ALTER TABLE loan ADD FOREIGN KEY (shelf_id) REFERENCES shelf (id) NOT VALID;"
        case .sqlite:
            table + """
                PRAGMA writable_schema = ON;
                UPDATE sqlite_schema SET sql = 'CREATE TABLE loan (shelf_id TEXT NOT NULL REFERENCES shelf (id))'
                WHERE name = 'loan';
                PRAGMA writable_schema = RESET;
                """
        }
    }

    @Test func aDamagedFileIsFound() async throws {
        try await TestPlace.with(.sqlite) { place in
            try await place.open { database in
                try await database.write { tx in for index in 0..<500 { try tx.add("book \(index)") } }
            }
            var bytes = try Data(contentsOf: URL(fileURLWithPath: place.name))
            #expect(bytes.count > 12 * 4_096)
            // The first pages hold the schema; without them the file could not be opened at all.
            for start in stride(from: 8 * 4_096, to: bytes.count - 64, by: 4_096) {
                bytes.replaceSubrange(start..<start + 64, with: Data(repeating: 0xa5, count: 64))
            }
            try bytes.write(to: URL(fileURLWithPath: place.name))
            let faults = try await place.open { try await $0.integrityFaults() }
            #expect(!faults.isEmpty)
        }
    }
}
