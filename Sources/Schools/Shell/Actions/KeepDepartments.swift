package import Database
package import Kernel
package import SchoolRules
import Trail

/// - Throws: `notFound` for a school that this person cannot see, `forbidden` to readers, `invalid` for a name that is
///   empty or taken, `conflict` for a school that left.
package func addDepartment(
    _ name: String, kind: Department.Kind, to school: SchoolID, by actor: Actor, in database: any Database
) async throws -> Department {
    try await database.write { tx in
        let permit = try MayKeepDepartments(actor, school: school)
        let found = try tx.schoolToChange(school)
        let change = try found.addingDepartment(
            name, kind: kind, id: tx.newID(), beside: try tx.departments(of: school), by: permit)
        return try tx.keep(change, by: actor)
    }
}

/// - Throws: as `addDepartment`, and `stale` when somebody saved the department since `version` was read.
package func renameDepartment(
    _ id: DepartmentID, to name: String, version: Int, by actor: Actor, in database: any Database
) async throws {
    try await database.write { tx in
        let (department, permit) = try tx.department(id, version: version, keptBy: actor)
        let others = try tx.departments(of: department.school)
        try tx.keep(try department.renaming(to: name, beside: others, by: permit), by: actor)
    }
}

/// Closes a department today; what was written about it stays.
///
/// - Throws: as `renameDepartment`, and `conflict` when it is closed already.
package func closeDepartment(
    _ id: DepartmentID, version: Int, by actor: Actor, in database: any Database
) async throws {
    try await database.write { tx in
        let (department, permit) = try tx.department(id, version: version, keptBy: actor)
        try tx.keep(try department.closing(on: tx.today, by: permit), by: actor)
    }
}

extension Transaction {
    fileprivate func department(
        _ id: DepartmentID, version: Int, keptBy actor: Actor
    ) throws -> (Department, MayKeepDepartments) {
        guard let department = try department(id) else { throw Refusal.notFound }
        let permit = try MayKeepDepartments(actor, school: department.school)
        _ = try schoolToChange(department.school)
        guard department.version == version else { throw Refusal.stale }
        return (department, permit)
    }

    @discardableResult
    func keep(_ change: DepartmentChange, by actor: Actor) throws -> Department {
        try save(change)
        try record(
            change.what.rawValue, "department", change.department.id, by: actor, before: change.before,
            after: change.department.name)
        return change.department
    }
}
