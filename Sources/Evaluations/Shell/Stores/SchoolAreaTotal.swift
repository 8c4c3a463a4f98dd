import Database
package import EvaluationRules
package import Kernel

/// What one area of one school comes to: the newest finished evaluation of each tool and place added up, and how many
/// are open. Kept at the save by `AreaTotals`; no page adds up judgements.
package struct SchoolAreaTotal: Hashable, Sendable {
    package let area: String
    package let tally: Tally
    /// From the day on which the oldest of them was agreed to that of the newest; nil while none is finished.
    package let agreed: ClosedRange<Day>?
    package let open: Int

    /// The columns that `read` wants, of `school_area a`.
    static let columns: SQL = """
        a.area, a.levels, a.level_1, a.level_2, a.level_3, a.level_4, a.level_5, a.level_6, a.level_7, a.left_count,
        a.not_judged, a.oldest_on, a.newest_on, a.open
        """

    /// - Parameter column: where `columns` begin in the row.
    static func read(_ row: borrowing Row, _ column: Int = 0) throws -> SchoolAreaTotal {
        let levels: Int = try row[column + 1]
        var counts: [Int] = []
        for level in 0..<levels { counts.append(try row[column + 2 + level]) }
        let (oldest, newest): (Day?, Day?) = (try row[column + 11], try row[column + 12])
        var agreed: ClosedRange<Day>?
        if let oldest, let newest { agreed = oldest...newest }
        return SchoolAreaTotal(
            area: try row[column],
            tally: Tally(counts: counts, left: try row[column + 9], notJudged: try row[column + 10]),
            agreed: agreed, open: try row[column + 13])
    }
}

extension Reading {
    /// The totals of a school, for those who may see the whole of it; nobody else gets a row.
    func areaTotals(of school: SchoolID, _ visible: Visible) throws -> [SchoolAreaTotal] {
        try rows(
            """
            SELECT \(SchoolAreaTotal.columns) FROM school_area a
            WHERE a.school_id = \(school) AND \(visible.part(of: "a.school_id", department: "NULL"))
            """
        ) { try SchoolAreaTotal.read($0) }
    }
}
