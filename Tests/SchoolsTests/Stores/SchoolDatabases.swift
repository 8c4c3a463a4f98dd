import Database
import Foundation
import Kernel
import Schools
import Site
import TestKit
import Trail

@testable import SchoolRules

/// Runs `body` on an empty database with what Schools needs.
func withSchools<Value>(_ engine: Engine, _ body: (any Database) async throws -> Value) async throws -> Value {
    try await TestDatabases.with(engine, migrations: trailMigrations + schoolsFeature().migrations, body)
}

/// A file of invented schools at a path of its own.
struct RegisterFixture {
    let folder: String

    func write(_ sheet: Sheet, _ name: String = "schools.csv") throws -> RegisterPath {
        let path = "\(folder)/\(name)"
        try Data(sheet.bytes).write(to: URL(filePath: path))
        return RegisterPath(path)
    }

    func files(_ sheet: Sheet, beside: Sheet...) throws -> RegisterFiles {
        RegisterFiles(
            schools: try write(sheet),
            beside: try beside.enumerated().map { try write($1, "beside-\($0).csv") })
    }

    static func with<Value>(_ body: (RegisterFixture) async throws -> Value) async throws -> Value {
        try await TestDatabases.withFolder { try await body(RegisterFixture(folder: $0)) }
    }
}

enum People {
    static func actor(_ role: Role, at place: Place = .trust) -> Actor {
        Actor(
            person: PersonID(bytes: Array(repeating: 7, count: 16)), name: "Robin Vale",
            posts: [HeldPost(role, at: place)])
    }
}
