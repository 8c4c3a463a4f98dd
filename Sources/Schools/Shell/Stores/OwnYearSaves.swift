package import Database
import Kernel
package import SchoolRules

extension Transaction {
    /// - Throws: `Refusal.stale` when somebody else changed the school's year since it was read.
    package func save(_ change: OwnYearChange) throws {
        guard try raiseVersion(change) == 1 else { throw Refusal.stale }
        switch change.what {
        case .halfTermsKept(_, to: let halfTerms): try replaceHalfTerms(halfTerms, change)
        case .marked(let mark):
            try run(
                """
                INSERT INTO own_marked_day (school_id, academic_year_id, day, kind, name)
                VALUES (\(change.school), \(change.id), \(mark.day), \(mark.kind), \(mark.name))
                """)
        case .unmarked(let mark):
            try run(
                """
                DELETE FROM own_marked_day
                WHERE school_id = \(change.school) AND academic_year_id = \(change.id) AND day = \(mark.day)
                """)
        }
    }

    /// - Returns: 1 when the change was made upon what is stored, 0 otherwise.
    private func raiseVersion(_ change: OwnYearChange) throws -> Int {
        if change.version == 0 {
            return try run(
                """
                INSERT INTO own_year (school_id, academic_year_id, version)
                VALUES (\(change.school), \(change.id), 1) ON CONFLICT DO NOTHING
                """)
        }
        return try run(
            """
            UPDATE own_year SET version = version + 1
            WHERE school_id = \(change.school) AND academic_year_id = \(change.id) AND version = \(change.version)
            """)
    }

    private func replaceHalfTerms(_ halfTerms: [HalfTerm], _ change: OwnYearChange) throws {
        try run(
            """
            DELETE FROM own_half_term WHERE school_id = \(change.school) AND academic_year_id = \(change.id)
            """)
        for half in halfTerms {
            try run(
                """
                INSERT INTO own_half_term (school_id, academic_year_id, number, first_day, last_day)
                VALUES (\(change.school), \(change.id), \(half.number), \(half.first), \(half.last))
                """)
        }
    }
}
