import Database
import Kernel
import TestKit
import Testing

/// The sentences that both engines must understand alike.
@Suite struct DialectContract {
    @Test(arguments: Engine.available)
    func anUpsertWithAVersionSaysWhatItKept(_ engine: Engine) async throws {
        @Sendable func save(_ title: String, expecting version: Int, _ tx: Transaction) throws -> Int? {
            try tx.first(
                """
                INSERT INTO book (id, shelf_id, title, version) VALUES ('x', 'a', \(title), 1)
                ON CONFLICT (id) DO UPDATE SET title = excluded.title, version = book.version + 1
                WHERE book.version = \(version)
                RETURNING version
                """
            ) { try $0[0] }
        }
        try await Shelf.with(engine) { database in
            let versions = try await database.write { tx in
                [
                    try save("one", expecting: 0, tx), try save("two", expecting: 1, tx),
                    try save("stale", expecting: 1, tx), try save("three", expecting: 2, tx),
                ]
            }
            #expect(versions == [1, 2, nil, 3])
            let title = try await database.read { try $0.first("SELECT title FROM book") { try $0[0] as String } }
            #expect(title == "three")
        }
    }

    @Test(arguments: Engine.available)
    func commonTableExpressionsNestAndRecur(_ engine: Engine) async throws {
        try await Shelf.with(engine) { database in
            let sums = try await database.read { tx in
                try tx.rows(
                    """
                    WITH RECURSIVE n (i) AS (SELECT \(1) UNION ALL SELECT i + 1 FROM n WHERE i < \(5)),
                         odd AS (SELECT i FROM n WHERE i % 2 = 1)
                    SELECT SUM(i), COUNT(*), MAX(i) FROM odd
                    """
                ) { [try $0[0], try $0[1], try $0[2]] as [Int] }
            }
            #expect(sums == [[9, 3, 5]])
        }
    }

    @Test(arguments: Engine.available)
    func windowsAndFiltersCountAlike(_ engine: Engine) async throws {
        try await Shelf.with(engine) { database in
            try await database.write { tx in
                for (index, id) in ["u", "v", "w", "x"].enumerated() { try tx.add(id, pages: index * 10) }
            }
            let ranks = try await database.read { tx in
                try tx.rows(
                    """
                    SELECT id, ROW_NUMBER() OVER (ORDER BY pages DESC), LAG(id) OVER (ORDER BY id)
                    FROM book ORDER BY id
                    """
                ) { "\(try $0[0] as String)\(try $0[1] as Int)\(try $0[2] as String? ?? "-")" }
            }
            #expect(ranks == ["u4-", "v3u", "w2v", "x1w"])
            let totals = try await database.read { tx in
                try tx.first(
                    """
                    SELECT COUNT(*) FILTER (WHERE pages > \(5)), SUM(pages) FILTER (WHERE pages > \(15)), AVG(pages)
                    FROM book
                    """
                ) { (try $0[0] as Int, try $0[1] as Int, try $0[2] as Double) }
            }
            #expect(try #require(totals) == (3, 50, 15))
        }
    }

    @Test(arguments: Engine.available)
    func aQuestionOfYesOrNoIsOneOrNought(_ engine: Engine) async throws {
        try await Shelf.with(engine) { database in
            let answers = try await database.read { tx in
                try tx.first("SELECT EXISTS (SELECT 1 FROM shelf), EXISTS (SELECT 1 FROM book), \(1) = \(1)") {
                    [try $0[0], try $0[1], try $0[2]] as [Int]
                }
            }
            #expect(answers == [1, 0, 1])
        }
    }

    @Test(arguments: Engine.available)
    func idsAndDaysSortAsTheyWereMade(_ engine: Engine) async throws {
        let start = World.test.now()
        let seconds = [0, 1, 59, 3_600, 86_400, 90_000_000]
        let ids: [PersonID] = seconds.map { World.test.newID(at: start.adding(seconds: $0)) }
        let days = ["1999-12-31", "2026-01-01", "2026-02-28", "2026-11-21", "2027-01-01"].compactMap { Day($0) }
        try await Shelf.with(engine) { database in
            let sorted = try await database.write { tx in
                for id in ids.reversed() { try tx.add(id.text) }
                return try tx.books()
            }
            #expect(sorted == ids.map(\.text))
            let inOrder = try await database.write { tx in
                for (index, day) in days.reversed().enumerated() {
                    try tx.run("UPDATE book SET lent_on = \(day) WHERE id = \(ids[index])")
                }
                return try tx.rows("SELECT lent_on FROM book WHERE lent_on > \(days[0]) ORDER BY lent_on") {
                    try $0[0] as Day
                }
            }
            #expect(inOrder == Array(days.dropFirst()))
        }
    }

    @Test(arguments: Engine.available)
    func lettersSortByTheirNumbersSoThatListsAreAlike(_ engine: Engine) async throws {
        let words = ["A", "Z", "a", "b", "z", "É", "é"]
        try await Shelf.with(engine) { database in
            let sorted = try await database.write { tx in
                for word in words.reversed() { try tx.add(word) }
                return try tx.books()
            }
            #expect(sorted == words)
        }
    }

    /// Without the words, SQLite puts nulls first and PostgreSQL last.
    @Test(arguments: Engine.available)
    func nothingSortsWhereTheSentenceSays(_ engine: Engine) async throws {
        try await Shelf.with(engine) { database in
            let sorted = try await database.write { tx in
                try tx.add("x", pages: 1)
                try tx.add("y")
                try tx.add("z", pages: 2)
                return [
                    try tx.rows("SELECT id FROM book ORDER BY pages NULLS FIRST") { try $0[0] as String },
                    try tx.rows("SELECT id FROM book ORDER BY pages DESC NULLS LAST") { try $0[0] as String },
                ]
            }
            #expect(sorted == [["y", "x", "z"], ["z", "x", "y"]])
        }
    }

    @Test(arguments: Engine.available)
    func aListOfALengthKnownOnlyNowIsAsked(_ engine: Engine) async throws {
        try await Shelf.with(engine) { database in
            try await database.write { tx in for id in ["x", "y", "z"] { try tx.add(id) } }
            let found = try await database.read { tx in
                let wanted = SQL.joined((["x", "z", "'"] + (0..<1_000).map(String.init)).map { "\($0)" })
                return try tx.rows("SELECT id FROM book WHERE id IN (\(wanted)) AND version = \(1) ORDER BY id") {
                    try $0[0] as String
                }
            }
            #expect(found == ["x", "z"])
        }
    }
}
