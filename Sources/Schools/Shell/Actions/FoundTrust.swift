package import Database
import Kernel
import SchoolRules

extension Transaction {
    /// Makes the trust of a database that has none: the first step of first use, in the same transaction as its first
    /// administrator.
    ///
    /// - Throws: `Refusal.conflict` when there is one, `Refusal.invalid` for an empty name.
    package func foundTrust(named name: String) throws {
        guard try trust() == nil else { throw Refusal.conflict("This database belongs to a trust already.") }
        try save(Trust.founding(name))
    }
}
