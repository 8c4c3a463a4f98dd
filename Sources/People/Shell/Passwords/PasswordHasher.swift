import Crypto
import CryptoExtras
import Foundation
import Kernel

/// Turns passwords into stored secrets and compares them, on threads of its own and few at once: each takes 32 MB and a
/// tenth of a second of one core, and requests must not wait behind them.
package final class PasswordHasher: Sendable {
    package let cost: ScryptCost
    private let lines: OperationQueue
    /// Those who wait in line before the next is asked to come back.
    private let longestLine: Int

    package init(cost: ScryptCost = .standard, atOnce: Int = 2, longestLine: Int = 100) {
        self.cost = cost
        self.longestLine = longestLine
        lines = OperationQueue()
        lines.name = "termwise.passwords"
        lines.maxConcurrentOperationCount = atOnce
    }

    func secret(for password: String, world: World) async throws -> StoredSecret {
        let salt = world.randomBytes(StoredSecret.saltBytes)
        let hash = try await derive(password, salt: salt, cost: cost)
        return StoredSecret(cost: cost, salt: salt, hash: hash)
    }

    /// Takes as long for an account that is not there, so that time does not tell who has one.
    func matches(_ password: String, _ stored: StoredSecret?) async throws -> Bool {
        let known = stored ?? StoredSecret(cost: cost, salt: Self.noSalt, hash: [])
        let hash = try await derive(password, salt: known.salt, cost: known.cost)
        return Self.areEqual(hash, known.hash)
    }

    private static let noSalt = [UInt8](repeating: 0, count: StoredSecret.saltBytes)

    /// Looks at every byte whatever the first ones say.
    private static func areEqual(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        a.count == b.count && zip(a, b).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private func derive(_ password: String, salt: [UInt8], cost: ScryptCost) async throws -> [UInt8] {
        guard lines.operationCount < longestLine else { throw Refusal.tooMany(retryAfter: 30) }
        return try await withCheckedThrowingContinuation { caller in
            lines.addOperation {
                caller.resume(
                    with: Result {
                        let key = try KDF.Scrypt.deriveKey(
                            from: Data(password.utf8), salt: salt, outputByteCount: StoredSecret.hashBytes,
                            rounds: 1 << cost.logN, blockSize: cost.r, parallelism: cost.p)
                        return key.withUnsafeBytes { Array($0) }
                    })
            }
        }
    }
}
