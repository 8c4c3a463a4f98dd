package import Database
import EvaluationRules
package import Kernel
import SchoolRules
import Schools
import ToolRules
import Tools

/// Reads an area's page in six queries, whatever was judged, and one more for each tool version that is not on the
/// shelf.
///
/// - Throws: `notFound` to strangers and for an area that no installed tool judges.
package func readArea(
    slug: String, of id: SchoolID, for actor: Actor, in database: any Database
) async throws -> SeenArea {
    try await database.read { tx in
        let words = try tx.areaWords()
        let school = try tx.school(id, seenBy: actor)
        guard let area = words.area(slug: slug) else { throw Refusal.notFound }
        let visible = actor.visible(on: tx.today)
        let found = try tx.evaluations(in: area, of: id, visible)
        let agreements = try tx.agreements(in: area, of: id, visible)
        return SeenArea(
            school: id, schoolName: school.name, area: area,
            total: try tx.areaTotals(of: id, visible).first { $0.area == area }, words: words,
            agreed: try found.compactMap { try $0.agreed(agreements[$0.line.id] ?? [:], in: tx) },
            open: found.compactMap(\.open), mayOpenAt: school.isCurrent ? placeToOpen(actor, id) : nil, today: tx.today)
    }
}

private func placeToOpen(_ actor: Actor, _ school: SchoolID) -> Place? {
    let places = [Place.school(school)] + actor.posts.map(\.place).filter { $0.school == school }
    return places.first { (try? MayOpenEvaluation(actor, at: $0)) != nil }
}

/// A row of the area; agreed when it has a day.
private struct FoundEvaluation {
    let line: AreaLine
    let version: ToolVersionID
    let setting: Setting
    let isRevealed: Bool
    let agreedOn: Day?

    var open: OpenEvaluation? {
        agreedOn == nil ? OpenEvaluation(line: line, stage: isRevealed ? .agreeing : .judging) : nil
    }

    func agreed(_ agreements: [ItemID: Agreement], in reading: Reading) throws -> AgreedEvaluation? {
        guard let agreedOn, let tool = try toolShelf.tool(version, in: reading) else { return nil }
        let items = Dictionary(grouping: tool.items.filter { $0.item.applies(to: setting) }, by: \.item.aspect)
        let aspects = tool.version.aspects.compactMap { aspect in
            items[aspect.key].map { items in
                AgreedAspect(
                    name: aspect.name,
                    statements: items.map {
                        AreaStatement(
                            item: $0.id, number: $0.item.number, text: $0.item.text, agreement: agreements[$0.id])
                    })
            }
        }
        return AgreedEvaluation(
            line: line, agreedOn: agreedOn, words: tool.version.scale.levels.map(\.name), aspects: aspects)
    }
}

extension Reading {
    fileprivate func evaluations(in area: String, of school: SchoolID, _ visible: Visible) throws -> [FoundEvaluation] {
        try rows(
            """
            SELECT n.id, v.name, d.name, n.window_name, n.window_first, n.window_last, n.version_id, n.phase,
                   n.has_nursery, n.has_sixth_form, r.happened_at, t.agreed_on
            FROM \(standingEvaluations(at: school, in: area)) n
            JOIN tool_version v ON v.id = n.version_id
            LEFT JOIN department d ON d.id = n.department_id
            LEFT JOIN evaluation_reveal r ON r.evaluation_id = n.id
            LEFT JOIN evaluation_total t ON t.evaluation_id = n.id
            WHERE \(visible.part(of: "n.school_id", department: "n.department_id"))
            ORDER BY CASE WHEN d.id IS NULL THEN 0 ELSE 1 END, lower(d.name), v.name, n.window_first
            """
        ) { row in
            let revealed: Instant? = try row[10]
            return FoundEvaluation(
                line: AreaLine(
                    id: try row[0], toolName: try row[1], departmentName: try row[2],
                    window: Window(try row[3], try row[4], try row[5])),
                version: try row[6], setting: try Setting.read(row, 7), isRevealed: revealed != nil,
                agreedOn: try row[11])
        }
    }

    /// What was agreed in the finished ones, by evaluation and statement.
    fileprivate func agreements(
        in area: String, of school: SchoolID, _ visible: Visible
    ) throws -> [ID<Evaluation>: [ItemID: Agreement]] {
        var found: [ID<Evaluation>: [ItemID: Agreement]] = [:]
        try each(
            """
            SELECT a.evaluation_id, a.item_id, a.verdict, a.level, a.basis, a.words, a.version, p.name, a.agreed_at
            FROM \(standingEvaluations(at: school, in: area)) n
            JOIN evaluation_total t ON t.evaluation_id = n.id
            JOIN agreement a ON a.evaluation_id = n.id
            JOIN person p ON p.id = a.agreed_by
            WHERE \(visible.part(of: "n.school_id", department: "n.department_id"))
            """
        ) { row in
            guard let verdict = try Verdict.read(row, 2) else {
                throw DatabaseError.unreadable(column: 2, as: "verdict")
            }
            let item: ItemID = try row[1]
            found[try row[0], default: [:]][item] = Agreement(
                item: item, verdict: verdict, basis: try row[4], words: try row[5], version: try row[6],
                by: try row[7], at: try row[8])
        }
        return found
    }
}
