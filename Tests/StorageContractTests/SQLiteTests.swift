import Database
import DatabaseSQLite
import Foundation
import Kernel
import TestKit
import Testing

/// What SQLite promises beyond the contract.
@Suite struct SQLiteTests {
    @Test func theWriterFlushesEveryCommitAndChecksForeignKeys() async throws {
        try await Shelf.with(.sqlite) { database in
            let settings = try await database.write { tx in
                [
                    try tx.first("PRAGMA synchronous") { try $0[0] as Int },
                    try tx.first("PRAGMA foreign_keys") { try $0[0] as Int },
                ]
            }
            // 2 is FULL.
            #expect(settings == [2, 1])
            let mode = try await database.read { try $0.first("PRAGMA journal_mode") { try $0[0] as String } }
            #expect(mode == "wal")
        }
    }

    @Test func verbsThatWaitShareACommit() async throws {
        try await TestDatabases.withFolder { folder in
            let database = try SQLiteDatabase(path: folder + "/t.sqlite", world: .test)
            try await Migrator([Shelf.schema]).migrate(database)
            let before = try Self.frames(folder)
            let slow = await Hold(database)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for index in 0..<60 { group.addTask { try await database.write { try $0.add("\(index)") } } }
                try await Task.sleep(for: .milliseconds(50))
                slow.letGo()
                try await group.waitForAll()
            }
            // A commit of its own would write each of the book's three trees once a verb: 180 pages at least.
            #expect(try Self.frames(folder) - before < 120)
            #expect(try await database.read { try $0.books().count } == 60)
            await database.close()
        }
    }

    /// How many pages have been written to the log so far.
    private static func frames(_ folder: String) throws -> Int {
        let log = try FileManager.default.attributesOfItem(atPath: folder + "/t.sqlite-wal")
        return ((log[.size] as? NSNumber)?.intValue ?? 0) / (4_096 + 24)
    }

    @Test func aVerbTooLargeForTheFileFailsAloneAndItsNeighboursAreKept() async throws {
        try await Shelf.with(.sqlite) { database in
            let pages = try await database.write { tx in try tx.first("PRAGMA page_count") { try $0[0] as Int } }
            let most = SQL(unchecked: "PRAGMA max_page_count = \(try #require(pages) + 40)")
            _ = try await database.write { tx in try tx.rows(most) { try $0[0] as Int } }
            let slow = await Hold(database)
            let tasks = (0..<10).map { index in
                Task { () -> Kind? in
                    let note = String(repeating: "x", count: index == 4 ? 1_000_000 : 10)
                    return await Kind.thrown {
                        try await database.write { tx in
                            try tx.add("\(index)")
                            try tx.run("UPDATE book SET note = \(note) WHERE id = \("\(index)")")
                        }
                    }
                }
            }
            try await Task.sleep(for: .milliseconds(50))
            try await slow.end()
            var kinds: [Kind?] = []
            for task in tasks { kinds.append(await task.value) }
            #expect(kinds == (0..<10).map { $0 == 4 ? .full : nil })
            #expect(
                await Kind.thrown { try await database.checkRoom() } == .full, "for a while, though a small one fits")
            #expect(try await database.read { try $0.books().count } == 9)
        }
    }

    @Test func theFileIsForItsOwnerAlone() async throws {
        try await TestPlace.with(.sqlite) { place in
            try await place.open { _ in
                for end in ["", "-wal"] {
                    let file = try FileManager.default.attributesOfItem(atPath: place.name + end)
                    #expect((file[.posixPermissions] as? NSNumber)?.intValue == 0o600)
                }
            }
        }
    }

    @Test func aPathThatCannotHoldAFileIsUnavailable() async throws {
        let kind = await Kind.thrown { try SQLiteDatabase(path: "/dev/null/trust.sqlite", world: .test) }
        #expect(kind == .unavailable)
    }

    @Test func aFileThatIsNoDatabaseIsRefusedAndLeftAlone() async throws {
        try await TestDatabases.withFolder { folder in
            let file = URL(fileURLWithPath: folder + "/letter.txt")
            try Data(repeating: 0x61, count: 5_000).write(to: file)
            let kind = await Kind.thrown { try SQLiteDatabase(path: file.path, world: .test) }
            #expect(kind == .failed)
            #expect(try Data(contentsOf: file) == Data(repeating: 0x61, count: 5_000))
        }
    }

    @Test func twoProgramsOnOneFileWaitForEachOther() async throws {
        try await TestPlace.with(.sqlite) { place in
            try await place.open { first in
                let second = try place.make()
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for index in 0..<20 {
                        group.addTask { try await first.write { try $0.add("a\(index)") } }
                        group.addTask { try await second.write { try $0.add("b\(index)") } }
                    }
                    try await group.waitForAll()
                }
                #expect(try await second.read { try $0.books().count } == 40)
                await second.close()
            }
        }
    }
}
