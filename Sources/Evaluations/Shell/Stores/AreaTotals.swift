import Database
import EvaluationRules
import Kernel

// What the heat map and the school page read. Kept in the transaction that opens, finishes or reopens an evaluation,
// so that no page ever adds up judgements.
extension Transaction {
    /// Counts one more evaluation as open in its area.
    func countOpened(_ evaluation: ID<Evaluation>, school: SchoolID?, area: String, levels: Int) throws {
        try run(
            """
            INSERT INTO school_area (school_id, area, levels, level_1, level_2, level_3, level_4, level_5, level_6,
                                     level_7, left_count, not_judged, finished, open)
            VALUES (\(school), \(area), \(levels), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)
            ON CONFLICT (school_id, area) DO UPDATE SET open = school_area.open + 1
            """)
    }

    /// Writes what a finished evaluation comes to and adds its area up again.
    func keepTotal(_ tally: Tally, of evaluation: Evaluation, area: String) throws {
        let counts = (0..<7).map { $0 < tally.counts.count ? tally.counts[$0] : 0 }
        try run(
            """
            INSERT INTO evaluation_total (evaluation_id, school_id, area, levels, level_1, level_2, level_3, level_4,
                                          level_5, level_6, level_7, left_count, not_judged, agreed_on)
            VALUES (\(evaluation.id), \(evaluation.place.school), \(area), \(tally.counts.count), \(counts[0]),
                    \(counts[1]), \(counts[2]), \(counts[3]), \(counts[4]), \(counts[5]), \(counts[6]), \(tally.left),
                    \(tally.notJudged), \(today))
            """)
        try run("DELETE FROM evaluation_open WHERE evaluation_id = \(evaluation.id)")
        try addUp(evaluation.place.school, area, open: -1)
    }

    /// A reopened evaluation does not count until it is agreed again.
    func dropTotal(of evaluation: Evaluation, area: String) throws {
        try run("DELETE FROM evaluation_total WHERE evaluation_id = \(evaluation.id)")
        try keepOpen(evaluation.id, at: evaluation.place)
        try addUp(evaluation.place.school, area, open: 1)
    }

    /// What waits for somebody is found among these.
    func keepOpen(_ evaluation: ID<Evaluation>, at place: Place) throws {
        try run(
            """
            INSERT INTO evaluation_open (evaluation_id, school_id, department_id)
            VALUES (\(evaluation), \(place.school), \(place.department))
            """)
    }

    /// Adds up the newest finished evaluation of each tool and place in one area of one school.
    private func addUp(_ school: SchoolID?, _ area: String, open: Int) throws {
        try run(
            """
            UPDATE school_area
            SET open = open + \(open), levels = COALESCE(s.levels, school_area.levels), level_1 = s.l1, level_2 = s.l2,
                level_3 = s.l3, level_4 = s.l4, level_5 = s.l5, level_6 = s.l6, level_7 = s.l7, left_count = s.lc,
                not_judged = s.nj, oldest_on = s.oldest, newest_on = s.newest, finished = s.n
            FROM (SELECT MAX(levels) AS levels, COALESCE(SUM(level_1), 0) AS l1, COALESCE(SUM(level_2), 0) AS l2,
                         COALESCE(SUM(level_3), 0) AS l3, COALESCE(SUM(level_4), 0) AS l4,
                         COALESCE(SUM(level_5), 0) AS l5, COALESCE(SUM(level_6), 0) AS l6,
                         COALESCE(SUM(level_7), 0) AS l7, COALESCE(SUM(left_count), 0) AS lc,
                         COALESCE(SUM(not_judged), 0) AS nj, MIN(agreed_on) AS oldest, MAX(agreed_on) AS newest,
                         COUNT(*) AS n
                  FROM (SELECT t.*, ROW_NUMBER() OVER (
                               PARTITION BY e.tool, COALESCE(e.department_id, '')
                               ORDER BY e.window_first DESC) AS place
                        FROM evaluation_total t JOIN evaluation e ON e.id = t.evaluation_id
                        WHERE t.school_id = \(school) AND t.area = \(area)) AS newest
                  WHERE newest.place = 1) AS s
            WHERE school_area.school_id = \(school) AND school_area.area = \(area)
            """)
    }
}
