import Database
import Foundation
import Kernel

import struct GRDB.Configuration
import class GRDB.DatabaseQueue
import protocol GRDB.DatabaseReader

extension SQLiteDatabase {
    package func backUp(to path: String) async throws {
        try gate.enter()
        defer { gate.leave() }
        try await onOwnThread { [pool] in try Self.copy(pool, to: path, marking: "") }
    }

    package func integrityFaults() async throws -> [String] {
        try gate.enter()
        defer { gate.leave() }
        return try await onOwnThread { [pool] in try Self.faults(of: pool, quick: false) }
    }

    /// Copies the backup in `file` to `path`, where no file may be.
    ///
    /// - Parameter script: run on the copy before it has its name, so that it never lies there without.
    /// - Throws: `DatabaseError.failed` when there is one, or one that belongs to it, or when the backup is damaged; `full`.
    package static func restore(_ file: String, to path: String, marking script: String) async throws {
        try await onOwnThread {
            guard FileManager.default.fileExists(atPath: file) else { throw fault("There is no file \(file).") }
            var configuration = Configuration()
            configuration.readonly = true
            let backup = try inOurWords { try DatabaseQueue(path: file, configuration: configuration) }
            if let first = try faults(of: backup, quick: false).first {
                throw fault("\(file) is damaged and was not restored: \(first)")
            }
            try makeFolder(of: path)
            try copy(backup, to: path, marking: script)
        }
    }
}

extension SQLiteDatabase {
    /// Copies page by page from one snapshot while others go on writing; the file has its name only when it is whole.
    private static func copy(_ source: some DatabaseReader, to path: String, marking script: String) throws {
        let part = path + ".part"
        guard !FileManager.default.fileExists(atPath: path) else { throw fault("\(path) exists already.") }
        try refuseRemains(beside: path)
        do { try OwnFile.make(at: part) } catch { throw fault(OwnFile.whyNotMade(part, error)) }
        defer { for end in [""] + ends { try? FileManager.default.removeItem(atPath: part + end) } }
        try inOurWords {
            let target = try DatabaseQueue(path: part)
            try source.backup(to: target)
            // One file, which can be read where nothing can be written.
            try target.inDatabase { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
            try target.write { try $0.execute(sql: script) }
            if let first = try faults(of: target, quick: true).first { throw fault("The copy is damaged: \(first)") }
            try target.close()
        }
        do {
            try FileManager.default.moveItem(atPath: part, toPath: path)
        } catch {
            throw fault("\(path) cannot be written: \(error.localizedDescription)")
        }
    }

    /// What SQLite keeps beside a file: the log, its index, and the journal of a file without a log.
    private static let ends = ["-wal", "-shm", "-journal"]

    /// SQLite takes what lies beside a file for a part of it: what another database left there would be played into this
    /// one.
    private static func refuseRemains(beside path: String) throws {
        for remains in ends.map({ path + $0 }) where FileManager.default.fileExists(atPath: remains) {
            throw fault(
                "\(remains) lies there still. It belongs to the database that was at \(path) before: move both away "
                    + "together.")
        }
    }

    /// - Parameter quick: whether to leave out that indexes and foreign keys agree with the rows.
    private static func faults(of reader: some DatabaseReader, quick: Bool) throws -> [String] {
        do {
            return try reader.unsafeRead { handle in
                let pages = try HandleRow.fetchAll(handle, sql: quick ? "PRAGMA quick_check" : "PRAGMA integrity_check")
                let sentences = pages.map { $0[0] as String }.filter { $0 != "ok" }
                return quick ? sentences : try sentences + orphans(in: handle)
            }
        } catch let error as HandleError {
            return [error.message ?? error.description]
        }
    }

    private static func orphans(in handle: Handle) throws -> [String] {
        try HandleRow.fetchAll(handle, sql: "PRAGMA foreign_key_check").prefix(100).map { row in
            let place = (row[1] as Int64?).map { "Row \($0)" } ?? "A row"
            return "\(place) of \(row[0] as String) points at a row of \(row[2] as String) that is not there."
        }
    }

    private static func fault(_ sentence: String) -> DatabaseError {
        .failed(code: "backup", message: sentence, sql: "")
    }
}
