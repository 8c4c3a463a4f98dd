import App
import Database
import Foundation
import HTTPTypes
import Kernel
import Logging
import People
import Plans
import Site
import TestKit

/// A small trust of the benchmarks' kind in an empty database, and a browser in which its adviser is signed in.
struct GrownTrust {
    let database: any Database
    let client: TestClient
    private var cookie: String

    /// Runs `body` with a trust that was judged in `rounds` terms.
    static func with<Value>(
        rounds: Int, on engine: Engine, _ body: (GrownTrust) async throws -> Value
    ) async throws -> Value {
        let shape = LargeTrustShape(schools: 6, tools: 3, statements: 12, people: 60, rounds: rounds)
        return try await with(shape, as: World.test.now().day, on: engine, body)
    }

    /// - Parameter today: the day on which it plays.
    static func with<Value>(
        _ shape: LargeTrustShape, as today: Day, on engine: Engine, _ body: (GrownTrust) async throws -> Value
    ) async throws -> Value {
        let clock = DemoClock(at: World.test.now())
        return try await TestDatabases.with(engine, world: clock.world, migrations: Features.migrator.steps) {
            database in
            _ = try await installProFormas(Willowbrook.catalogue, in: database)
            try await makeLargeTrust(shape, in: database, clock, today)
            return try await body(GrownTrust(database, world: clock.world))
        }
    }

    private init(_ database: any Database, world: World) async throws {
        self.database = database
        let site = TermwiseSite(
            settings: SiteSettings(baseURL: "http://meadowlark.test"),
            trusts: OneTrust(TrustHome(key: "meadowlark", database: database)), world: world,
            logger: Logger(label: "growth") { _ in SwiftLogNoOpLogHandler() })
        client = TestClient(site.responder, host: "meadowlark.test")
        let adviser = try await database.read { tx in
            try tx.first("SELECT person_id FROM post WHERE role = 'adviser' ORDER BY person_id") {
                try $0[0] as PersonID
            }
        }
        guard let adviser else { throw Refusal.notFound }
        cookie = try await Self.cookie(of: adviser, database)
    }

    private static func cookie(of person: PersonID, _ database: any Database) async throws -> String {
        let visitor = Visitor(address: "in-process", browser: nil)
        let token = try await signInOnDemo(as: person, from: visitor, in: database)
        return "\(VisitCookies.session)=\(token)"
    }

    /// The same with somebody else in the browser.
    func signedIn(as person: PersonID) async throws -> GrownTrust {
        var other = self
        other.cookie = try await Self.cookie(of: person, database)
        return other
    }

    func get(_ path: String, headers: HTTPFields = [:]) async throws -> TestClient.Exchange {
        var headers = headers
        headers[.cookie] = cookie
        return try await client.get(path, headers: headers)
    }

    func post(_ path: String, _ fields: [String: String]) async throws -> TestClient.Exchange {
        try await client.post(path, fields, headers: [.cookie: cookie])
    }

    /// What `work` asks of the database, after it was done once so that nothing is read for the first time.
    func cost(of work: () async throws -> Void) async throws -> Cost {
        try await work()
        let before = Cost(database.counts)
        try await work()
        return Cost(database.counts) - before
    }
}

struct Cost: Equatable, CustomStringConvertible {
    let statements: Int
    let rows: Int
    /// The database's own instructions; 0 where it does not tell.
    let steps: Int

    init(_ counts: StatementCounts) { (statements, rows, steps) = (counts.statements, counts.rows, counts.steps) }

    private init(statements: Int, rows: Int, steps: Int) {
        (self.statements, self.rows, self.steps) = (statements, rows, steps)
    }

    static func - (a: Cost, b: Cost) -> Cost {
        Cost(statements: a.statements - b.statements, rows: a.rows - b.rows, steps: a.steps - b.steps)
    }

    var description: String { "\(statements) statements, \(rows) rows, \(steps) steps" }
}
