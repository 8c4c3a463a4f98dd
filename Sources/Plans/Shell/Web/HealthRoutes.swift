import Kernel
import PlanRules
import Site

/// What was missed anywhere, and how a school's plans stand.
func healthRoutes(_ routes: inout Routes) {
    routes.get(CheckLinks.missed, .signedIn) { visit in
        let school = visit.query("school").flatMap { SchoolID($0) }
        let missed = try await readMissedChecks(at: school, page: visit.page, for: visit.actor, in: visit.database)
        return .page(MissedChecksPage(missed: missed).page)
    }
    routes.get("/schools/:school/health", .signedIn) { visit in
        let health = try await readHealth(of: visit.id("school"), for: visit.actor, in: visit.database)
        return .page(HealthPage(health: health).page)
    }
}
