import App
import Database
import EvaluationRules
import Evaluations
import Kernel
import SchoolRules
import TestKit
import ToolRules
import Tools

/// What the tests of the map do again and again, at Willowbrook Academy, with one tool that schools and departments use.
extension Willowbrook {
    static let area = "Curriculum"

    var school: Place { .school(academy) }
    var science: Place { .department(trust.departments["4 Science"]!, of: academy) }
    var today: Day { database.world.now().day }

    /// Somebody who holds no post.
    var nobody: Actor { Actor(person: database.world.newID(at: database.world.now()), name: "Nobody", posts: []) }

    /// A window around today; a later one has the greater number.
    func open(_ place: Place, window number: Int = 1) async throws -> ID<Evaluation> {
        let version = try await database.read { try $0.newestToolVersions() }.first {
            $0.tool.text == "curriculum-intent"
        }!.id
        let window = Window("Window \(number)", today - 60 + number, today + 30)
        let input = OpenInput(version: version, place: place, window: window)
        return try await openEvaluation(input, by: liaison, in: database)
    }

    /// Judges the first statements.
    func judge(_ id: ID<Evaluation>, _ verdicts: [Verdict], by actor: Actor) async throws {
        let items = try await readEvaluation(id, for: actor, in: database).items
        try await judge(id, Array(items.prefix(verdicts.count)), by: actor) { verdicts[$0] }
    }

    /// Both sides judge alike and reveal.
    func reveal(_ id: ID<Evaluation>, _ verdicts: [Verdict]) async throws {
        for side in [head, liaison] {
            try await judge(id, verdicts, by: side)
            try await declareReady(true, id, by: side, in: database)
        }
        try await revealJudgements(of: id, by: head, in: database)
    }

    /// From opening to both names.
    @discardableResult
    func finish(_ place: Place, window number: Int = 1, _ verdicts: [Verdict]) async throws -> ID<Evaluation> {
        let id = try await open(place, window: number)
        try await reveal(id, verdicts)
        for side in [head, liaison] { _ = try await signEvaluation(id, by: side, in: database) }
        return id
    }

    func map(for actor: Actor, _ choice: MapChoice = MapChoice()) async throws -> TrustMap {
        try await readTrustMap(choice, for: actor, in: database)
    }

    /// The schools that have a row.
    func rows(for actor: Actor, _ choice: MapChoice = MapChoice()) async throws -> [String] {
        try await map(for: actor, choice).schools.filter { $0.isShown }.map { $0.facts.name }
    }

    /// The academy's cell.
    func cell(for actor: Actor) async throws -> SchoolAreaTotal? {
        try await map(for: actor).schools.first { $0.id == academy }?.totals[Self.area]
    }

    func seenSchool(by actor: Actor) async throws -> SeenSchool {
        try await readSchool(academy, for: actor, in: database)
    }

    func history(by actor: Actor, _ wanted: EvaluationsWanted = EvaluationsWanted()) async throws -> SchoolHistory {
        try await readHistory(ofSchool: academy, wanted, for: actor, in: database)
    }

    func seenArea(by actor: Actor) async throws -> SeenArea {
        try await readArea(slug: areaSlug(Self.area), of: academy, for: actor, in: database)
    }

    /// What `work` asks of the database; `steps` are the engine's own, 0 where it does not tell them.
    func cost(_ work: () async throws -> Void) async throws -> (statements: Int, rows: Int, steps: Int) {
        let counts = database.counts
        let before = (counts.statements, counts.rows, counts.steps)
        try await work()
        return (counts.statements - before.0, counts.rows - before.1, counts.steps - before.2)
    }
}
