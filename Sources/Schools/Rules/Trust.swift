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
        if uid != nil, chosen.uid == nil, registerName?.foldedName != chosen.name.foldedName {
            throw Refusal.conflict("This is the database of \(name); \(chosen.name) may be another trust.")
        }
        let own = name == registerName ? chosen.name : name
        return Trust(version: version, uid: uid ?? chosen.uid, name: own, registerName: chosen.name)
    }
}
