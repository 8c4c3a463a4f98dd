package import Kernel

/// The trust's present level of concern for a school. Names, order and number of categories are the trust's own.
package struct SchoolCategory: Hashable, Sendable {
    /// Stays when the trust renames the category.
    package let key: String
    package let name: String
    /// 1 for the least concern.
    package let concern: Int

    package init(key: String, name: String, concern: Int) {
        (self.key, self.name, self.concern) = (key, name, concern)
    }

    /// What a trust starts with.
    package static let defaults = [
        SchoolCategory(key: "strong", name: "Strong", concern: 1),
        SchoolCategory(key: "secure", name: "Secure", concern: 2),
        SchoolCategory(key: "attention", name: "Attention needed", concern: 3),
        SchoolCategory(key: "concern", name: "Cause for concern", concern: 4),
    ]
}

/// A decision that a school is in a category from a day on, until the next such decision.
package struct CategoryPlacing: Hashable, Sendable {
    package let school: SchoolID
    package let category: String
    package let from: Day
    package let reason: String
    package let decider: PersonID
    package let deciderName: String
    package let decided: Instant

    /// As a row was kept.
    package init(
        school: SchoolID, category: String, from: Day, reason: String, decider: PersonID, deciderName: String,
        decided: Instant
    ) {
        (self.school, self.category, self.from) = (school, category, from)
        (self.reason, self.decider, self.deciderName, self.decided) = (reason, decider, deciderName, decided)
    }
}

/// A school placed in a category: what the store saves.
package struct SchoolPlaced: Hashable, Sendable {
    package let placing: CategoryPlacing
    package let previous: CategoryPlacing?

    fileprivate init(placing: CategoryPlacing, previous: CategoryPlacing?) {
        (self.placing, self.previous) = (placing, previous)
    }
}

extension School {
    /// - Parameter latest: the placing that counts until now.
    /// - Throws: `Refusal.invalid` without a reason or category, or for a day in the future or before `latest`;
    ///   `Refusal.conflict` when the school is in this category already, or no longer in the trust.
    package func placing(
        in category: String, among categories: [SchoolCategory], because reason: String, from day: Day,
        after latest: CategoryPlacing?, at moment: Instant, by permit: MayPlaceSchools
    ) throws -> SchoolPlaced {
        let reason = reason.trimmed
        var errors = FieldErrors()
        if !categories.contains(where: { $0.key == category }) { errors.add("category", "Choose a category.") }
        if reason.isEmpty { errors.add("reason", "Say why, in words that the school may read.") }
        errors.limit("reason", reason, to: 2_000)
        if day > moment.day { errors.add("from", "The day cannot lie in the future.") }
        if let latest, day < latest.from { errors.add("from", "The latest decision is of \(latest.from.long).") }
        try errors.check()
        guard isCurrent else { throw Refusal.conflict("\(name) is no longer in the trust.") }
        guard latest?.category != category else { throw Refusal.conflict("\(name) is in this category already.") }
        let placing = CategoryPlacing(
            school: id, category: category, from: day, reason: reason, decider: permit.person,
            deciderName: permit.name, decided: moment)
        return SchoolPlaced(placing: placing, previous: latest)
    }
}
