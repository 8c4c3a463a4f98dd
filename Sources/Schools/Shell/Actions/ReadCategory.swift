package import Database
package import Kernel
package import SchoolRules

/// The category of a school with every decision about it, as one person sees them.
package struct SeenCategory: Sendable {
    package let school: School
    /// All that the trust has, least concern first.
    package let categories: [SchoolCategory]
    /// Newest first.
    package let placings: [CategoryPlacing]
    package let mayPlace: Bool
    package let today: Day
}

/// - Throws: `notFound` for a school that this person does not see as a whole.
package func readCategory(
    of school: SchoolID, for actor: Actor, in database: any Database
) async throws -> SeenCategory {
    try await database.read { tx in
        let permit = try MaySeePlacings(actor, of: school)
        return SeenCategory(
            school: try tx.school(school, seenBy: actor), categories: try tx.categories(),
            placings: try tx.placings(of: permit.school), mayPlace: (try? MayPlaceSchools(actor)) != nil,
            today: tx.today)
    }
}
