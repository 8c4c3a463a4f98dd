package import Database
import Kernel
package import SchoolRules

extension Reading {
    /// - Returns: nil while the database has no trust.
    package func trust() throws -> Trust? {
        try first("SELECT version, uid, name, register_name FROM trust") { row in
            Trust(version: try row[0], uid: try row[1], name: try row[2], registerName: try row[3])
        }
    }
}

extension Transaction {
    /// Lets one import follow the other: each is decided on all schools that are known.
    func holdTrust() throws { try run("UPDATE trust SET version = version") }

    /// Keeps the trust as a rule made it: a new one, or the one that was read with what changed.
    ///
    /// - Throws: `Refusal.stale` when somebody saved it since.
    package func save(_ trust: Trust) throws {
        let written = try run(
            """
            INSERT INTO trust (only_row, version, uid, name, register_name)
            VALUES (1, \(trust.version + 1), \(trust.uid), \(trust.name), \(trust.registerName))
            ON CONFLICT (only_row) DO UPDATE SET version = excluded.version, uid = excluded.uid, name = excluded.name,
                register_name = excluded.register_name
            WHERE trust.version = \(trust.version)
            """)
        if written == 0 { throw Refusal.stale }
    }
}
