package import Database
package import Kernel

extension Season: Bindable, Readable {}
extension MarkedDay.Kind: Bindable, Readable {}

extension Reading {
    /// The trust's calendar: every year, in two queries.
    package func calendar() throws -> SchoolCalendar {
        let halfTerms = try rows(
            """
            SELECT y.starts_in, h.number, h.season, h.name, h.first_day, h.last_day
            FROM academic_year y JOIN half_term h ON h.academic_year_id = y.id
            ORDER BY y.starts_in, h.number
            """, dated)
        let marks = try rows(
            """
            SELECT y.starts_in, m.day, m.kind, m.name
            FROM academic_year y JOIN marked_day m ON m.academic_year_id = y.id
            """, marked)
        return try SchoolCalendar(years(halfTerms, marks))
    }

    /// The calendar that one school keeps: the trust's with the school's own dates in their places, in two queries.
    package func calendar(of school: SchoolID) throws -> SchoolCalendar {
        let halfTerms = try rows(
            """
            SELECT y.starts_in, h.number, h.season, h.name,
                   COALESCE(o.first_day, h.first_day), COALESCE(o.last_day, h.last_day)
            FROM academic_year y JOIN half_term h ON h.academic_year_id = y.id
            LEFT JOIN own_half_term o
                   ON o.academic_year_id = y.id AND o.number = h.number AND o.school_id = \(school)
            ORDER BY y.starts_in, h.number
            """, dated)
        let marks = try rows(
            """
            SELECT y.starts_in, m.day, m.kind, m.name
            FROM academic_year y JOIN marked_day m ON m.academic_year_id = y.id
            WHERE NOT EXISTS (SELECT 1 FROM own_marked_day o
                              WHERE o.school_id = \(school) AND o.academic_year_id = y.id AND o.day = m.day)
            UNION ALL
            SELECT y.starts_in, o.day, o.kind, o.name
            FROM academic_year y JOIN own_marked_day o ON o.academic_year_id = y.id
            WHERE o.school_id = \(school)
            """, marked)
        return try SchoolCalendar(years(halfTerms, marks))
    }
}

/// Each with the year that it belongs to.
private typealias Dated = (startsIn: Int, halfTerm: HalfTerm)
private typealias Marked = (startsIn: Int, mark: MarkedDay)

private func dated(_ row: borrowing Row) throws -> Dated {
    (try row[0], HalfTerm(try row[1], try row[2], try row[3], try row[4], try row[5]))
}

private func marked(_ row: borrowing Row) throws -> Marked {
    (try row[0], MarkedDay(try row[1], try row[2], try row[3]))
}

private func years(_ halfTerms: [Dated], _ marks: [Marked]) throws -> [AcademicYear] {
    let marksOfYear = Dictionary(grouping: marks, by: \.startsIn)
    return try Dictionary(grouping: halfTerms, by: \.startsIn).map { startsIn, own in
        try AcademicYear(
            startsIn: startsIn, halfTerms: own.map(\.halfTerm),
            marks: (marksOfYear[startsIn] ?? []).map(\.mark))
    }
}
