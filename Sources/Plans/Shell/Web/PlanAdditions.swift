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
    /// Print and files.
    var ways: HTML = .nothing

    static let none = PlanAdditions()
}

extension PlanAdditions {
    init(to seen: SeenPlan, _ visit: SignedIn) async throws {
        self.init()
    }
}
