package import Kernel

/// Leave to look after the work that runs by itself.
package struct MayKeepJobs: Hashable, Sendable {
    package let person: PersonID

    package init(_ actor: Actor) throws {
        guard actor.holds([.administrator], reaching: .trust) else {
            throw Refusal.forbidden("Only an administrator of the trust looks after the work that runs by itself.")
        }
        person = actor.person
    }
}
