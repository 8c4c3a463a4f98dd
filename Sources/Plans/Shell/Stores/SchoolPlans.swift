import Database
import Kernel
import PlanRules
import SchoolRules

extension Reading {
    /// Plans of a school and its departments that are not at their end.
    func plansGoingOn(at school: SchoolID) throws -> [Plan] {
        try rows(
            """
            SELECT p.id, p.kind, p.school_id, p.department_id, p.title, p.starts_on, p.ends_on, p.state, p.version
            FROM plan p
            WHERE p.school_id = \(school) AND p.state IN ('draft', 'submitted', 'approved', 'live', 'maintained')
            ORDER BY lower(p.title), p.id
            """
        ) { try Plan.read($0, 0) }
    }

    func openPlans(at school: SchoolID) throws -> (atWork: Int, written: Int) {
        let plans = try plansGoingOn(at: school)
        let atWork = plans.filter { $0.state == .live || $0.state == .maintained }.count
        return (atWork, plans.count - atWork)
    }

    func waitingChecks(at school: SchoolID) throws -> Int {
        try first("SELECT COUNT(*) FROM open_check WHERE school_id = \(school)") { try $0[0] } ?? 0
    }
}

extension Transaction {
    /// A plan goes on at another place, with its looks, those that wait and those that were done.
    func move(_ plan: PlanID, to place: Place) throws {
        let here: SQL = "school_id = \(place.school), department_id = \(place.department)"
        try run("UPDATE plan SET \(here), version = version + 1 WHERE id = \(plan)")
        try run("UPDATE impact_check SET \(here) WHERE plan_id = \(plan)")
        try run("UPDATE open_check SET \(here) WHERE plan_id = \(plan)")
    }
}
