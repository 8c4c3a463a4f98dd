package import Database
package import Kernel
package import SchoolRules
import Trail

/// Brings the schools of a trust in from the register: everything of the plan in one transaction, or nothing.
///
/// The files are read before the transaction. Should the schools have changed in between, the plan is made anew.
///
/// - Parameters:
///   - follower: what falls due at a school that closes or leaves, and comes back with it.
///   - shown: the fingerprint of the plan that a person agreed to; nil for whoever takes the files as they are.
/// - Throws: what `planImport` throws; `Refusal.stale` when the plan is no longer the one that was shown.
package func importSchools(
    of trust: String, from files: RegisterFiles, by permit: MayImportSchools, actor: Actor?, shown: String? = nil,
    following follower: SchoolFollower = .nobody, in database: any Database
) async throws -> ImportPlan {
    for _ in 0..<3 {
        let known = try await database.read { try KnownSchools($0) }
        let plan = try await plan(trust, files, known, today: database.world.now().day)
        if let shown, try shown != plan.fingerprint { throw Refusal.stale }
        let done = try await database.write { tx in
            try tx.holdTrust()
            guard try KnownSchools(tx) == known else { return false }
            try tx.carryOut(plan, over: known.trust, follower, by: actor)
            return true
        }
        if done { return plan }
    }
    throw Refusal.stale
}

extension Transaction {
    fileprivate func carryOut(
        _ plan: ImportPlan, over trust: Trust?, _ follower: SchoolFollower, by actor: Actor?
    ) throws {
        let matched = try trust?.matching(plan.trust) ?? .found(plan.trust)
        if matched != trust { try save(matched) }
        for one in plan.added { try add(one, by: actor) }
        for one in plan.changed { try change(one, by: actor) }
        for one in plan.closed { try end(one, by: actor) }
        for link in plan.links { try save(link) }
        try follow(plan, follower, by: actor)
    }

    private func follow(_ plan: ImportPlan, _ follower: SchoolFollower, by actor: Actor?) throws {
        for one in plan.closed where one.school.isCurrent {
            try follower.end(EndedSchool(school: one.school, lastDay: one.lastDay(on: today), actor: actor), self)
        }
        for one in plan.changed where one.returns { try follower.goOn(one.school.id, actor, self) }
    }

    private func add(_ one: ImportPlan.Addition, by actor: Actor?) throws {
        let id = try add(one)
        let from = one.predecessors.map { "\($0.name) (\($0.urn))" }.joined(separator: ", ")
        let after = "\(one.facts.name) (\(one.facts.urn))" + (from.isEmpty ? "" : ", continuing \(from)")
        try record("school-joined", "school", id, by: actor, orBy: importer, after: after)
    }

    private func change(_ one: ImportPlan.Change, by actor: Actor?) throws {
        if !one.fields.isEmpty || one.returns || one.joined != one.school.joined { try save(one) }
        let before = one.fields.map { "\($0.fact.label): \($0.old)" }.joined(separator: "\n")
        let after = one.fields.map { "\($0.fact.label): \($0.new)" }.joined(separator: "\n")
        let verb = one.returns ? "school-returned" : "school-changed"
        try record(verb, "school", one.school.id, by: actor, orBy: importer, before: before, after: after)
    }

    private func end(_ one: ImportPlan.Ending, by actor: Actor?) throws {
        try save(one)
        switch one.why {
        case .closed(let day):
            let after = day.map { "Closed on \($0.long)" } ?? "Closed"
            try record("school-closed", "school", one.school.id, by: actor, orBy: importer, after: after)
        case .left(let day):
            try record("school-left", "school", one.school.id, by: actor, orBy: importer, after: "Left by \(day.long)")
        }
    }

    private var importer: String { EndedSchool.program }
}
