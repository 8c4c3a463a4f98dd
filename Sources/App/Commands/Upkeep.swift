import Database
import DatabasePostgres
import DatabaseSQLite
import Foundation
import Jobs
package import Kernel
import People
import PlanRules
import Plans
import ToolRules
import Tools

/// - Returns: what was done, a line each.
package func migrate(_ address: DatabaseAddress, settings: Settings, world: World) async throws -> [String] {
    if case .postgres(let server, let schema?) = address {
        try await PostgresDatabase.createSchemaIfMissing(schema, at: server)
    }
    return try await withDatabase(address, world) { database in
        let steps = try await Features.migrator.migrate(database)
        let catalogue = try catalogueFolder(settings.catalogue)
        let tools = try await installCatalogue(catalogue, in: database).map { "\($0.tool) \($0.version)" }
        let proFormas = try await installProFormas(catalogue, in: database).map { "\($0.key) \($0.version)" }
        let lines = steps.map { "Ran \($0)." } + (tools + proFormas).map { "Installed \($0)." }
        return lines.isEmpty ? ["Nothing to do."] : lines
    }
}

/// - Throws: `WrongSetting` when `file` exists or cannot be written.
package func backUp(_ address: DatabaseAddress, to file: String, world: World) async throws {
    try mustExist(address)
    try await withDatabase(address, world) { database in
        do {
            try await database.backUp(to: file)
        } catch DatabaseError.full {
            throw WrongSetting(
                "The backup was not made: there is no room for \(file), and nothing of it is left there.")
        } catch let error as DatabaseError { throw WrongSetting("The backup was not made. \(error)") }
    }
}

/// What is restored is a copy: its letters rest until somebody lets them go.
///
/// - Throws: `WrongSetting` when there is something at `address` already, or `file` is no backup of ours.
package func restore(_ file: String, to address: DatabaseAddress, settings: Settings, world: World) async throws {
    let script = restorationScript(at: world.now())
    do {
        switch address {
        case .file(let path): try await SQLiteDatabase.restore(file, to: path, marking: script)
        case .postgres(let server, let schema):
            try await PostgresDatabase.restore(file, at: server, schema: schema, marking: script)
        }
    } catch DatabaseError.full(let detail) {
        throw WrongSetting("Nothing was restored: there is no room. \(detail)")
    } catch let error as DatabaseError { throw WrongSetting("Nothing was restored. \(error)") }
    let faults = try await check(address, settings: settings, world: world)
    if !faults.isEmpty { throw WrongSetting("It was restored, but: \(faults.joined(separator: " "))") }
}

/// Lets the letters of a restored database go.
///
/// - Returns: how many were dropped, because they were asked for before the backup was restored.
/// - Throws: `WrongSetting` when they go already.
package func resumeLetters(in address: DatabaseAddress, world: World) async throws -> Int {
    try mustExist(address)
    return try await withDatabase(address, world) { database in
        do {
            return try await resumeLetters(by: nil, in: database)
        } catch let refusal as Refusal { throw WrongSetting(refusal.sentence) }
    }
}

/// - Returns: what is wrong with the data, the schema and the catalogue, in sentences.
package func check(_ address: DatabaseAddress, settings: Settings, world: World) async throws -> [String] {
    try mustExist(address)
    let catalogue = try catalogueFolder(settings.catalogue)
    return try await withDatabase(address, world) { database in
        var faults = try await database.integrityFaults()
        do {
            let waiting = try await Features.migrator.pending(database).map(\.name)
            faults += waiting.map { "The schema lacks \($0); run termwise migrate." }
            if waiting.isEmpty { faults += try await database.read { try $0.faults(Features.invariants) } }
        } catch let fault as Migrator.Fault {
            faults.append(fault.description)
        }
        return faults + catalogueCheck(catalogue, of: catalogueKinds).map(\.description)
    }
}

private func mustExist(_ address: DatabaseAddress) throws {
    if case .file(let path) = address, !FileManager.default.fileExists(atPath: path) {
        throw WrongSetting("There is no database at \(path).")
    }
}

private func withDatabase<Value>(
    _ address: DatabaseAddress, _ world: World, _ body: (any Database) async throws -> Value
) async throws -> Value {
    let database = try address.open(world: world)
    do {
        let value = try await body(database)
        await database.close()
        return value
    } catch {
        await database.close()
        throw error
    }
}
