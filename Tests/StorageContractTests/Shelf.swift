import Database
import Kernel
import Synchronization
import TestKit

/// Two small tables that every contract test uses.
enum Shelf {
    static let schema = step(
        "0001-shelf",
        """
        CREATE TABLE shelf (
            id TEXT NOT NULL PRIMARY KEY,
            name TEXT NOT NULL UNIQUE CHECK (name <> '')
        );
        CREATE TABLE book (
            id TEXT NOT NULL PRIMARY KEY,
            shelf_id TEXT NOT NULL REFERENCES shelf (id) DEFERRABLE INITIALLY IMMEDIATE,
            title TEXT NOT NULL,
            note TEXT,
            pages BIGINT CHECK (pages > -10),
            weight DOUBLE PRECISION,
            lent_on TEXT,
            sequel_id TEXT REFERENCES book (id) DEFERRABLE INITIALLY DEFERRED,
            version INTEGER NOT NULL DEFAULT 1
        );
        CREATE INDEX book_by_shelf ON book (shelf_id, title);
        INSERT INTO shelf (id, name) VALUES ('a', 'a');
        """)

    static func step(_ name: String, _ script: String) -> Migration { Migration(name, Array(script.utf8)) }

    /// One shelf, `a`, and no books.
    static func with(
        _ engine: Engine, world: World = .test, _ body: (any Database) async throws -> Void
    ) async throws {
        try await TestDatabases.with(engine, world: world, migrations: [schema], body)
    }
}

extension Reading {
    func books() throws -> [String] { try rows("SELECT id FROM book ORDER BY id") { try $0[0] } }

    func pages(of book: String) throws -> Int? {
        try first("SELECT pages FROM book WHERE id = \(book)") { try $0[0] as Int }
    }
}

extension Transaction {
    func add(_ id: String, on shelf: String = "a", pages: Int? = nil, sequel: String? = nil) throws {
        try run(
            """
            INSERT INTO book (id, shelf_id, title, pages, sequel_id)
            VALUES (\(id), \(shelf), \(id), \(pages), \(sequel))
            """)
    }
}

/// Why a verb of a test gives up.
struct ChangedMind: Error, Equatable {}

/// The errors of the seam without what they say, so that a test can name the one it means.
enum Kind: Equatable {
    case unique, foreignKey, check, busy, unavailable, full, unreadable, failed, cancelled, other

    /// - Returns: nil when `work` does not throw.
    static func thrown<Value>(by work: () async throws -> Value) async -> Kind? {
        do {
            _ = try await work()
            return nil
        } catch let error as DatabaseError {
            return Kind(error)
        } catch is CancellationError {
            return .cancelled
        } catch {
            return .other
        }
    }

    init(_ error: DatabaseError) {
        self =
            switch error {
            case .unique: .unique
            case .foreignKey: .foreignKey
            case .check: .check
            case .busy: .busy
            case .unavailable: .unavailable
            case .full: .full
            case .unreadable: .unreadable
            case .failed: .failed
            }
    }
}

/// What several tasks of a test note down.
final class Notes<Value: Sendable>: Sendable {
    private let notes = Mutex<[Value]>([])

    var all: [Value] { notes.withLock { $0 } }

    func add(_ note: Value) { notes.withLock { $0.append(note) } }
}
