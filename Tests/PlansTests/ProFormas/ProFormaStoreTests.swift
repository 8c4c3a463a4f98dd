import App
import Database
import Foundation
import Kernel
import PlanRules
import Plans
import TestKit
import Testing
import ToolRules
import Tools
import Trail

@Suite struct ProFormaStoreTests {
    /// A trust with nothing but the schema and a catalogue of these files.
    func with(
        _ engine: Engine, _ files: [String: String], _ body: (any Database, String) async throws -> Void
    ) async throws {
        try await TestDatabases.withFolder { folder in
            for (path, source) in files { try write(source, to: "\(folder)/pro-formas/\(path)") }
            try await TestDatabases.with(engine, migrations: Features.migrator.steps) { try await body($0, folder) }
        }
    }

    func write(_ source: String, to path: String) throws {
        let file = URL(fileURLWithPath: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(source.utf8).write(to: file)
    }

    func sentences(_ folder: String) -> [String] {
        do {
            _ = try readProFormas(folder)
            return []
        } catch { return error.all.map(\.sentence) }
    }

    let first = ["repair/2026-1.yaml": repairProForma]
    let newer = repairProForma.replacing("version: 2026-1", with: "version: 2026-2")

    @Test(arguments: Engine.available) func installsEachVersionOnce(_ engine: Engine) async throws {
        try await with(engine, first) { database, folder in
            let installed = try await installProFormas(folder, in: database)
            #expect(installed.map { "\($0.key) \($0.version)" } == ["repair 2026-1"])
            #expect(try await installProFormas(folder, in: database) == [])
            try write(newer, to: "\(folder)/pro-formas/repair/2026-2.yaml")
            #expect(try await installProFormas(folder, in: database).map(\.version.description) == ["2026-2"])
            let newest = try await database.read { try $0.newestProFormas() }
            #expect(newest.map(\.version.description) == ["2026-2"])
            let trail = try await database.read { try $0.trail(of: installed[0].id) }
            #expect(trail.map(\.verb) == ["pro-forma-published"] && trail[0].who == "Termwise")
        }
    }

    @Test(arguments: Engine.available) func refusesOtherWordsForWhatATrustHas(_ engine: Engine) async throws {
        try await with(engine, first) { database, folder in
            try await installProFormas(folder, in: database)
            try write(repair(replacing: "The head.", by: "The deputy."), to: "\(folder)/pro-formas/repair/2026-1.yaml")
            let refusal = await #expect(throws: Refusal.self) { try await installProFormas(folder, in: database) }
            #expect(refusal?.sentence.hasPrefix("This trust was given other words for repair 2026-1") == true)
        }
    }

    @Test(arguments: Engine.available) func installsNothingOfACatalogueWithFaults(_ engine: Engine) async throws {
        try await with(engine, ["repair/2026-1.yaml": repairProForma, "wrong/2026-1.yaml": "pro-forma: wrong\n"]) {
            database, folder in
            await #expect(throws: (any Error).self) { try await installProFormas(folder, in: database) }
            let rows = try await database.read { try $0.proFormaRows() }
            #expect(rows == [])
        }
    }

    @Test(arguments: Engine.available) func takesAShelvedVersionWithoutAskingTheDatabase(_ engine: Engine) async throws
    {
        try await with(engine, first) { database, folder in
            let id = try #require(try await installProFormas(folder, in: database).first).id
            let shelf = ProFormaShelf(room: 4)
            let read = try await database.read { try shelf.proForma(id, in: $0) }
            #expect(read == (try ProForma.reading(repairProForma, path: repairPath)))
            let before = database.counts.statements
            _ = try await database.read { try shelf.proForma(id, in: $0) }
            #expect(database.counts.statements == before)
        }
    }

    @Test func refusesATrustsEditionAndAnotherKindInTheCatalogue() async throws {
        let own = repairProForma.replacing("version: 2026-1", with: "version: 2026-1.1\nedition: Oak Trust")
        let files = [
            "repair/2026-1.yaml": repairProForma, "repair/2026-1.1.yaml": own,
            "repair/2026-2.yaml": newer.replacing("kind: rapid", with: "kind: targeted"),
        ]
        try await with(.sqlite, files) { _, folder in
            let faults = sentences(folder)
            #expect(
                faults == [
                    "“2026-1.1” is a version of a trust's own edition, which is made on its page.",
                    "It is “targeted”, and an earlier version is “rapid”.",
                ])
        }
    }
}
