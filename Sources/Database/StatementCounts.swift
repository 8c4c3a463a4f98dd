import Synchronization

/// How many sentences ran and how many rows they answered, since the database was opened. Tests compare two readings
/// to show that a page costs the same whatever the number of rows it does not show.
package final class StatementCounts: Sendable {
    private let ran = Atomic<Int>(0)
    private let answered = Atomic<Int>(0)

    package init() {}

    package var statements: Int { ran.load(ordering: .relaxed) }
    package var rows: Int { answered.load(ordering: .relaxed) }

    func add(statements: Int, rows: Int) {
        ran.add(statements, ordering: .relaxed)
        answered.add(rows, ordering: .relaxed)
    }
}
