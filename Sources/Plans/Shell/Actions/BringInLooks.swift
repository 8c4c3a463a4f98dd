package import Database
package import Kernel
package import PlanRules

/// A look that fell due here and was done elsewhere, such as on paper.
package struct PastLook: Sendable {
    package let check: CheckID
    package let input: CheckInput
    package let actor: Actor

    package init(_ input: CheckInput, of check: CheckID, by actor: Actor) {
        (self.check, self.input, self.actor) = (check, input, actor)
    }
}

/// Records what was found on many looks today, all of them or none.
///
/// - Throws: what `recordImpactCheck` throws.
package func bringInLooks(_ past: [PastLook], in database: any Database) async throws {
    try await database.write { tx in
        for look in past { _ = try tx.recordCheck(look.input, of: look.check, by: look.actor) }
    }
}
