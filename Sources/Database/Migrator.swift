import Crypto
import Foundation
import Kernel

/// One numbered step of a schema: forward only, never changed after release.
package struct Migration: Sendable {
    /// Such as `0003-evaluations`; steps run in the order in which features list them.
    package let name: String
    package let script: String

    package init(_ name: String, _ bytes: [UInt8]) {
        self.name = name
        script = String(decoding: bytes, as: UTF8.self)
    }

    package var hash: String { SHA256.hash(data: Data(script.utf8)).hexadecimal }
}

package struct Migrator: Sendable {
    package let steps: [Migration]

    package init(_ steps: [Migration]) { self.steps = steps }

    package enum Fault: Error, CustomStringConvertible, Hashable {
        case changed(String)
        case unknown(String)

        package var description: String {
            switch self {
            case .changed(let name): "The migration \(name) is not the one that this database was made with."
            case .unknown(let name):
                "This database was made by a newer Termwise: it has \(name), which is not known here."
            }
        }
    }

    /// Brings the schema to the newest step, each step in its own transaction.
    /// - Returns: the names of the steps that ran.
    @discardableResult
    package func migrate(_ database: any Database) async throws -> [String] {
        try await database.write { tx in
            try tx.run(script: Self.ledger)
        }
        let waiting = try await pending(database)
        for step in waiting {
            try await database.write { tx in
                let known = try tx.rows("SELECT name FROM schema_step WHERE name = \(step.name)") {
                    try $0[0] as String
                }
                guard known.isEmpty else { return }
                try tx.run(script: step.script)
                try tx.run(
                    "INSERT INTO schema_step (name, hash, ran_at) VALUES (\(step.name), \(step.hash), \(tx.moment))")
            }
        }
        return waiting.map(\.name)
    }

    /// - Throws: `Fault` when the database was made with other steps than these.
    package func pending(_ database: any Database) async throws -> [Migration] {
        let ran = try await database.read { tx in
            try tx.rows("SELECT name, hash FROM schema_step") { (name: try $0[0] as String, hash: try $0[1] as String) }
        }
        let hashes = Dictionary(uniqueKeysWithValues: steps.map { ($0.name, $0.hash) })
        for step in ran {
            guard let hash = hashes[step.name] else { throw Fault.unknown(step.name) }
            guard hash == step.hash else { throw Fault.changed(step.name) }
        }
        let names = Set(ran.map(\.name))
        return steps.filter { !names.contains($0.name) }
    }

    private static let ledger = """
        CREATE TABLE IF NOT EXISTS schema_step (
            name TEXT NOT NULL PRIMARY KEY,
            hash TEXT NOT NULL,
            ran_at TEXT NOT NULL
        )
        """
}
