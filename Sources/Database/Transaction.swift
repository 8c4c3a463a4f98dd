package import Kernel

/// A view of the database at one moment. Stores add their questions as extensions of this class.
package class Reading {
    /// The one moment of this transaction: everything written in it carries this time.
    package let moment: Instant
    fileprivate let connection: any Connection
    fileprivate let counts: StatementCounts

    package init(_ connection: any Connection, at moment: Instant, counts: StatementCounts) {
        self.connection = connection
        self.moment = moment
        self.counts = counts
    }

    package var today: Day { moment.day }

    package func rows<Value>(_ sql: SQL, _ read: (borrowing Row) throws -> Value) throws -> [Value] {
        var values: [Value] = []
        try each(sql) { values.append(try read($0)) }
        return values
    }

    /// - Returns: the first row, or nil when there is none.
    package func first<Value>(_ sql: SQL, _ read: (borrowing Row) throws -> Value) throws -> Value? {
        try rows(sql, read).first
    }

    /// Visits each row without keeping them, for answers that may be large.
    package func each(_ sql: SQL, _ visit: (borrowing Row) throws -> Void) throws {
        var seen = 0
        let before = connection.steps
        _ = try connection.run(sql) { row in
            seen += 1
            try visit(row)
        }
        counts.add(statements: 1, rows: seen, steps: connection.steps - before)
    }
}

/// A view of the database that may change it. What it did is kept whole or not at all.
package final class Transaction: Reading {
    package let world: World

    package init(_ connection: any Connection, world: World, counts: StatementCounts) {
        self.world = world
        super.init(connection, at: world.now(), counts: counts)
    }

    /// - Returns: the number of rows written, so that a caller can tell a stale version (0) from a save (1).
    @discardableResult
    package func run(_ sql: SQL) throws -> Int {
        let before = connection.steps
        defer { counts.add(statements: 1, rows: 0, steps: connection.steps - before) }
        return try connection.run(sql) { _ in }
    }

    package func newID<Subject>() -> ID<Subject> { world.newID(at: moment) }

    /// Several sentences at once; for the migrator alone.
    package func run(script: String) throws { try connection.run(script: script) }
}
