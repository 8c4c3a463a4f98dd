import Foundation
package import Kernel
import Synchronization

/// Whether an error of the file system, or of a database, means that the disk is full.
package func meansNoRoom(_ error: any Error) -> Bool {
    if case DatabaseError.full = error { return true }
    let error = error as NSError
    let full = [Int(ENOSPC), Int(EDQUOT)]
    switch error.domain {
    case NSPOSIXErrorDomain: return full.contains(error.code)
    case NSCocoaErrorDomain where error.code == CocoaError.Code.fileWriteOutOfSpace.rawValue: return true
    default: return (error.userInfo[NSUnderlyingErrorKey] as? any Error).map(meansNoRoom) ?? false
    }
}

/// Remembers for a while that something found no room, because a small save may find some where the next does not.
package final class LastFull: Sendable {
    private static let seconds = 60
    private let last = Mutex<Instant?>(nil)

    package init() {}

    package func noting<Value>(in world: World, _ work: () async throws -> Value) async throws -> Value {
        do {
            return try await work()
        } catch DatabaseError.full(let detail) {
            last.withLock { $0 = world.now() }
            throw DatabaseError.full(detail: detail)
        }
    }

    /// - Throws: `DatabaseError.full` when it was so within the last minute.
    package func check(in world: World) throws {
        guard let moment = last.withLock({ $0 }), world.now() < moment.adding(seconds: Self.seconds) else { return }
        throw DatabaseError.full(detail: "A save found no room at \(moment).")
    }
}
