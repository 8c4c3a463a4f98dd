import Kernel

/// The trust to which everything in one database belongs.
package struct Trust: Hashable, Sendable {
    /// 0 for a trust that is not kept yet.
    package let version: Int
    /// Its number among the groups of the register; stable when it is renamed. nil until a first import tells it.
    package let uid: String?
    /// The trust's own name for itself, shown everywhere.
    package let name: String
    /// Its name in the register, mostly in capitals.
    package let registerName: String?

    package init(version: Int, uid: String?, name: String, registerName: String?) {
        (self.version, self.uid, self.name, self.registerName) = (version, uid, name, registerName)
    }

    /// The trust that a database without one becomes.
    ///
    /// - Throws: `Refusal.invalid` for a name that cannot stand on a page.
    package static func founding(_ name: String) throws -> Trust {
        let name = name.trimmed
        if name.isEmpty { throw Refusal.invalid("trust", "Give the trust's name.") }
        try name.within(120, at: "trust")
        return Trust(version: 0, uid: nil, name: name, registerName: nil)
    }

    /// The trust that a first import into an empty database makes.
    package static func found(_ chosen: RegisterTrust) -> Trust {
        Trust(version: 0, uid: chosen.uid, name: chosen.name, registerName: chosen.name)
    }

    /// The trust after an import for `chosen`: the number is learnt once, the register's newest name is kept beside the
    /// trust's own, and the own name follows only while it is the register's.
    ///
    /// - Throws: `Refusal.conflict` when the import is for another trust.
    package func matching(_ chosen: RegisterTrust) throws -> Trust {
        if let uid, let other = chosen.uid, uid != other {
            throw Refusal.conflict(
                "This is the database of \(name) (\(uid)); \(chosen.name) (\(other)) is another trust.")
        }
        if uid != nil, chosen.uid == nil, ![name, registerName ?? name].contains(where: chosen.isNamed) {
            throw Refusal.conflict("This is the database of \(name); \(chosen.name) may be another trust.")
        }
        // A copy of the register that lost letters changes no name.
        let newest = chosen.name.hasLostLetters ? registerName ?? name : chosen.name
        let own = name == registerName ? newest : name
        return Trust(version: version, uid: uid ?? chosen.uid, name: own, registerName: newest)
    }

    /// The trust that this one merged into: everything in the database goes on under its name and number.
    ///
    /// - Throws: `Refusal.invalid` with `trust` and `uid`; `Refusal.conflict` when the number is the database's own.
    package func succeeded(by successor: SuccessorInput) throws -> Trust {
        guard let number = RegisterValue.uid(successor.uid.withoutInvisibles.trimmed) else {
            throw Refusal.invalid("uid", "Give the trust's number (UID), as the register has it.")
        }
        guard number != uid else { throw Refusal.conflict("This is the database of that trust (\(number)) already.") }
        let named = try Trust.founding(successor.name)
        return Trust(version: version, uid: number, name: named.name, registerName: nil)
    }
}

/// The trust under which everything goes on, as it was typed.
package struct SuccessorInput: Hashable, Sendable {
    package let name: String
    package let uid: String

    package init(name: String, uid: String) { (self.name, self.uid) = (name, uid) }
}

extension RegisterTrust {
    fileprivate func isNamed(_ other: String) -> Bool { other.foldedName == name.foldedName }
}
