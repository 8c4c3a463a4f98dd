package import Database
package import Kernel
package import PlanRules

/// One line of a list of plans.
package struct PlanLine: Hashable, Sendable {
    package let id: PlanID
    package let title: String
    package let kind: PlanKind
    package let place: Place
    package let names: PlaceNames
    package let state: PlanState
    package let starts: Day
    package let ends: Day
    package let priorities: Int

    package init(
        id: PlanID, title: String, kind: PlanKind, place: Place, names: PlaceNames, state: PlanState, starts: Day,
        ends: Day, priorities: Int
    ) {
        (self.id, self.title, self.kind, self.place, self.names) = (id, title, kind, place, names)
        (self.state, self.starts, self.ends, self.priorities) = (state, starts, ends, priorities)
    }
}

/// What a list of plans is narrowed to.
package struct PlansWanted: Hashable, Sendable {
    package var kind: PlanKind?
    /// nil for everything that is not over.
    package var state: PlanState?
    package var school: SchoolID?
    /// Where the reader has a duty, or that the reader began.
    package var isMine = false
    /// Counted from 1.
    package var page = 1

    package static let pageSize = 50

    package init() {}
}

extension Reading {
    /// The plans that a person may see, by place and title, one page of them, and how many there are.
    package func planLines(_ wanted: PlansWanted, for actor: Actor) throws -> (lines: [PlanLine], count: Int) {
        let condition: SQL = """
            (\(plansSeen(by: actor))) AND (\(state(wanted))) AND (\(kind(wanted))) AND (\(school(wanted)))
              AND (\(mine(wanted, actor)))
            """
        let count: Int = try first("SELECT COUNT(*) FROM plan p WHERE \(condition)") { try $0[0] } ?? 0
        let lines = try rows(
            """
            SELECT p.id, p.title, p.kind, p.school_id, p.department_id, t.name, s.name, d.name, p.state, p.starts_on,
                   p.ends_on, (SELECT COUNT(*) FROM plan_priority r
                               WHERE r.plan_id = p.id AND r.removed_at IS NULL AND r.ended_on IS NULL)
            FROM plan p
            CROSS JOIN trust t
            LEFT JOIN school s ON s.id = p.school_id
            LEFT JOIN department d ON d.id = p.department_id
            WHERE \(condition)
            ORDER BY COALESCE(s.name, ''), COALESCE(d.name, ''), p.starts_on DESC, p.id
            LIMIT \(PlansWanted.pageSize) OFFSET \((wanted.page - 1) * PlansWanted.pageSize)
            """
        ) { row in
            PlanLine(
                id: try row[0], title: try row[1], kind: try row[2], place: try Place.ofPlan(row, 3),
                names: PlaceNames(trust: try row[5], school: try row[6], department: try row[7]), state: try row[8],
                starts: try row[9], ends: try row[10], priorities: try row[11])
        }
        return (lines, count)
    }

    private func state(_ wanted: PlansWanted) -> SQL {
        wanted.state.map { "p.state = \($0)" } ?? "p.state NOT IN ('discarded', 'archived', 'superseded')"
    }

    private func kind(_ wanted: PlansWanted) -> SQL { wanted.kind.map { "p.kind = \($0)" } ?? "1 = 1" }

    private func school(_ wanted: PlansWanted) -> SQL { wanted.school.map { "p.school_id = \($0)" } ?? "1 = 1" }

    private func mine(_ wanted: PlansWanted, _ actor: Actor) -> SQL {
        guard wanted.isMine else { return "1 = 1" }
        let begun: SQL = "p.drafted_by = \(actor.person)"
        guard !actor.seats.isEmpty else { return begun }
        let seats = SQL.joined(actor.seats.map { "\($0)" })
        return """
            \(begun)
            OR p.id IN (SELECT plan_id FROM plan_action
                        WHERE owner_seat_id IN (\(seats)) AND removed_at IS NULL AND ended_on IS NULL)
            OR p.id IN (SELECT plan_id FROM plan_action
                        WHERE supporter_seat_id IN (\(seats)) AND removed_at IS NULL AND ended_on IS NULL)
            OR p.id IN (SELECT plan_id FROM check_plan
                        WHERE seat_id IN (\(seats)) AND removed_at IS NULL AND ended_on IS NULL)
            """
    }
}

/// What `MaySeePlan` says, as a condition on `p`: the two are held against each other by a test.
package func plansSeen(by actor: Actor) -> SQL {
    let published: SQL = "p.state NOT IN ('draft', 'discarded', 'submitted')"
    let seen = actor.posts.map { post -> SQL in
        let reached = placed(at: post.place)
        let isVisitor = post.role == .guest || post.role == .externalReviewer
        return isVisitor ? "(\(published) AND \(reached))" : "(\(published) AND (\(reached) OR \(above(post.place))))"
    }
    let written = actor.posts.compactMap { post -> SQL? in
        switch post.role {
        case .headteacher, .executiveHead, .seniorLeader, .middleLeader, .liaison:
            "(p.school_id IS NOT NULL AND \(placed(at: post.place)))"
        case .adviser, .directorOfEducation: "1 = 1"
        case .chiefExecutive: "(p.school_id IS NULL OR (p.state = 'submitted' AND p.kind <> 'department'))"
        default: nil
        }
    }
    let all = seen + written
    return all.isEmpty ? "1 = 0" : SQL.joined(all, by: " OR ")
}

private func placed(at place: Place) -> SQL {
    switch place {
    case .trust: "1 = 1"
    case .school(let school): "p.school_id = \(school)"
    case .department(let department, _): "p.department_id = \(department)"
    }
}

/// The places above one, whose published plans are read by those below.
private func above(_ place: Place) -> SQL {
    switch place {
    case .trust: "1 = 0"
    case .school: "p.school_id IS NULL"
    case .department(_, let school): "(p.school_id IS NULL OR (p.school_id = \(school) AND p.department_id IS NULL))"
    }
}
