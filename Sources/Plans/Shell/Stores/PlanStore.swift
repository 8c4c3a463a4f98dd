import Database
import Kernel
import PlanRules

extension Transaction {
    func save(_ change: PlanDrafted, by person: PersonID) throws {
        let plan = change.plan
        try run(
            """
            INSERT INTO plan (id, pro_forma_id, kind, school_id, department_id, title, starts_on, ends_on, state,
                              supersedes_id, version, drafted_at, drafted_by)
            VALUES (\(plan.id), \(change.proForma), \(plan.kind), \(plan.place.school), \(plan.place.department),
                    \(plan.title), \(plan.starts), \(plan.ends), \(plan.state), \(change.supersedes), \(plan.version),
                    \(moment), \(person))
            """)
    }

    /// - Throws: `Refusal.stale` when somebody saved since the page was read.
    func save(_ change: PlanRevised) throws {
        let written = try run(
            """
            UPDATE plan SET title = \(change.title), starts_on = \(change.starts), ends_on = \(change.ends),
                version = version + 1
            WHERE id = \(change.plan) AND version = \(change.version)
            """)
        if written == 0 { throw Refusal.stale }
    }

    /// - Throws: `Refusal.stale` when somebody else took a step meanwhile.
    func save(_ change: PlanMoved, by person: PersonID) throws {
        let written = try run(
            """
            UPDATE plan SET state = \(change.to), version = version + 1
            WHERE id = \(change.plan) AND state = \(change.from)
            """)
        if written == 0 { throw Refusal.stale }
        let id: ID<TakenStep> = newID()
        try run(
            """
            INSERT INTO plan_event (id, plan_id, what, words, person_id, happened_at)
            VALUES (\(id), \(change.plan), \(change.step), \(change.words), \(person), \(moment))
            """)
        try keepChecks(after: change)
    }

    /// A plan that goes live has its checks sealed and due; one that is over asks nobody any more.
    private func keepChecks(after change: PlanMoved) throws {
        switch change.step {
        case .live: try sealChecks(of: change.plan)
        case .archived, .superseded: try callOffChecks(of: .plan(change.plan))
        case .submitted, .withdrawn, .sentBack, .discarded, .broughtBack, .approved, .reconsidered, .maintained,
            .resumed:
            break
        }
    }
}

extension Reading {
    /// The plan that revises this one and was not put live yet.
    func openRevision(of plan: PlanID) throws -> PlanID? {
        try first(
            """
            SELECT id FROM plan WHERE supersedes_id = \(plan) AND state IN ('draft', 'submitted', 'approved')
            ORDER BY drafted_at
            """
        ) { try $0[0] }
    }
}
