import Database
import Foundation
import HTTPTypes
import Kernel
import Logging
import Site
import TestKit
import Testing
import Tools
import Trail

@Suite struct ToolRoutesTests {
    /// Somebody signed in with the least of posts, in a trust with two tools.
    func withVisitor(_ body: (Visitor) async throws -> Void) async throws {
        try await TestDatabases.with(
            .sqlite, migrations: trailMigrations + formsFeature.migrations + toolsFeature.migrations
        ) { database in
            try await CatalogueOnDisk.with(oneTool.merging(twoVersions) { a, _ in a }) { folder in
                try await installCatalogue(folder.path, in: database)
                try await body(Visitor(database))
            }
        }
    }

    @Test func showsTheLibraryWithTheNewestVersions() async throws {
        try await withVisitor { visitor in
            let page = try await visitor.get("/tools")
            #expect(page.status == .ok)
            #expect(page.body.contains("href=\"/tools/reading/2026-1\""))
            #expect(page.body.contains("href=\"/tools/sums/2026-2\"") && !page.body.contains("/tools/sums/2026-1"))
        }
    }

    @Test func leadsFromAToolToItsNewestVersion() async throws {
        try await withVisitor { visitor in
            let answer = try await visitor.get("/tools/sums")
            #expect(answer.status == .seeOther && answer.location == "/tools/sums/2026-2")
        }
    }

    @Test func showsOldVersionsAsWell() async throws {
        try await withVisitor { visitor in
            let page = try await visitor.get("/tools/sums/2026-1")
            #expect(page.status == .ok && page.body.contains("Text of gone."))
            #expect(page.body.contains("href=\"/tools/sums/2026-2\""))
            let newest = try await visitor.get("/tools/sums/2026-2")
            #expect(newest.body.contains("Drawn with care."))
        }
    }

    @Test func handsOutTheFileAsItWasPublished() async throws {
        try await withVisitor { visitor in
            let file = try await visitor.get("/tools/reading/2026-1.yaml")
            #expect(file.status == .ok && file.body == readingTool)
            #expect(file.headers[.contentType] == "application/yaml; charset=utf-8")
            #expect(file.headers[.contentDisposition] == "attachment; filename=\"reading-2026-1.yaml\"")
        }
    }

    @Test(arguments: [
        "/tools/none", "/tools/Reading", "/tools/none/2026-1", "/tools/reading/2027-1", "/tools/reading/2026",
        "/tools/reading/2027-1.yaml", "/tools/reading/.yaml", "/tools/reading/2026-1.yml",
    ]) func findsNothingWhereThereIsNothing(_ path: String) async throws {
        try await withVisitor { visitor in
            let answer = try await visitor.get(path)
            #expect(answer.status == .notFound)
        }
    }

    @Test func asksTheDatabaseOnceForAToolThatWasReadLately() async throws {
        try await withVisitor { visitor in
            _ = try await visitor.get("/tools/reading/2026-1")
            let before = visitor.database.counts.statements
            _ = try await visitor.get("/tools/reading/2026-1")
            #expect(visitor.database.counts.statements - before == 1)
        }
    }

    @Test func sendsStrangersToTheSignIn() async throws {
        try await withVisitor { visitor in
            for path in ["/tools", "/tools/reading", "/tools/reading/2026-1", "/tools/reading/2026-1.yaml"] {
                let answer = try await visitor.getAsAStranger(path)
                #expect(answer.status == .seeOther && answer.body.isEmpty)
            }
        }
    }
}

/// A browser with a session, and a site that has nothing but tools.
struct Visitor {
    let database: any Database
    private let client: TestClient

    init(_ database: any Database) {
        var routes = Routes()
        toolsFeature.routes(&routes)
        let runtime = SiteRuntime(
            settings: SiteSettings(baseURL: "http://willowbrook.test"),
            trusts: OneTrustAlone(home: TrustHome(key: "willowbrook", database: database)),
            doorkeeper: DoorForStaff(), world: .test, logger: Logger(label: "tools") { _ in SwiftLogNoOpLogHandler() },
            links: toolsFeature.links)
        self.database = database
        client = TestClient(SiteResponder(routes: routes, runtime: runtime))
    }

    func get(_ path: String) async throws -> TestClient.Exchange {
        let session = VisitCookies.session + "=" + String(repeating: "a", count: 64)
        return try await client.get(path, headers: [.cookie: session])
    }

    func getAsAStranger(_ path: String) async throws -> TestClient.Exchange { try await client.get(path) }
}

private struct OneTrustAlone: Trusts {
    let home: TrustHome

    func home(host: String) async throws -> TrustHome? { home }
    func all() async throws -> [TrustHome] { [home] }
}

/// Lets in whoever brings a session, as a member of staff of one department.
private struct DoorForStaff: Doorkeeper {
    func entry(token: String, in database: any Database) async throws -> Entry? {
        let world = World.test
        let moment = world.now()
        let place = Place.department(world.newID(at: moment), of: world.newID(at: moment))
        let actor = Actor(
            person: world.newID(at: moment), name: "Sam Okafor", posts: [HeldPost(.staff, at: place)])
        return Entry(actor: actor, trustName: "Willowbrook")
    }

    func trustName(in database: any Database) async throws -> String? { "Willowbrook" }
}
