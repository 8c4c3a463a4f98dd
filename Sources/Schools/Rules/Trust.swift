import Kernel

/// The trust to which everything in one database belongs.
package struct Trust: Hashable, Sendable {
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

    /// The trust after an import for `chosen`: the number is learnt once, the register's newest name is kept beside the
    /// trust's own, and the own name follows only while it is the register's.
    ///
    /// - Throws: `Refusal.conflict` when the import is for another trust.
    package func matching(_ chosen: RegisterTrust) throws -> Trust {
        if let uid, let other = chosen.uid, uid != other {
            throw Refusal.conflict(
                "This is the database of \(name) (\(uid)); \(chosen.name) (\(other)) is another trust.")
        }
        let own = name == registerName ? chosen.name : name
        return Trust(version: version, uid: uid ?? chosen.uid, name: own, registerName: chosen.name)
    }
}
