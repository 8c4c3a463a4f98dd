package import Database
package import Kernel
import SchoolRules
import Trail

/// A decision about a school's category, as it was typed.
package struct PlacingInput: Sendable {
    package let category: String
    package let reason: String
    package let from: Day

    package init(category: String, reason: String, from: Day) {
        (self.category, self.reason, self.from) = (category, reason, from)
    }
}

/// Places a school in one of the trust's categories, with a reason.
///
/// - Throws: `forbidden` unless the actor decides on categories, `notFound`, `invalid` without a reason, and `conflict`
///   when the school is in the category already.
package func placeSchool(
    _ school: SchoolID, _ input: PlacingInput, by actor: Actor, in database: any Database
) async throws {
    try await database.write { tx in
        let permit = try MayPlaceSchools(actor)
        let found = try tx.schoolToChange(school)
        let categories = try tx.categories()
        let placed = try found.placing(
            in: input.category, among: categories, because: input.reason, from: input.from,
            after: try tx.placings(of: school).first, at: tx.moment, by: permit)
        try tx.save(placed)
        let name = { (key: String?) in categories.first { $0.key == key }?.name ?? "" }
        try tx.record(
            "school-placed", "school", school, by: actor, before: name(placed.previous?.category),
            after: "\(name(placed.placing.category)): \(placed.placing.reason)")
    }
}
