import Database
import Kernel

extension Reading {
    /// Those of `kinds` that come back by themselves and are due to.
    func schedulesDue(of kinds: [JobKind]) throws -> [JobKind] {
        let waiting = try rows("SELECT kind FROM schedule WHERE due_at > \(moment)") { try $0[0] as String }
        return kinds.filter { $0.every != nil && !waiting.contains($0.name) }
    }
}

extension Transaction {
    /// Enqueues `kind` when it is due, once for all workers: only one of them moves the schedule's row on.
    func fire(_ kind: JobKind) throws {
        guard let every = kind.every else { return }
        try run(
            "INSERT INTO schedule (kind, due_at) VALUES (\(kind.name), \(moment)) ON CONFLICT (kind) DO NOTHING")
        let moved = try run(
            """
            UPDATE schedule SET due_at = \(moment.adding(seconds: every))
            WHERE kind = \(kind.name) AND due_at <= \(moment)
            """)
        if moved == 1 { try enqueue(kind.name, key: "schedule") }
    }
}
