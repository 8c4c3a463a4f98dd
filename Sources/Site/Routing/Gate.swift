package import Kernel

/// Who may come as far as a route's handler. What they may then see or do is decided in the handler's transaction, on
/// the row just read; a gate keeps whole groups out early and says on the route's line whom it is for.
package struct Gate: Sendable {
    package let name: String
    let admits: @Sendable (Actor) -> Bool

    package init(_ name: String, admits: @escaping @Sendable (Actor) -> Bool) {
        self.name = name
        self.admits = admits
    }

    package static let signedIn = Gate("anyone signed in") { _ in true }

    package static let administrators = Gate.holding([.administrator], "administrators")

    /// A post with one of `roles`, anywhere.
    package static func holding(_ roles: Set<Role>, _ name: String) -> Gate {
        Gate(name) { actor in actor.posts.contains { roles.contains($0.role) } }
    }

    func check(_ actor: Actor) throws {
        if !admits(actor) { throw Refusal.forbidden("This page is for \(name).") }
    }
}
