package import Database
package import Kernel
package import SchoolRules
import Trail

/// Lets everything in the database go on under the trust that this one became part of: its name and number change, and
/// nothing else does.
///
/// - Parameter actor: nil for the command.
/// - Throws: `notFound` while there is no trust; `invalid` with `trust` and `uid`; `conflict` when it is that trust already.
package func succeedTrust(
    by successor: SuccessorInput, permit: MayChangeTrust, actor: Actor?, in database: any Database
) async throws {
    try await database.write { tx in
        guard let trust = try tx.trust() else { throw Refusal.notFound }
        let changed = try trust.succeeded(by: successor)
        try tx.save(changed)
        try tx.record(
            "trust-succeeded", "trust", Trust.only, by: actor, orBy: "termwise trust succeed", before: trust.words,
            after: changed.words)
    }
}

/// The trust that the database belongs to.
///
/// - Throws: `notFound` while there is none.
package func readTrust(by permit: MayChangeTrust, in database: any Database) async throws -> Trust {
    guard let trust = try await database.read({ try $0.trust() }) else { throw Refusal.notFound }
    return trust
}

extension Trust {
    /// What the history of the trust stands under: a database has one.
    static let only = ID<Trust>(bytes: Array(repeating: 0, count: 16))

    fileprivate var words: String { name + (uid.map { " (\($0))" } ?? "") }
}
