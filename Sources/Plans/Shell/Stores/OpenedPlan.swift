package import Database
package import Kernel
package import People
package import PlanRules

/// A whole plan as verbs and pages need it.
package struct OpenedPlan: Sendable {
    package let written: WrittenPlan
    package let names: PlaceNames
    package let drafted: Mark
    /// What happened to it, oldest first.
    package let steps: [TakenStep]
    package let supersedes: PlanID?
    /// Every seat that the plan names, with whoever sits there today.
    package let seats: [SeatID: Seat]
    /// Those of them with a duty that goes on; the others are named only by what has ended.
    package let bound: Set<SeatID>
    /// How often it or any of its parts was changed: which plan a page shows.
    package let changes: Int
    package let today: Day

    package var plan: Plan { written.plan }
    package var id: PlanID { written.plan.id }
    package var proForma: ProForma { written.proForma }

    /// Who submitted it last; nil while nobody has.
    package var submitter: PersonID? { steps.last { $0.step == .submitted }?.person }

    /// The approval that holds; nil before there is one, and after it was taken back.
    package var approval: TakenStep? {
        plan.state.isPublished ? steps.last { $0.step == .approved } : nil
    }

    /// Where a duty that goes on belongs to a seat in which nobody sits.
    package var vacant: [Seat] {
        seats.values.filter { $0.holder == nil && bound.contains($0.id) }.sorted { $0.id < $1.id }
    }

    /// Who and when.
    package struct Mark: Hashable, Sendable {
        package let who: String
        package let at: Instant
    }
}

package struct TakenStep: Hashable, Sendable {
    package let step: PlanStep
    package let words: String
    package let person: PersonID
    package let who: String
    package let at: Instant
}

/// What the places around a plan are called.
package struct PlaceNames: Hashable, Sendable {
    package let trust: String
    package let school: String?
    package let department: String?

    /// `English, Willowbrook Academy`
    package var whole: String {
        [department, school].compactMap { $0 }.joined(separator: ", ").ifEmpty(trust)
    }
}

extension String {
    fileprivate func ifEmpty(_ other: String) -> String { isEmpty ? other : self }
}

extension Reading {
    /// A whole plan, in ten queries whatever it holds.
    ///
    /// - Throws: `Refusal.notFound` when there is none.
    package func plan(_ id: PlanID) throws -> OpenedPlan {
        guard let head = try planHead(id), let proForma = try proFormaShelf.proForma(head.proForma, in: self) else {
            throw Refusal.notFound
        }
        let written = WrittenPlan(
            plan: head.plan, proForma: proForma, priorities: try priorities(of: id),
            blockages: try blockages(of: id), answered: try answeredPriorities(of: id))
        let seats = try seats(inPlan: id)
        return OpenedPlan(
            written: written, names: head.names, drafted: head.drafted, steps: try steps(of: id),
            supersedes: head.supersedes, seats: seats.named, bound: seats.bound, changes: head.changes, today: today)
    }

    private func planHead(_ id: PlanID) throws -> PlanHead? {
        try first(
            """
            SELECT p.id, p.kind, p.school_id, p.department_id, p.title, p.starts_on, p.ends_on, p.state, p.version,
                   p.pro_forma_id, p.supersedes_id, w.name, p.drafted_at, t.name, s.name, d.name, p.changes
            FROM plan p
            JOIN person w ON w.id = p.drafted_by
            CROSS JOIN trust t
            LEFT JOIN school s ON s.id = p.school_id
            LEFT JOIN department d ON d.id = p.department_id
            WHERE p.id = \(id)
            """
        ) { row in
            PlanHead(
                plan: Plan(
                    id: try row[0], kind: try row[1], place: try Place.ofPlan(row, 2), title: try row[4],
                    starts: try row[5], ends: try row[6], state: try row[7], version: try row[8]),
                proForma: try row[9], supersedes: try row[10],
                drafted: OpenedPlan.Mark(who: try row[11], at: try row[12]),
                names: PlaceNames(trust: try row[13], school: try row[14], department: try row[15]),
                changes: try row[16])
        }
    }

    private func steps(of id: PlanID) throws -> [TakenStep] {
        try rows(
            """
            SELECT e.what, e.words, e.person_id, p.name, e.happened_at
            FROM plan_event e JOIN person p ON p.id = e.person_id
            WHERE e.plan_id = \(id) ORDER BY e.happened_at, e.id
            """
        ) { row in
            TakenStep(
                step: try row[0], words: try row[1], person: try row[2], who: try row[3], at: try row[4])
        }
    }

    private func answeredPriorities(of id: PlanID) throws -> Set<PriorityID> {
        Set(
            try rows(
                """
                SELECT DISTINCT a.answers_id FROM plan_priority mine
                JOIN plan_priority a ON a.answers_id = mine.id
                WHERE mine.plan_id = \(id) AND a.removed_at IS NULL
                """
            ) { try $0[0] as PriorityID })
    }
}

private struct PlanHead {
    let plan: Plan
    let proForma: ProFormaID
    let supersedes: PlanID?
    let drafted: OpenedPlan.Mark
    let names: PlaceNames
    let changes: Int
}

extension Transaction {
    /// A whole plan that is about to change, as it is before that. Whoever read it a moment too early is refused at the
    /// hold, and runs again.
    ///
    /// - Throws: `Refusal.notFound` when there is none.
    package func planToChange(_ id: PlanID) throws -> OpenedPlan {
        let opened = try plan(id)
        try countChange(of: id)
        return opened
    }

    /// The first step of whatever changes a plan or a part of it, and lets one change follow the other: what may be written
    /// is decided on its state and all its parts, so two that touch different rows could each be right and be wrong together.
    func countChange(of id: PlanID) throws { try run("UPDATE plan SET changes = changes + 1 WHERE id = \(id)") }

    /// Lets whoever builds on a plan follow those who change it.
    func holdPlan(_ id: PlanID) throws { try run("UPDATE plan SET changes = changes WHERE id = \(id)") }
}
