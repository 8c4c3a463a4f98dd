import Kernel
import Markup
import PlanRules
import Site

/// What belongs on a plan's page and is made elsewhere.
struct PlanAdditions: Sendable {
    /// How the plan stands, with the sentence that explains it.
    var health: HTML = .nothing
    /// What will be looked at, under its action or outcome.
    var checks: @Sendable (CheckPlan.Subject) -> HTML = { _ in .nothing }
    /// How each plan below stands that answers a priority of this one.
    var healthOfAnswers: [PlanID: HTML] = [:]
    /// The actions at which nobody will look.
    var unlooked: [PlannedAction] = []
    /// What it changes in the plan that it revises; nil when it revises none.
    var revision: RevisionBlock?
    /// Print and files.
    var ways: HTML = .nothing

    static let none = PlanAdditions()
}

extension PlanAdditions {
    init(to seen: SeenPlan, _ visit: SignedIn) async throws {
        self.init()
        ways = PlanPaperLinks(to: seen).ways(besides: nil)
        revision = try await readRevision(of: seen, for: visit.actor, in: visit.database).map {
            RevisionBlock(
                seen: $0, plan: seen.plan, proForma: seen.opened.proForma,
                isOpen: seen.may.writes && seen.plan.state.isWritable)
        }
        let checked = try await readChecks(of: seen, for: visit.actor, in: visit.database)
        let token = visit.formToken
        let removed = visit.query("removed-check").flatMap { CheckPlanID($0) }
        health = (removed.map { checked.undo($0, token: token) } ?? .nothing) + checked.healthBlock
        checks = { checked.block(of: $0, token: token) }
        healthOfAnswers = checked.healthOfAnswers.mapValues { health in
            "\(healthTag(health.level)) <span class=\"soft\">\(health.sentence)</span>"
        }
        unlooked = seen.written.runningActions.filter { action in
            !checked.series.contains { $0.planned.check.subject == .action(action.id) }
        }
    }
}
