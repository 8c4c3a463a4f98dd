package import Database
import Foundation
package import Kernel
import Synchronization

import struct GRDB.Configuration
import class GRDB.DatabasePool

/// A trust's database in one file: GRDB's pool in WAL mode, one writer whose commits are shared, readers beside it.
package final class SQLiteDatabase: Database {
    package let engine = Engine.sqlite
    package let world: World
    package let counts = StatementCounts()
    let path: String
    let pool: DatabasePool
    let gate = Gate()
    private let commits: SharedCommits
    private let lastFull = LastFull()
    private let lastVerb = Atomic<VerbID>(0)

    /// Opens the file at `path`; makes it, and the folders above it, when it is not there, for this user alone.
    package init(path: String, world: World) throws {
        self.path = path
        self.world = world
        try Self.makeFolder(of: path)
        try Self.makeFile(at: path)
        pool = try inOurWords {
            let pool = try DatabasePool(path: path, configuration: Self.configuration)
            // GRDB turns this down when it turns WAL on; only the writer ever flushes.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            return pool
        }
        commits = SharedCommits(pool)
    }

    /// Reads on the caller's thread. A reader never waits for the writer, and there are more readers than threads that
    /// run tasks, so no thread is held up; a change of threads would cost more than most answers.
    package func read<Value: Sendable>(_ work: @escaping @Sendable (Reading) throws -> Value) async throws -> Value {
        try Task.checkCancellation()
        try gate.enter()
        defer { gate.leave() }
        return try readNow(work)
    }

    package func write<Value: Sendable>(_ work: @escaping @Sendable (Transaction) throws -> Value) async throws -> Value
    {
        try Task.checkCancellation()
        try gate.enter()
        defer { gate.leave() }
        let id = lastVerb.add(1, ordering: .relaxed).newValue
        return try await lastFull.noting(in: world) {
            try await withTaskCancellationHandler {
                try await withCheckedThrowingContinuation { caller in
                    commits.append(Verb(id, for: self, work, answering: caller))
                    // A cancellation that came before the verb stood in the line found nothing to cancel.
                    if Task.isCancelled { commits.cancel(id) }
                }
            } onCancel: {
                commits.cancel(id)
            }
        }
    }

    /// Bytes that have to be free beside the database: a save takes pages of the log, and the file grows when it is moved
    /// there.
    private static let room: UInt64 = 1_000_000

    package func checkRoom() async throws {
        try lastFull.check(in: world)
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let free = try? FileManager.default.attributesOfFileSystem(forPath: folder)[.systemFreeSize] as? NSNumber
        if let free, free.uint64Value < Self.room {
            throw DatabaseError.full(detail: "\(free) bytes are free in \(folder).")
        }
    }

    package func close() async {
        guard await gate.close() else { return }
        try? await onOwnThread { [pool] in
            // The pool closes its writer first, and a reader that is last may not move the log into the file.
            _ = try? pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
            try pool.close()
        }
    }

    private func readNow<Value>(_ work: (Reading) throws -> Value) throws -> Value {
        try inOurWords {
            try pool.unsafeRead { handle in
                let connection = SQLiteConnection(handle)
                try connection.mark("BEGIN")
                defer { try? connection.mark("ROLLBACK") }
                let value = try work(Reading(connection, at: world.now(), counts: counts))
                if let fault = connection.fault { throw fault }
                return value
            }
        }
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(5)
        configuration.maximumReaderCount = ProcessInfo.processInfo.activeProcessorCount + 4
        return configuration
    }

    static func makeFolder(of path: String) throws {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw DatabaseError.unavailable(detail: "\(folder.path) cannot be made: \(error.localizedDescription)")
        }
    }

    /// Makes an empty file for this user alone unless there is one; SQLite gives the files beside it the same rights.
    static func makeFile(at path: String) throws {
        guard !FileManager.default.fileExists(atPath: path) else { return }
        do { try OwnFile.make(at: path) } catch {
            throw DatabaseError.unavailable(detail: "\(path) cannot be made: \(error.localizedDescription)")
        }
    }
}
