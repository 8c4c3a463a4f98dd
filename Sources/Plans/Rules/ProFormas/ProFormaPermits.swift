package import Kernel

/// Leave to make the trust's own editions of pro-formas.
package struct MayKeepProFormas: Sendable {
    package static let roles: Set<Role> = [.administrator, .directorOfEducation]

    package let person: PersonID

    /// - Throws: `forbidden` to everybody else; anybody may read pro-formas.
    package init(_ actor: Actor) throws {
        guard actor.holds(Self.roles, reaching: .trust) else {
            throw Refusal.forbidden("An administrator or the director of education makes the trust's editions.")
        }
        person = actor.person
    }
}
