import Database
import Kernel
import TestKit

/// Two small tables that every contract test uses.
enum Shelf {
    static let schema = Migration(
        "0001-shelf",
        Array(
            """
            CREATE TABLE shelf (
                id TEXT NOT NULL PRIMARY KEY,
                name TEXT NOT NULL UNIQUE CHECK (name <> '')
            );
            CREATE TABLE book (
                id TEXT NOT NULL PRIMARY KEY,
                shelf_id TEXT NOT NULL REFERENCES shelf (id),
                title TEXT NOT NULL,
                note TEXT,
                pages INTEGER CHECK (pages > 0),
                weight DOUBLE PRECISION,
                lent_on TEXT,
                version INTEGER NOT NULL DEFAULT 1
            );
            CREATE INDEX book_by_shelf ON book (shelf_id, title);
            """.utf8))

    /// An empty shelf and book table on a database of `engine`.
    static func with(_ engine: Engine, _ body: (any Database) async throws -> Void) async throws {
        try await TestDatabases.with(engine, migrations: [schema], body)
    }
}

extension Reading {
    func shelfNames() throws -> [String] { try rows("SELECT name FROM shelf ORDER BY name") { try $0[0] } }

    func pages(of book: String) throws -> Int? {
        try first("SELECT pages FROM book WHERE id = \(book)") { try $0[0] as Int }
    }
}

extension Transaction {
    func addShelf(_ name: String) throws {
        try run("INSERT INTO shelf (id, name) VALUES (\(name), \(name))")
    }

    func addBook(_ id: String, on shelf: String = "a", pages: Int? = nil, weight: Double? = nil) throws {
        try run(
            """
            INSERT INTO book (id, shelf_id, title, pages, weight)
            VALUES (\(id), \(shelf), \(id), \(pages), \(weight))
            """)
    }
}

/// Why a verb of a test gives up.
struct ChangedMind: Error, Equatable {}
