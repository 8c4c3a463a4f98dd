import Database
import Kernel

/// What stands at a school, as a table in brackets with the columns of `evaluation`: of each tool and place the newest
/// finished evaluation, and every one of a later window. Each is sought in the index of places and windows, so that what
/// came before costs nothing.
///
/// `CROSS JOIN` because SQLite keeps its order: places and tools first, evaluations by the index after them.
///
/// - Parameter area: nil for all areas.
func standingEvaluations(at school: SchoolID, in area: String? = nil) -> SQL {
    func only(_ column: SQL) -> SQL { area.map { "\(column) = \($0)" } ?? "1 = 1" }
    return """
        (SELECT e.* FROM (
            SELECT s.department, k.tool, COALESCE((
                SELECT x.window_first FROM evaluation x
                WHERE x.tool = k.tool AND x.school_id = \(school) AND COALESCE(x.department_id, '') = s.department
                  AND \(only("x.area")) AND EXISTS (SELECT 1 FROM evaluation_total t WHERE t.evaluation_id = x.id)
                ORDER BY x.window_first DESC LIMIT 1), '') AS since
            FROM (SELECT '' AS department UNION ALL SELECT id FROM department WHERE school_id = \(school)) s
            CROSS JOIN (SELECT DISTINCT tool FROM tool_version WHERE \(only("area"))) k) p
        CROSS JOIN evaluation e
        WHERE e.tool = p.tool AND e.school_id = \(school) AND COALESCE(e.department_id, '') = p.department
          AND e.window_first >= p.since AND \(only("e.area")))
        """
}
