import Database
import EvaluationRules
import Kernel
import ToolRules
import Tools

/// The id of the newest finished evaluation of the same tool at the same place before the evaluation `e`, null where
/// there is none: found by the index of tools, places and windows, so that older rounds cost nothing.
let roundBeforeE: SQL = """
    (SELECT x.id FROM evaluation x
     WHERE x.tool = e.tool AND x.school_id = e.school_id
       AND COALESCE(x.department_id, '') = COALESCE(e.department_id, '') AND x.window_first < e.window_first
       AND EXISTS (SELECT 1 FROM evaluation_total t WHERE t.evaluation_id = x.id)
     ORDER BY x.window_first DESC LIMIT 1)
    """

/// The newest `count` finished evaluations of each of `tools` at one place, as a table in brackets with the columns of
/// `evaluation` and `round`, 1 for the newest. Each is sought in the index of places and windows, so that what came
/// before costs nothing; `CROSS JOIN` because SQLite keeps its order.
///
/// - Parameter tools: a query with the one column `tool`.
func newestRounds(_ count: Int, of tools: SQL, at place: Place) -> SQL {
    let (school, department) = (place.school, place.department?.text ?? "")
    return """
        (SELECT e.*, ROW_NUMBER() OVER (PARTITION BY e.tool ORDER BY e.window_first DESC) AS round
         FROM (SELECT k.tool, COALESCE((
                   SELECT x.window_first FROM evaluation x
                   WHERE x.tool = k.tool AND x.school_id = \(school) AND COALESCE(x.department_id, '') = \(department)
                     AND EXISTS (SELECT 1 FROM evaluation_total t WHERE t.evaluation_id = x.id)
                   ORDER BY x.window_first DESC LIMIT 1 OFFSET \(count - 1)), '') AS since
               FROM (\(tools)) k) p
         CROSS JOIN evaluation e
         WHERE e.tool = p.tool AND e.school_id = \(school) AND COALESCE(e.department_id, '') = \(department)
           AND e.window_first >= p.since AND EXISTS (SELECT 1 FROM evaluation_total t WHERE t.evaluation_id = e.id))
        """
}

extension Reading {
    /// The way back from a version to an older one of the same tool, in one query.
    ///
    /// - Returns: nil when the newer does not follow the older.
    func lineage(from tool: PublishedTool, to old: ToolVersionID) throws -> Lineage? {
        try tool.id == old ? Lineage(newestFirst: []) : lineage(from: tool, to: old, versionsFollowed(of: tool))
    }

    /// Which version of a tool follows which.
    func versionsFollowed(of tool: PublishedTool) throws -> [ToolVersionID: ToolVersionID] {
        let found = try rows(
            "SELECT id, follows_id FROM tool_version WHERE tool = \(tool.version.tool) AND follows_id IS NOT NULL"
        ) { (try $0[0] as ToolVersionID, try $0[1] as ToolVersionID) }
        return Dictionary(uniqueKeysWithValues: found)
    }

    func lineage(
        from tool: PublishedTool, to old: ToolVersionID, _ followed: [ToolVersionID: ToolVersionID]
    ) throws -> Lineage? {
        var (maps, at): ([VersionMap], ToolVersionID) = ([], tool.id)
        while at != old {
            guard let map = try toolShelf.tool(at, in: self)?.version.map, let next = followed[at],
                maps.count < followed.count
            else { return nil }
            maps.append(map)
            at = next
        }
        return Lineage(newestFirst: maps)
    }
}
