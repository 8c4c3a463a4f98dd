import Database
import Kernel
import Synchronization
import TestKit
import Testing

@Suite struct TransactionContract {
    @Test(arguments: Engine.available)
    func whatWasWrittenIsReadBack(_ engine: Engine) async throws {
        try await Shelf.with(engine) { database in
            try await database.write { try $0.add("x", pages: 3) }
            #expect(try await database.read { try $0.pages(of: "x") } == 3)
        }
    }

    @Test(arguments: Engine.available)
    func aSentenceSaysHowManyRowsItWrote(_ engine: Engine) async throws {
        try await Shelf.with(engine) { database in
            let written = try await database.write { tx in
                [
                    try tx.run("INSERT INTO book (id, shelf_id, title) VALUES ('x', 'a', 't'), ('y', 'a', 't')"),
                    try tx.run("UPDATE book SET note = \("n")"),
                    try tx.run("UPDATE book SET note = \("n") WHERE version = \(9)"),
                    try tx.run("SELECT id FROM book"),
                    try tx.run("DELETE FROM book WHERE id = \("x")"),
                ]
            }
            #expect(written == [2, 2, 0, 0, 1])
        }
    }

    @Test(arguments: Engine.available)
    func aVerbThatThrowsLeavesNothing(_ engine: Engine) async throws {
        try await Shelf.with(engine) { database in
            await #expect(throws: ChangedMind()) {
                try await database.write { tx in
                    try tx.add("x")
                    throw ChangedMind()
                }
            }
            let books = try await database.read { try $0.books() }
            #expect(books.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func aVerbThatSwallowsAnErrorOfTheDatabaseIsNotTakenForDone(_ engine: Engine) async throws {
        try await Shelf.with(engine) { database in
            let kind = await Kind.thrown {
                try await database.write { tx in
                    try tx.add("x")
                    try? tx.add("x")
                }
            }
            #expect(kind == .unique)
            let books = try await database.read { try $0.books() }
            #expect(books.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func afterAFailedSentenceTheOthersAreRefusedForTheSameReason(_ engine: Engine) async throws {
        try await Shelf.with(engine) { database in
            let second = Mutex<Kind?>(nil)
            let first = await Kind.thrown {
                try await database.write { tx in
                    try tx.add("x")
                    try? tx.add("x")
                    do { try tx.add("y") } catch let error as DatabaseError { second.withLock { $0 = Kind(error) } }
                }
            }
            #expect(first == .unique)
            #expect(second.withLock { $0 } == .unique)
        }
    }

    @Test(arguments: Engine.available)
    func aVerbMaySayInItsOwnWordsWhatTheDatabaseRefused(_ engine: Engine) async throws {
        try await Shelf.with(engine) { database in
            try await database.write { try $0.add("x") }
            await #expect(throws: Refusal.conflict("There is one already.")) {
                try await database.write { tx in
                    do { try tx.add("x") } catch DatabaseError.unique {
                        throw Refusal.conflict("There is one already.")
                    }
                }
            }
        }
    }

    @Test(arguments: Engine.available)
    func aVisitThatThrowsEndsTheAnswerAndTheSentenceCanBeAskedAgain(_ engine: Engine) async throws {
        try await Shelf.with(engine) { database in
            try await database.write { tx in for id in ["x", "y", "z"] { try tx.add(id) } }
            let seen = try await database.read { tx in
                #expect(throws: ChangedMind()) {
                    try tx.each("SELECT id FROM book ORDER BY id") { _ in throw ChangedMind() }
                }
                return try tx.books()
            }
            #expect(seen == ["x", "y", "z"])
        }
    }

    @Test(arguments: Engine.available)
    func aSentenceMayBeAskedAgainWhileItsOwnRowsAreVisited(_ engine: Engine) async throws {
        try await Shelf.with(engine) { database in
            try await database.write { tx in for id in ["x", "y", "z"] { try tx.add(id) } }
            let pairs = try await database.read { tx in
                var pairs: [String] = []
                try tx.each("SELECT id FROM book ORDER BY id") { outer in
                    let id: String = try outer[0]
                    pairs += try tx.books().map { id + $0 }
                }
                return pairs
            }
            #expect(pairs == ["xx", "xy", "xz", "yx", "yy", "yz", "zx", "zy", "zz"])
        }
    }

    @Test(arguments: Engine.available)
    func aReadingCannotWrite(_ engine: Engine) async throws {
        try await Shelf.with(engine) { database in
            let kind = await Kind.thrown {
                try await database.read { tx in
                    _ = try tx.rows("INSERT INTO shelf (id, name) VALUES ('b', 'b') RETURNING id") {
                        try $0[0] as String
                    }
                }
            }
            #expect(kind == .failed)
        }
    }

    @Test(arguments: Engine.available)
    func oneTransactionHasOneMomentAndTheNextALaterOne(_ engine: Engine) async throws {
        let start = World.test.now()
        let ticks = Mutex(0)
        let ticking = World(
            now: {
                start.adding(
                    seconds: ticks.withLock {
                        $0 += 1
                        return $0
                    })
            },
            randomBytes: { [UInt8](repeating: 7, count: $0) })
        try await Shelf.with(engine, world: ticking) { database in
            let (first, again) = try await database.write { tx in
                let first = tx.moment
                try tx.add("x")
                return (first, tx.moment)
            }
            let later = try await database.read { $0.moment }
            #expect(first == again)
            #expect(later > first)
        }
    }

    @Test(arguments: Engine.available)
    func sentencesAndTheirRowsAreCounted(_ engine: Engine) async throws {
        try await Shelf.with(engine) { database in
            try await database.write { tx in for id in ["x", "y", "z"] { try tx.add(id, pages: 1) } }
            let before = (database.counts.statements, database.counts.rows)
            _ = try await database.read { tx in (try tx.books(), try tx.pages(of: "x")) }
            #expect(database.counts.statements - before.0 == 2)
            #expect(database.counts.rows - before.1 == 4)
        }
    }
}
