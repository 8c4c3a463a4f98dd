package import App
package import Database
package import EvaluationRules
import Evaluations
import Foundation
package import Kernel
import Logging
import Schools
import Site
import ToolRules
import Tools

/// The fixture world: Willowbrook as it is on the day of the tests, founded through the verbs, with no evaluations yet.
package struct Willowbrook: Sendable {
    package let trust: DemoTrust
    package let database: any Database

    /// Willowbrook Academy, with a liaison (Aisha Karim), a head (James Oyelaran) and a head of English (Amir Hussain).
    package var academy: SchoolID { trust.schools[4] }
    package var oakfield: SchoolID { trust.schools[0] }
    package var english: Place { .department(trust.departments["4 English"]!, of: academy) }

    package func actor(_ name: String) -> Actor { trust.actors[name]! }
    package var head: Actor { actor("James Oyelaran") }
    package var deputy: Actor { actor("Kate Brennan") }
    package var liaison: Actor { actor("Aisha Karim") }
    package var headOfEnglish: Actor { actor("Amir Hussain") }
    package var governor: Actor { actor("David Unwin") }
    package var stranger: Actor { actor("Helen Marsh") }
    package var director: Actor { actor("Daniel Whitcombe") }
    package var administrator: Actor { actor("Sam Okafor") }

    /// The term that the tests' day is in, or the next one.
    package var window: Window {
        get async throws {
            let (calendar, today) = try await database.read { (try $0.calendar(), $0.today) }
            let day = calendar.term(of: today) != nil ? today : calendar.nextHalfTerm(after: today)!.first
            return calendar.window(.term, of: day)!
        }
    }

    package func open(_ tool: String, at place: Place, by actor: Actor) async throws -> ID<Evaluation> {
        let rows = try await database.read { try $0.newestToolVersions() }
        let version = rows.first { $0.tool.text == tool }!.id
        return try await openEvaluation(
            OpenInput(version: version, place: place, window: window), by: actor, in: database)
    }

    /// The site over this trust, as the demo serves it.
    package var site: TermwiseSite {
        TermwiseSite(
            settings: SiteSettings(baseURL: "http://willowbrook.test", isDemo: true, showsGallery: true),
            trusts: OneTrust(TrustHome(key: "willowbrook", database: database)), world: trust.clock.world,
            logger: .quietTest)
    }

    /// A browser in which `name` is signed in; nobody when nil.
    package func client(_ name: String?) async throws -> TestClient {
        let client = TestClient(site.responder)
        guard let name else { return client }
        _ = try await client.get("/sign-in")
        _ = try await client.post("/sign-in/demo", ["person": actor(name).person.text])
        return client
    }

    /// Runs `body` on a fresh Willowbrook.
    package static func with<Value>(_ engine: Engine, _ body: (Willowbrook) async throws -> Value) async throws -> Value
    {
        let clock = newClock()
        clock.set(to: World.test.now().day)
        return try await founded.with(engine, world: clock.world) { database, founded in
            try await body(Willowbrook(trust: founded.over(database, clock), database: database))
        }
    }

    private static let founded = TestTemplate(world: foundingClock.world) { database in
        try await prepare(database, catalogue: catalogue)
        var trust = DemoTrust(database: database, clock: foundingClock)
        let today = World.test.now().day
        try await TestDatabases.withFolder {
            try await trust.found(firstYear: (today.month >= 8 ? today.year : today.year - 1) - 2, folder: $0)
        }
        return trust
    }

    private static let foundingClock = newClock()

    /// Tests run beside each other, and secrets name files.
    private static func newClock() -> DemoClock { DemoClock(at: World.test.now(), seed: .random(in: 0...UInt64.max)) }

    package static let catalogue = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Catalogue").path
}

extension Logger {
    /// Keeps its metadata and prints nothing.
    static var quietTest: Logger {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return logger
    }
}
