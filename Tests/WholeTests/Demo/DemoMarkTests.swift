import App
import Database
import Kernel
import Logging
import People
import Site
import TestKit
import Testing

/// The demo lets whoever asks in as anybody, so it serves nothing that is real.
@Suite struct DemoMarks {
    @Test(arguments: Engine.available) func aTrustThatTheDemoDidNotMakeIsRefusedAndLeftAlone(engine: Engine)
        async throws
    {
        try await place(engine) { address in
            let database = try DatabaseAddress(address).open(world: .test)
            try await Features.migrator.migrate(database)
            _ = try await database.write {
                try $0.run("INSERT INTO trust (only_row, version, name) VALUES (1, 1, 'Real Trust')")
            }
            _ = try await addPersonOnTheMachine(
                name: "Ada Real", email: "ada@real.example", role: Role.administrator.rawValue, place: "trust",
                site: SiteAddress("https://real.example"), in: database)
            let found = try await database.read { try $0.first("SELECT id FROM person") { try $0[0] as PersonID } }
            let person = try #require(found)
            await #expect(throws: Refusal.self) { try await markAsInvented(in: database) }
            await #expect(throws: Refusal.notFound) {
                _ = try await signInOnDemo(as: person, from: Visitor(address: "", browser: nil), in: database)
            }
            await database.close()
            let fault = await #expect(throws: WrongSetting.self) { try await serve(address) }
            #expect(fault?.description.hasPrefix("That database was not made by the demo") == true)
        }
    }

    @Test(arguments: Engine.available) func anEmptyDatabaseThatWaitsForItsFirstUseIsRefused(engine: Engine) async throws
    {
        try await place(engine) { address in
            let database = try DatabaseAddress(address).open(world: .test)
            try await Features.migrator.migrate(database)
            await database.close()
            await #expect(throws: WrongSetting.self) { try await serve(address) }
        }
    }

    private func serve(_ address: String) async throws {
        var settings = Settings()
        (settings.database, settings.catalogue) = (address, Willowbrook.catalogue)
        try await serveDemo(settings, size: .small, onlyMake: true, logger: Logger(label: "test"), world: .test)
    }

    private func place(_ engine: Engine, _ body: (String) async throws -> Void) async throws {
        switch engine {
        case .sqlite: try await TestDatabases.withFolder { try await body($0 + "/trust.sqlite") }
        case .postgres: try await TestDatabases.withSchema { try await body("\($0)#\($1)") }
        }
    }
}
