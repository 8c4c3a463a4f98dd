package import Database
package import Kernel

/// A database that was made from a backup, while its letters rest.
package struct LettersAtRest: Hashable, Sendable {
    /// When it was restored.
    package let since: Instant
    /// How many letters wait that were asked for before, and since when the oldest does.
    package let waiting: Int
    package let oldest: Instant?

    package init(since: Instant, waiting: Int, oldest: Instant?) {
        (self.since, self.waiting, self.oldest) = (since, waiting, oldest)
    }
}

/// What marks a database as restored at a moment, for whoever restores it.
package func restorationScript(at moment: Instant) -> String {
    "INSERT INTO restoration (restored_at) VALUES ('\(moment)') ON CONFLICT (restored_at) DO NOTHING;"
}

extension Reading {
    /// - Returns: nil when letters go.
    package func lettersAtRest() throws -> LettersAtRest? {
        let since: Instant?? = try first("SELECT MAX(restored_at) FROM restoration WHERE resumed_at IS NULL") {
            try $0[0]
        }
        guard let since = since ?? nil else { return nil }
        return try first(
            "SELECT COUNT(*), MIN(asked_at) FROM job WHERE turn <> \(JobTurn.work.rawValue) AND asked_at <= \(since)"
        ) { LettersAtRest(since: since, waiting: try $0[0], oldest: try $0[1]) }
    }

    /// The day on which this database was last restored; nil when it never was.
    package func restoredOn() throws -> Day? {
        let moment: Instant?? = try first("SELECT MAX(restored_at) FROM restoration") { try $0[0] }
        return (moment ?? nil)?.day
    }
}

extension Transaction {
    /// Lets letters go again. What was asked for before the backup was restored is dropped: it was sent long ago, or is
    /// worth nothing any more.
    ///
    /// - Returns: how many letters were dropped.
    /// - Throws: `Refusal.conflict` when they do not rest.
    package func resumeLetters() throws -> Int {
        guard let rest = try lettersAtRest() else { throw Refusal.conflict("Letters go out already.") }
        let dropped = try run(
            "DELETE FROM job WHERE turn <> \(JobTurn.work.rawValue) AND asked_at <= \(rest.since)")
        try run("UPDATE restoration SET resumed_at = \(moment) WHERE resumed_at IS NULL")
        return dropped
    }
}
