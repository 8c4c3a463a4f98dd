import Database
import Kernel
import SchoolRules
import Schools
import Site
import TestKit
import Trail

/// A database with two schools, Ash and Birch, and the calendar's tables.
enum CalendarDatabase {
    static let administrator = Calendars.person(.administrator)

    static func with<Value>(_ engine: Engine, _ body: (any Database) async throws -> Value) async throws -> Value {
        try await TestDatabases.with(
            engine, migrations: trailMigrations + schoolsFeature().migrations + calendarFeature().migrations
        ) { database in
            try await addSchools(database, [(Calendars.ash, "Ash Primary"), (Calendars.birch, "Birch Academy")])
            return try await body(database)
        }
    }

    /// With 2025/26 and 2026/27 started from published dates.
    static func withYears<Value>(_ engine: Engine, _ body: (any Database) async throws -> Value) async throws -> Value {
        try await with(engine) { database in
            for year in [2025, 2026] {
                let preset = CalendarPreset.with(key: "kirklees-\(year)")!
                try await startYear(preset, by: administrator, in: database)
            }
            return try await body(database)
        }
    }

    static func addSchools(_ database: any Database, _ schools: [(SchoolID, String)]) async throws {
        try await database.write { tx in
            for (index, (id, name)) in schools.enumerated() {
                let urn = String(100_001 + index + name.count * 1_000)
                try tx.run(
                    """
                    INSERT INTO school (id, version, urn, name, type, provision, status, authority_code, authority,
                                        establishment_number)
                    VALUES (\(id), 1, \(urn), \(name), 'Academy converter', 'mainstream', 'open', '000', '', '')
                    """)
            }
        }
    }

    /// The rows of the half-term form of 2026/27, one of them typed anew.
    static func rows(_ number: Int, _ first: String, _ last: String) throws -> [TypedHalfTerm] {
        try Calendars.year(2026).halfTerms.map(TypedHalfTerm.init).map { row in
            row.number == number ? TypedHalfTerm(number, row.name, first, last) : row
        }
    }
}
