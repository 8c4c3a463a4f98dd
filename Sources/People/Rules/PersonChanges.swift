package import Kernel

/// Somebody new. Only the rules make one; stores save nothing else. The same holds for the changes below.
package struct PersonAdded: Hashable, Sendable {
    package let person: Person
}

package struct PersonCorrected: Hashable, Sendable {
    package let person: Person
    package let before: Person
}

/// Takes back a leaving.
package struct PersonStays: Hashable, Sendable {
    package let person: Person
    package let lastDay: Day
}

extension PersonDetails {
    /// - Parameter sharing: the person who has this address already.
    package func adding(id: PersonID, sharing: Person?, by permit: MayManagePeople) throws -> PersonAdded {
        try checkAddress(sharing)
        return PersonAdded(person: Person(id: id, version: 1, name: name, email: email, lastDay: nil))
    }

    fileprivate func checkAddress(_ sharing: Person?) throws {
        if let sharing {
            throw Refusal.invalid("email", "\(sharing.name) has this address already.")
        }
    }
}

extension Person {
    /// - Parameters:
    ///   - version: the version that the details were typed over.
    ///   - sharing: another person who has the new address already.
    package func corrected(
        to details: PersonDetails, over version: Int, sharing: Person?, by permit: MayKeepPerson
    ) throws -> PersonCorrected {
        guard permit.person == id else { throw Refusal.notFound }
        guard version == self.version else { throw Refusal.stale }
        try details.checkAddress(sharing?.id == id ? nil : sharing)
        let person = Person(
            id: id, version: version + 1, name: details.name, email: details.email, lastDay: lastDay)
        return PersonCorrected(person: person, before: self)
    }

    /// Posts that ended stay ended: they are given anew.
    package func staying(by permit: MayKeepPerson) throws -> PersonStays {
        guard permit.person == id else { throw Refusal.notFound }
        guard let lastDay else { throw Refusal.conflict("\(name) is not leaving.") }
        let person = Person(id: id, version: version, name: name, email: email, lastDay: nil)
        return PersonStays(person: person, lastDay: lastDay)
    }
}
