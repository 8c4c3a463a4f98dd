package import Database
import Kernel
package import SchoolRules

extension Transaction {
    /// Lets one change of the calendar follow the other. A change is held against all years and schools, so two that
    /// touch different rows could each be right and be wrong together.
    package func holdCalendar() throws { try run("UPDATE academic_year SET version = version") }

    /// - Throws: `Refusal.stale` when somebody else changed the year since it was read.
    package func save(_ change: YearChange) throws {
        if case .started(let year) = change.what { return try insert(year, change) }
        let saved = try run(
            """
            UPDATE academic_year SET version = version + 1 WHERE id = \(change.id) AND version = \(change.version)
            """)
        guard saved == 1 else { throw Refusal.stale }
        switch change.what {
        case .started: break
        case .halfTermsMoved(_, to: let halfTerms): for half in halfTerms { try move(half, change) }
        case .marked(let mark): try insert(mark, change)
        case .unmarked(let mark):
            try run("DELETE FROM marked_day WHERE academic_year_id = \(change.id) AND day = \(mark.day)")
        }
    }

    private func insert(_ year: AcademicYear, _ change: YearChange) throws {
        let saved = try run(
            """
            INSERT INTO academic_year (id, starts_in, version) VALUES (\(change.id), \(change.startsIn), 1)
            ON CONFLICT (starts_in) DO NOTHING
            """)
        guard saved == 1 else { throw Refusal.conflict("\(year.name) is in the calendar already.") }
        for half in year.halfTerms {
            try run(
                """
                INSERT INTO half_term (academic_year_id, number, season, name, first_day, last_day)
                VALUES (\(change.id), \(half.number), \(half.season), \(half.name), \(half.first), \(half.last))
                """)
        }
        for mark in year.marks { try insert(mark, change) }
    }

    private func move(_ half: HalfTerm, _ change: YearChange) throws {
        try run(
            """
            UPDATE half_term SET name = \(half.name), first_day = \(half.first), last_day = \(half.last)
            WHERE academic_year_id = \(change.id) AND number = \(half.number)
            """)
    }

    private func insert(_ mark: MarkedDay, _ change: YearChange) throws {
        try run(
            """
            INSERT INTO marked_day (academic_year_id, day, kind, name)
            VALUES (\(change.id), \(mark.day), \(mark.kind), \(mark.name))
            """)
    }
}
