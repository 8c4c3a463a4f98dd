package import Database
package import Kernel
package import SchoolRules

/// Whether what belongs to the school in `column` may still fall due: the school works in the trust, or it is the trust's
/// own and the column is null. Every list of what waits asks this.
package func schoolGoesOn(in column: SQL) -> SQL {
    """
    NOT EXISTS (SELECT 1 FROM school ended
                WHERE ended.id = \(column) AND (ended.left_on IS NOT NULL OR ended.status = 'closed'))
    """
}

extension Reading {
    /// The same of one place.
    package func goesOn(at place: Place) throws -> Bool {
        guard let school = place.school else { return true }
        return try self.school(school)?.isCurrent ?? false
    }
}

extension Transaction {
    /// Where something of a place goes that moves: the other school, or its department of the same name, which is made
    /// when it has none.
    package func place(of old: Place, after move: SchoolMove, by actor: Actor) throws -> Place {
        guard let id = old.department, let department = try department(id) else { return .school(move.to.id) }
        let there = try departments(of: move.to.id)
        let same = there.first { $0.closed == nil && $0.name.lowercased() == department.name.lowercased() }
        let found =
            try same
            ?? keep(
                move.to.addingDepartment(
                    department.name, kind: department.kind, id: newID(), beside: there,
                    by: MayKeepDepartments(actor, school: move.to.id)), by: actor)
        return .department(found.id, of: move.to.id)
    }
}
