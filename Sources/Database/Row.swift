/// Where an engine stands in its answer. Columns count from 0.
package protocol Cursor: AnyObject {
    func isNull(_ column: Int) -> Bool
    func integer(_ column: Int) -> Int64?
    func real(_ column: Int) -> Double?
    func text(_ column: Int) -> String?
}

/// One row of an answer, valid only while the closure that reads it runs.
///
/// `try row[0]` takes its type from where it goes, so a reader names no types twice:
/// `Post(id: row[0], role: row[1], ends: row[2])`.
package struct Row: ~Copyable {
    private let cursor: any Cursor

    package init(_ cursor: any Cursor) { self.cursor = cursor }

    package subscript<Value: Readable>(_ column: Int) -> Value {
        get throws { try Value.read(self, column) }
    }

    package subscript<Value: Readable>(_ column: Int) -> Value? {
        get throws { cursor.isNull(column) ? nil : try Value.read(self, column) }
    }

    package func text(_ column: Int) throws -> String {
        guard let value = cursor.text(column) else { throw DatabaseError.unreadable(column: column, as: "text") }
        return value
    }

    package func integer(_ column: Int) throws -> Int64 {
        guard let value = cursor.integer(column) else {
            throw DatabaseError.unreadable(column: column, as: "integer")
        }
        return value
    }

    package func real(_ column: Int) throws -> Double {
        guard let value = cursor.real(column) else { throw DatabaseError.unreadable(column: column, as: "real") }
        return value
    }
}
