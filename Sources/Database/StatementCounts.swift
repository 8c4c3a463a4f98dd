import Synchronization

/// How many sentences ran, how many rows they answered and how much work that was, since the database was opened. Tests
/// compare two readings to show that a page costs the same whatever the number of rows it does not show.
package final class StatementCounts: Sendable {
    private let ran = Atomic<Int>(0)
    private let answered = Atomic<Int>(0)
    private let stepped = Atomic<Int>(0)

    package init() {}

    package var statements: Int { ran.load(ordering: .relaxed) }
    package var rows: Int { answered.load(ordering: .relaxed) }
    /// Instructions of SQLite's virtual machine: what was read to find the rows shows here. PostgreSQL does not tell.
    package var steps: Int { stepped.load(ordering: .relaxed) }

    func add(statements: Int, rows: Int, steps: Int) {
        ran.add(statements, ordering: .relaxed)
        answered.add(rows, ordering: .relaxed)
        stepped.add(steps, ordering: .relaxed)
    }
}
