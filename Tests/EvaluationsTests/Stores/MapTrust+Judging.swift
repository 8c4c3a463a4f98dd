import Database
import EvaluationRules
import Evaluations
import Kernel
import ToolRules

extension MapTrust {
    var today: Day { database.world.now().day }

    /// A window around today; a later one has the greater number.
    func window(_ number: Int = 1) -> Window { Window("Window \(number)", today - 60 + number, today + 30) }

    /// The judged statements at a place, in order.
    var items: [ItemID] { tool.itemIDs(for: Setting(phase: .primary, hasNursery: false, hasSixthForm: false)) }

    func open(_ place: Place, window number: Int = 1) async throws -> ID<Evaluation> {
        let input = OpenInput(version: tool.id, place: place, window: window(number))
        return try await openEvaluation(input, by: director, in: database)
    }

    func judge(_ id: ID<Evaluation>, _ verdicts: [Verdict], by actor: Actor) async throws {
        for (item, verdict) in zip(items, verdicts) {
            let input = JudgementInput(item: item, verdict: verdict, reason: "Seen in books", version: 0)
            _ = try await recordJudgement(input, of: id, by: actor, in: database)
        }
    }

    /// Both sides judge alike, reveal and sign.
    func agree(_ id: ID<Evaluation>, _ verdicts: [Verdict]) async throws {
        let sides = [head, director]
        for side in sides {
            try await judge(id, verdicts, by: side)
            try await declareReady(true, id, by: side, in: database)
        }
        try await revealJudgements(of: id, by: sides[0], in: database)
        for side in sides { _ = try await signEvaluation(id, by: side, in: database) }
    }

    func finish(_ place: Place, window number: Int = 1, _ verdicts: [Verdict]) async throws {
        try await agree(open(place, window: number), verdicts)
    }

    func map(for actor: Actor, _ choice: MapChoice = MapChoice()) async throws -> TrustMap {
        try await readTrustMap(choice, for: actor, in: database) { _ in false }.map!
    }

    func rows(for actor: Actor) async throws -> [SchoolID] { try await map(for: actor).schools.map { $0.id } }

    func mark() async throws -> String {
        try await readTrustMap(MapChoice(), for: director, in: database) { _ in true }.mark
    }

    func school(_ id: SchoolID, for actor: Actor, _ wanted: EvaluationsWanted = EvaluationsWanted()) async throws -> SeenSchool {
        try await readSchool(id, wanted, for: actor, in: database)
    }

    func area(of school: SchoolID, for actor: Actor) async throws -> SeenArea {
        try await readArea(slug: areaSlug(Self.area), of: school, for: actor, in: database)
    }

    /// What `work` costs.
    func cost(_ work: () async throws -> Void) async throws -> (statements: Int, rows: Int) {
        let before = (database.counts.statements, database.counts.rows)
        try await work()
        return (database.counts.statements - before.0, database.counts.rows - before.1)
    }
}

extension MapTrust {
    /// A decision that the school is in a category from `day` on.
    func place(_ school: SchoolID, _ category: String, from day: Day) async throws {
        let decider = director
        try await database.write { tx in
            let id: ID<MapTrust> = tx.newID()
            try tx.run(
                """
                INSERT INTO category_placing (id, school_id, category, from_day, reason, decided_by, decider_name,
                                              decided_at)
                VALUES (\(id), \(school), \(category), \(day), 'Results', \(decider.person), \(decider.name),
                        \(tx.moment))
                """)
        }
    }
}
