package import Database
import EvaluationRules
package import Kernel
package import SchoolRules
import Schools

/// Which schools the map shows; nil asks for nothing.
package struct MapChoice: Hashable, Sendable {
    /// A phase, or the provision of a school that is not mainstream: `primary`, `special`.
    package var kind: String?
    /// A category's key.
    package var category: String?
    /// A local authority's code.
    package var authority: String?

    package init(kind: String? = nil, category: String? = nil, authority: String? = nil) {
        (self.kind, self.category, self.authority) = (kind, category, authority)
    }

    /// Over the columns of `sketch`.
    fileprivate var condition: SQL {
        let wanted: [SQL?] = [
            kind.map { "kind = \($0)" }, category.map { "category = \($0)" },
            authority.map { "authority_code = \($0)" },
        ]
        return SQL.joined(["1 = 1"] + wanted.compactMap(\.self), by: " AND ")
    }
}

/// A row of the map, or, when it is not shown, a school that the filters could be set to.
package struct MapSchool: Hashable, Sendable {
    package let id: SchoolID
    package let facts: SchoolFacts
    /// What `MapChoice.kind` means by this school's; empty where neither register nor ages tell a phase.
    package let kind: String
    package let category: SchoolCategory?
    package let isShown: Bool
    /// By area; areas in which nothing was ever opened are missing.
    package var totals: [String: SchoolAreaTotal] = [:]
}

/// The trust's map as one person may see it.
package struct TrustMap: Sendable {
    /// By name.
    package let schools: [MapSchool]
    package let words: AreaWords
    package let today: Day
}

/// Reads the map in two queries, whatever was judged.
package func readTrustMap(
    _ choice: MapChoice, for actor: Actor, in database: any Database
) async throws -> TrustMap {
    try await database.read { tx in
        let schools = try tx.mapSchools(choice, actor.visible(on: tx.today))
        return TrustMap(schools: schools, words: try tx.areaWords(), today: tx.today)
    }
}

extension Reading {
    /// Schools of the trust, by name, that a post reaches as a whole; totals come with those that `choice` shows.
    fileprivate func mapSchools(_ choice: MapChoice, _ visible: Visible) throws -> [MapSchool] {
        var schools: [MapSchool] = []
        try each(
            """
            WITH sketch AS (
                SELECT s.id, s.urn, s.name, s.provision, s.phase, s.type, s.authority_code, s.authority,
                       CASE WHEN s.provision = 'mainstream' THEN COALESCE(s.phase, '') ELSE s.provision END AS kind,
                       (SELECT p.category FROM category_placing p
                        WHERE p.school_id = s.id AND p.from_day <= \(visible.day)
                        ORDER BY p.from_day DESC, p.id DESC LIMIT 1) AS category
                FROM school s
                WHERE s.left_on IS NULL AND s.status <> 'closed' AND \(visible.part(of: "s.id", department: "NULL"))
            ), chosen AS (
                SELECT sketch.*, CASE WHEN \(choice.condition) THEN 1 ELSE 0 END AS shown FROM sketch
            )
            SELECT h.id, h.urn, h.name, h.provision, h.phase, h.type, h.authority_code, h.authority, h.kind, c.code,
                   c.name, c.concern, h.shown, \(SchoolAreaTotal.columns)
            FROM chosen h
            LEFT JOIN category c ON c.code = h.category
            LEFT JOIN school_area a ON a.school_id = h.id AND h.shown = 1
            ORDER BY h.id
            """
        ) { row in
            let id: SchoolID = try row[0]
            if schools.last?.id != id { schools.append(try MapSchool.read(row)) }
            if let area: String = try row[13] {
                schools[schools.count - 1].totals[area] = try SchoolAreaTotal.read(row, 13)
            }
        }
        return schools.sorted { ($0.facts.name, $0.facts.urn) < ($1.facts.name, $1.facts.urn) }
    }
}

extension MapSchool {
    fileprivate static func read(_ row: borrowing Row) throws -> MapSchool {
        var facts = SchoolFacts(urn: try row[1], name: try row[2])
        (facts.provision, facts.phase, facts.type) = (try row[3], try row[4], try row[5])
        (facts.authorityCode, facts.authority) = (try row[6], try row[7])
        var category: SchoolCategory?
        if let key: String = try row[9] {
            category = SchoolCategory(key: key, name: try row[10], concern: try row[11])
        }
        let shown: Int = try row[12]
        return MapSchool(id: try row[0], facts: facts, kind: try row[8], category: category, isShown: shown == 1)
    }
}
