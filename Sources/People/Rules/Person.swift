package import Kernel

/// Somebody who belongs, or belonged, to the trust. Never deleted: what they wrote keeps their name.
package struct Person: Hashable, Sendable {
    package let id: PersonID
    package let version: Int
    package let name: String
    package let email: EmailAddress
    /// The last day with the trust; nil for those who have not left and are not about to.
    package let lastDay: Day?

    package init(id: PersonID, version: Int, name: String, email: EmailAddress, lastDay: Day?) {
        (self.id, self.version, self.name, self.email, self.lastDay) = (id, version, name, email, lastDay)
    }

    /// The last day itself is still worked.
    package func hasLeft(by today: Day) -> Bool { lastDay.map { $0 < today } ?? false }
}

/// Name and address as they may be kept.
package struct PersonDetails: Hashable, Sendable {
    package let name: String
    package let email: EmailAddress

    /// - Throws: `Refusal.invalid` with fields `name` and `email`.
    package init(name: String, email: String) throws {
        var errors = FieldErrors()
        let name = name.onOneLine
        if name.isEmpty { errors.add("name", "Enter the person's name.") }
        errors.limit("name", name, to: 100)
        let address = EmailAddress(email)
        if address == nil {
            errors.add("email", "Enter an email address in the form name@school.example.")
        }
        try errors.check()
        (self.name, self.email) = (name, address!)
    }
}

extension String {
    /// Without white space at either end, and with one space for each run of it inside.
    var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
