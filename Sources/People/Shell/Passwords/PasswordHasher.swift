import Crypto
import CryptoExtras
import Foundation
import Kernel

/// Knows which passwords may be chosen, turns them into stored secrets and compares them, on threads of its own and few at once: each takes 32 MB and a
/// tenth of a second of one core, and requests must not wait behind them.
package final class PasswordHasher: Sendable {
    package let cost: ScryptCost
    let dictionary: PasswordDictionary
    private let line: WaitingLine

    /// - Parameter longestLane: more than the staff of the largest school at nine o'clock.
    package init(
        cost: ScryptCost = .standard, dictionary: PasswordDictionary = .installed, atOnce: Int = 2,
        longestLane: Int = 250, longestLine: Int = 1_000
    ) {
        (self.cost, self.dictionary) = (cost, dictionary)
        line = WaitingLine(atOnce: atOnce, longestLane: longestLane, longest: longestLine)
    }

    /// - Parameter lane: where it comes from.
    func secret(for password: String, waitingAs lane: String, world: World) async throws -> StoredSecret {
        let salt = world.randomBytes(StoredSecret.saltBytes)
        let hash = try await derive(password, salt: salt, cost: cost, lane)
        return StoredSecret(cost: cost, salt: salt, hash: hash)
    }

    /// Takes as long for an account that is not there, so that time does not tell who has one.
    func matches(_ password: String, _ stored: StoredSecret?, waitingAs lane: String) async throws -> Bool {
        let known = stored ?? StoredSecret(cost: cost, salt: Self.noSalt, hash: [])
        let hash = try await derive(password, salt: known.salt, cost: known.cost, lane)
        return Self.areEqual(hash, known.hash)
    }

    private static let noSalt = [UInt8](repeating: 0, count: StoredSecret.saltBytes)

    /// Looks at every byte whatever the first ones say.
    private static func areEqual(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        a.count == b.count && zip(a, b).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private func derive(
        _ password: String, salt: [UInt8], cost: ScryptCost, _ lane: String
    ) async throws -> [UInt8] {
        try await withCheckedThrowingContinuation { caller in
            let isIn = line.add(lane) {
                caller.resume(
                    with: Result {
                        let key = try KDF.Scrypt.deriveKey(
                            from: Data(password.utf8), salt: salt, outputByteCount: StoredSecret.hashBytes,
                            rounds: 1 << cost.logN, blockSize: cost.r, parallelism: cost.p)
                        return key.withUnsafeBytes { Array($0) }
                    })
            }
            if !isIn { caller.resume(throwing: Refusal.tooMany(retryAfter: 30)) }
        }
    }
}
