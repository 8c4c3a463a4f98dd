import Database
import Kernel
import TestKit
import Testing

@Suite struct ConcurrencyContract {
    private static let tasks = 32
    private static let times = 5

    /// Runs `work` `tasks` times `times` times, the tasks at once.
    private func atOnce(_ work: @escaping @Sendable (Int) async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for task in 0..<Self.tasks {
                group.addTask { for time in 0..<Self.times { try await work(task * Self.times + time) } }
            }
            try await group.waitForAll()
        }
    }

    @Test(arguments: Engine.available)
    func noIncrementIsLost(_ engine: Engine) async throws {
        try await Shelf.with(engine) { database in
            try await database.write { try $0.add("x", pages: 0) }
            try await atOnce { _ in
                _ = try await database.write { try $0.run("UPDATE book SET pages = pages + 1 WHERE id = 'x'") }
            }
            #expect(try await database.read { try $0.pages(of: "x") } == Self.tasks * Self.times)
        }
    }

    @Test(arguments: Engine.available)
    func noUpdateOfWhatWasReadIsLost(_ engine: Engine) async throws {
        try await Shelf.with(engine) { database in
            try await database.write { try $0.add("x", pages: 0) }
            try await atOnce { _ in
                try await database.write { tx in
                    let pages = try tx.pages(of: "x") ?? -1
                    try tx.run("UPDATE book SET pages = \(pages + 1) WHERE id = \("x")")
                }
            }
            #expect(try await database.read { try $0.pages(of: "x") } == Self.tasks * Self.times)
        }
    }

    @Test(arguments: Engine.available)
    func ofThoseWhoExpectOneVersionExactlyOneSaves(_ engine: Engine) async throws {
        try await Shelf.with(engine) { database in
            try await database.write { try $0.add("x") }
            let saved = try await withThrowingTaskGroup(of: Int.self) { group in
                for task in 0..<Self.tasks {
                    group.addTask {
                        try await database.write { tx in
                            try tx.run(
                                "UPDATE book SET title = \("\(task)"), version = version + 1 WHERE version = \(1)")
                        }
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(saved == 1)
            let version = try await database.read { try $0.first("SELECT version FROM book") { try $0[0] as Int } }
            #expect(version == 2)
        }
    }

    @Test(arguments: Engine.available)
    func aFailingVerbLeavesItsNeighboursAlone(_ engine: Engine) async throws {
        try await Shelf.with(engine) { database in
            let refused = await withTaskGroup(of: Bool.self) { group in
                for index in 0..<60 {
                    group.addTask {
                        let kind = await Kind.thrown {
                            try await database.write { tx in
                                try tx.add("\(index)")
                                if index % 3 == 0 { try tx.add("\(index)") }
                                if index % 3 == 1 { throw ChangedMind() }
                            }
                        }
                        return kind != nil
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(refused == 40)
            let kept = try await database.read { Set(try $0.books()) }
            #expect(kept == Set((0..<60).filter { $0 % 3 == 2 }.map(String.init)))
        }
    }

    @Test(arguments: Engine.available)
    func aReaderSeesOneSnapshotWhileOthersWrite(_ engine: Engine) async throws {
        try await Shelf.with(engine) { database in
            try await database.write { tx in
                try tx.add("x", pages: 100)
                try tx.add("y", pages: 0)
            }
            async let moving: Void = move(100, in: database)
            var sums: Set<Int> = []
            for _ in 0..<100 {
                let sum = try await database.read { tx in
                    (try tx.pages(of: "x") ?? 0) + (try tx.pages(of: "y") ?? 0)
                }
                sums.insert(sum)
            }
            try await moving
            #expect(sums == [100])
            #expect(try await database.read { try $0.pages(of: "y") } == 100)
        }
    }

    private func move(_ times: Int, in database: any Database) async throws {
        for _ in 0..<times {
            try await database.write { tx in
                try tx.run("UPDATE book SET pages = pages - 1 WHERE id = 'x'")
                try tx.run("UPDATE book SET pages = pages + 1 WHERE id = 'y'")
            }
        }
    }

    @Test(arguments: Engine.available)
    func whatWasAnsweredIsSeenByTheNextReader(_ engine: Engine) async throws {
        try await Shelf.with(engine) { database in
            try await atOnce { index in
                try await database.write { try $0.add("\(index)", pages: index) }
                #expect(try await database.read { try $0.pages(of: "\(index)") } == index)
            }
        }
    }
}
