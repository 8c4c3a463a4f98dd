package import Database
package import Kernel
package import SchoolRules

/// The departments of a school, as one person sees them.
package struct SeenDepartments: Sendable {
    package let school: School
    /// Open ones first, by name.
    package let departments: [Department]
    package let mayKeep: Bool
}

/// - Throws: `notFound` for a school that this person cannot see.
package func readDepartments(
    of school: SchoolID, for actor: Actor, in database: any Database
) async throws -> SeenDepartments {
    try await database.read { tx in
        SeenDepartments(
            school: try tx.school(school, seenBy: actor), departments: try tx.departments(of: school),
            mayKeep: (try? MayKeepDepartments(actor, school: school)) != nil)
    }
}
