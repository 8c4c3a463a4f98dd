package import Database
package import Kernel

/// One thing that happened: who did what to which thing, with its values before and after.
package struct TrailEntry: Hashable, Sendable {
    package let at: Instant
    package let who: String
    /// What happened, in the past tense: `judgement-recorded`, `evaluation-agreed`.
    package let verb: String
    /// The kind of thing, such as `evaluation`.
    package let subject: String
    package let subjectID: String
    package let before: String
    package let after: String
}

package let trailMigrations = [Migration("0001-trail", PackageResources._001_trail_sql)]

extension Transaction {
    /// Adds one entry to the history, in the transaction of the change itself.
    /// - Parameter actor: nil when the program itself did it (a schedule, the command line); `by` then says which.
    package func record<Subject>(
        _ verb: String, _ subject: String, _ id: ID<Subject>, by actor: Actor?, orBy program: String = "Termwise",
        before: String = "", after: String = ""
    ) throws {
        let entry: ID<TrailEntry> = newID()
        try run(
            """
            INSERT INTO trail (id, happened_at, actor_id, actor_name, verb, subject, subject_id, before_text, after_text)
            VALUES (\(entry), \(moment), \(actor?.person), \(actor?.name ?? program), \(verb), \(subject), \(id),
                    \(before), \(after))
            """)
    }
}

extension Reading {
    /// The history of one thing, newest first.
    package func trail<Subject>(of id: ID<Subject>, limit: Int = 100) throws -> [TrailEntry] {
        try rows(
            """
            SELECT happened_at, actor_name, verb, subject, subject_id, before_text, after_text
            FROM trail WHERE subject_id = \(id) ORDER BY id DESC LIMIT \(limit)
            """
        ) { row in
            TrailEntry(
                at: try row[0], who: try row[1], verb: try row[2], subject: try row[3], subjectID: try row[4],
                before: try row[5], after: try row[6])
        }
    }
}
