package import Kernel

/// Leave to move what is open at a school that closed or left: an administrator of the trust.
package struct MayMoveSchools: Sendable {
    package init(_ actor: Actor) throws {
        guard actor.holds([.administrator], reaching: .trust) else {
            throw Refusal.forbidden("Only an administrator of the trust moves what is open at a school.")
        }
    }
}

/// What goes on at another school: decided, and yet to be carried out by the features that it belongs to.
package struct SchoolMove: Sendable {
    package let from: School
    package let to: School
    /// Of those that each feature names.
    package let chosen: Set<String>
}

extension School {
    /// - Parameters:
    ///   - target: nil when none was chosen.
    ///   - movable: all that is open there now.
    /// - Throws: `Refusal.conflict` while the school works in the trust, and when something chosen is not open there any
    ///   more; `Refusal.invalid` with `school` and `chosen`.
    package func moving(
        _ chosen: Set<String>, of movable: Set<String>, to target: School?, by permit: MayMoveSchools
    ) throws -> SchoolMove {
        guard !isCurrent else {
            throw Refusal.conflict("\(name) works in the trust. What is open there is moved once it closed or left.")
        }
        var errors = FieldErrors()
        if target?.isCurrent != true || target?.id == id { errors.add("school", "Choose the school where it goes on.") }
        if chosen.isEmpty { errors.add("chosen", "Choose what goes on there.") }
        try errors.check()
        guard let target, chosen.isSubset(of: movable) else {
            throw Refusal.conflict("Some of it was moved or ended meanwhile. This is what is open at \(name) now.")
        }
        return SchoolMove(from: self, to: target, chosen: chosen)
    }
}
