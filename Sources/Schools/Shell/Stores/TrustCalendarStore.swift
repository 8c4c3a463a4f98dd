package import Database
package import Kernel
package import SchoolRules

/// Whose own dates are wanted beside the trust's years.
package enum OwnDates: Sendable {
    case nobodys
    case of(SchoolID)
    case everySchools
}

extension Reading {
    /// The years as they are kept, with their versions, and what schools keep differently: four queries whatever the
    /// number of years and schools, two with nobody's own dates.
    package func trustCalendar(with own: OwnDates) throws -> TrustCalendar {
        let marks = try rows(
            """
            SELECT y.id, m.day, m.kind, m.name
            FROM academic_year y JOIN marked_day m ON m.academic_year_id = y.id
            """
        ) { (year: try $0[0] as AcademicYearID, mark: MarkedDay(try $0[1], try $0[2], try $0[3])) }
        let marksOfYear = Dictionary(grouping: marks, by: \.year)
        let years = try Dictionary(grouping: keptHalfTerms(), by: \.id).map { id, kept in
            let year = try AcademicYear(
                startsIn: kept[0].startsIn, halfTerms: kept.map(\.halfTerm),
                marks: (marksOfYear[id] ?? []).map(\.mark))
            return TrustYear(id: id, version: kept[0].version, year: year)
        }
        return TrustCalendar(years: years, own: try ownYears(own))
    }

    /// What schools keep, for those that keep anything.
    private func ownYears(_ own: OwnDates) throws -> [OwnYear] {
        guard let condition = own.condition else { return [] }
        let marks = try rows(
            """
            SELECT o.school_id, o.academic_year_id, o.day, o.kind, o.name
            FROM own_marked_day o WHERE \(condition) ORDER BY o.day
            """
        ) { (key: OwnKey(try $0[0], try $0[1]), mark: MarkedDay(try $0[2], try $0[3], try $0[4])) }
        let marksOfYear = Dictionary(grouping: marks, by: \.key)
        return Dictionary(grouping: try ownHalfTerms(condition), by: \.key).map { key, kept in
            OwnYear(
                school: key.school, schoolName: kept[0].name, version: kept[0].version,
                exceptions: SchoolExceptions(
                    startsIn: kept[0].startsIn, halfTerms: kept.compactMap(\.halfTerm),
                    marks: (marksOfYear[key] ?? []).map(\.mark)))
        }
    }

    private func keptHalfTerms() throws -> [KeptHalfTerm] {
        try rows(
            """
            SELECT y.id, y.version, y.starts_in, h.number, h.season, h.name, h.first_day, h.last_day
            FROM academic_year y JOIN half_term h ON h.academic_year_id = y.id
            ORDER BY y.starts_in, h.number
            """
        ) { row in
            KeptHalfTerm(
                id: try row[0], version: try row[1], startsIn: try row[2],
                halfTerm: HalfTerm(try row[3], try row[4], try row[5], try row[6], try row[7]))
        }
    }

    /// One row for a school that keeps only days, with no half term in it.
    private func ownHalfTerms(_ condition: SQL) throws -> [OwnHalfTerm] {
        try rows(
            """
            SELECT o.school_id, o.academic_year_id, s.name, o.version, y.starts_in, k.number, h.season, h.name,
                   k.first_day, k.last_day
            FROM own_year o
            JOIN school s ON s.id = o.school_id
            JOIN academic_year y ON y.id = o.academic_year_id
            LEFT JOIN own_half_term k ON k.school_id = o.school_id AND k.academic_year_id = o.academic_year_id
            LEFT JOIN half_term h ON h.academic_year_id = k.academic_year_id AND h.number = k.number
            WHERE \(condition) ORDER BY k.number
            """
        ) { row in
            let number: Int? = try row[5]
            return OwnHalfTerm(
                key: OwnKey(try row[0], try row[1]), name: try row[2], version: try row[3],
                startsIn: try row[4],
                halfTerm: try number.map { HalfTerm($0, try row[6], try row[7], try row[8], try row[9]) })
        }
    }
}

extension OwnDates {
    /// Holds a table named `o` to the school; nil when nothing is wanted.
    fileprivate var condition: SQL? {
        switch self {
        case .nobodys: nil
        case .of(let school): "o.school_id = \(school)"
        case .everySchools: "1 = 1"
        }
    }
}

private struct KeptHalfTerm {
    let id: AcademicYearID
    let version: Int
    let startsIn: Int
    let halfTerm: HalfTerm
}

private struct OwnKey: Hashable {
    let school: SchoolID
    let year: AcademicYearID

    init(_ school: SchoolID, _ year: AcademicYearID) { (self.school, self.year) = (school, year) }
}

private struct OwnHalfTerm {
    let key: OwnKey
    let name: String
    let version: Int
    let startsIn: Int
    let halfTerm: HalfTerm?
}
