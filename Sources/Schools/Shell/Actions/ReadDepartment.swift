package import Database
package import Kernel
package import SchoolRules

/// One department with its school, for those who keep it.
///
/// - Throws: `notFound` for a school that this person cannot see and for a department of another one, `forbidden` to
///   readers.
package func readDepartment(
    _ id: DepartmentID, of school: SchoolID, for actor: Actor, in database: any Database
) async throws -> (school: School, department: Department) {
    try await database.read { tx in
        let seen = try tx.school(school, seenBy: actor)
        _ = try MayKeepDepartments(actor, school: school)
        guard let department = try tx.department(id), department.school == school else { throw Refusal.notFound }
        return (seen, department)
    }
}
