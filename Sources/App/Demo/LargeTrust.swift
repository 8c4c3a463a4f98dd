package import Database
import EvaluationRules
import Foundation
package import Kernel
import People
import PeopleRules
import SchoolRules
import Schools
import Site
import ToolRules
import Tools

/// How much an invented trust holds.
package struct LargeTrustShape: Sendable {
    package var schools: Int
    /// Each is the one tool of an area of its own; at most twelve.
    package var tools: Int
    /// Of each tool.
    package var statements: Int
    package var people: Int
    /// Terms in which every school was judged with every tool.
    package var rounds: Int
    /// At work in every school: its own, one of each department, and targeted ones for the rest.
    package var plans: Int
    /// Of every school: the head with senior leaders and senior leaders with middle leaders in turn.
    package var lines: Int

    package init(
        schools: Int, tools: Int, statements: Int, people: Int, rounds: Int, plans: Int = 0, lines: Int = 0
    ) {
        (self.schools, self.tools, self.statements) = (schools, tools, statements)
        (self.people, self.rounds, self.plans, self.lines) = (people, rounds, plans, lines)
    }

    /// One of England's largest trusts: a round is 720 evaluations, 86,400 judgements of each side.
    package static func ofTheBenchmarks(rounds: Int) -> LargeTrustShape {
        LargeTrustShape(schools: 60, tools: 12, statements: 120, people: 6_000, rounds: rounds)
    }

    /// Tools of the size that people use, and a year's plans at work: more than 20,000 looks wait.
    package static let busy = LargeTrustShape(
        schools: 80, tools: 12, statements: 30, people: 6_000, rounds: 1, plans: 13, lines: 3)
}

/// Fills an empty database with an invented trust as it is on `today`: every round finished, and in this term one
/// evaluation a school that both sides have judged and nobody has revealed. Plans need the catalogue's pro-formas.
///
/// - Parameter clock: the clock that `database` reads.
package func makeLargeTrust(
    _ shape: LargeTrustShape, in database: any Database, _ clock: DemoClock, _ today: Day
) async throws {
    var trust = LargeTrust(database: database, clock: clock, shape: shape)
    let thisYear = today.month >= 8 ? today.year : today.year - 1
    try await trust.found(years: thisYear - (shape.rounds + 2) / 3...thisYear + 1)
    try await trust.judgeRounds(before: today)
    try await trust.openThisTerm(today)
    try await trust.makePlans(until: today)
    try await trust.makeMeetings(until: today)
}

/// The large trust while it is being made, through verbs that take much at once.
struct LargeTrust {
    let database: any Database
    let clock: DemoClock
    let shape: LargeTrustShape
    var schools: [SchoolID] = []
    var tools: [PublishedTool] = []
    /// By school.
    var heads: [Actor] = []
    var liaisons: [Actor] = []
    /// By school, where plans are at work.
    var staff: [LargeTrustStaff] = []

    /// - Parameter years: the calendar years in which the known academic years start.
    mutating func found(years: ClosedRange<Int>) async throws {
        guard let start = Day(years.lowerBound, 8, 20) else { return }
        clock.set(to: start)
        try await markAsInvented(in: database)
        let invented = DemoSchool.meadowlark(shape.schools)
        try await withOwnFolder { folder in
            try await importSchools(invented, folder)
            try await installTools(folder)
        }
        let admin = try await firstAdministrator()
        let director = try await addEverybody(admin)
        for year in years {
            guard let dates = DemoYear(startsIn: year) else { continue }
            try await startYear(year, dates.typed, by: admin, in: database)
        }
        for (school, facts) in zip(schools, invented) {
            let input = PlacingInput(category: facts.category, reason: facts.reason, from: start)
            try await placeSchool(school, input, by: director, in: database)
        }
    }

    private mutating func importSchools(_ invented: [DemoSchool], _ folder: URL) async throws {
        let path = folder.appendingPathComponent("register.csv").path
        let csv = DemoRegister.csv(invented, trust: ("99002", "Meadowlark Learning Trust"))
        try csv.write(toFile: path, atomically: true, encoding: .utf8)
        _ = try await Schools.importSchools(
            of: "99002", from: RegisterFiles(schools: RegisterPath(path)), by: .onTheMachine, actor: nil, in: database)
        schools = try await database.read { try $0.everySchool().map(\.id) }
    }

    private mutating func installTools(_ folder: URL) async throws {
        let catalogue = folder.appendingPathComponent("Catalogue")
        let wanted = InventedTool.all.prefix(shape.tools)
        for tool in wanted {
            let place = catalogue.appendingPathComponent("tools/\(tool.key)")
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            let file = place.appendingPathComponent("2026-1.yaml").path
            try tool.yaml(statements: shape.statements).write(toFile: file, atomically: true, encoding: .utf8)
        }
        try await installCatalogue(catalogue.path, in: database)
        let keys = Set(wanted.map(\.key))
        tools = try await database.read { tx in
            try tx.newestToolVersions().filter { keys.contains($0.tool.text) }.compactMap {
                try toolShelf.tool($0.id, in: tx)
            }
        }
    }

    private func firstAdministrator() async throws -> Actor {
        let email = "hanna.okell@meadowlark.example"
        _ = try await addPersonOnTheMachine(
            name: "Hanna Okell", email: email, role: Role.administrator.rawValue, place: "trust",
            site: SiteAddress("http://meadowlark.example"), in: database)
        guard let address = EmailAddress(email), let found = try await database.read({ try $0.person(at: address) })
        else { throw Refusal.notFound }
        return try await demoActor(found.id, in: database)
    }
}
