package import Kernel
package import Site
package import ToolRules

/// A plan that took up a statement, as the movement page shows it.
package struct PlanAlongside: Hashable, Sendable {
    package let title: String
    package let address: String
    package let starts: Day
    /// How the plan stands, in words, with the tone of its tag.
    package let health: String
    package let tone: TagTone

    package init(title: String, address: String, starts: Day, health: String, tone: TagTone) {
        (self.title, self.address, self.starts) = (title, address, starts)
        (self.health, self.tone) = (health, tone)
    }
}

/// What the pages of evaluations ask of plans. Plans come later and know evaluations, not the other way round: `App`
/// hands this over.
package struct PlansBeside: Sendable {
    /// The plans of a place that address any of these statements and that the visitor may see, in as many queries
    /// whatever the number of statements.
    package typealias Alongside =
        @Sendable (_ items: Set<ItemID>, _ place: Place, _ visit: SignedIn) async throws -> [ItemID: [PlanAlongside]]

    let alongside: Alongside
    /// Where priorities are made of statements; nil where this person makes none. The page is asked with
    /// `?evaluation=ID&item=ID&item=ID`.
    let newPlan: @Sendable (_ actor: Actor, _ place: Place) -> String?

    package init(
        alongside: @escaping Alongside, newPlan: @escaping @Sendable (_ actor: Actor, _ place: Place) -> String?
    ) {
        (self.alongside, self.newPlan) = (alongside, newPlan)
    }

    package static let none = PlansBeside(alongside: { _, _, _ in [:] }, newPlan: { _, _ in nil })
}
