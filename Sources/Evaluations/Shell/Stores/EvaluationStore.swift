import Database
package import EvaluationRules
package import Kernel
import SchoolRules
import Schools
package import ToolRules
import Tools

/// An evaluation as a verb needs it: what the rules decide on, and the version that it pins.
package struct OpenedEvaluation: Sendable {
    package let evaluation: Evaluation
    package let tool: PublishedTool
    package let area: String
}

extension Reading {
    /// - Throws: `Refusal.notFound` when there is none.
    package func evaluation(_ id: ID<Evaluation>) throws -> OpenedEvaluation {
        let found = try first(
            """
            SELECT e.version_id, e.school_id, e.department_id, e.phase, e.has_nursery, e.has_sixth_form, e.area,
                   (SELECT COUNT(*) FROM evaluation_ready r WHERE r.evaluation_id = e.id AND r.side = 'school'),
                   (SELECT COUNT(*) FROM evaluation_ready r WHERE r.evaluation_id = e.id AND r.side = 'liaison'),
                   (SELECT COUNT(*) FROM evaluation_reveal v WHERE v.evaluation_id = e.id),
                   (SELECT COUNT(*) FROM evaluation_signature s WHERE s.evaluation_id = e.id AND s.side = 'school'),
                   (SELECT COUNT(*) FROM evaluation_signature s WHERE s.evaluation_id = e.id AND s.side = 'liaison')
            FROM evaluation e WHERE e.id = \(id)
            """
        ) { row in
            Found(
                version: try row[0], place: try Place.read(row, school: 1, department: 2),
                setting: try Setting.read(row, 3), area: try row[6],
                ready: sides(school: try row[7], liaison: try row[8]), reveals: try row[9],
                signed: sides(school: try row[10], liaison: try row[11]))
        }
        guard let found, let tool = try toolShelf.tool(found.version, in: self) else { throw Refusal.notFound }
        let evaluation = Evaluation(
            id: id, place: found.place, items: tool.itemIDs(for: found.setting), levels: tool.version.scale.count,
            ready: found.ready, isRevealed: found.reveals > 0, signed: found.signed)
        return OpenedEvaluation(evaluation: evaluation, tool: tool, area: found.area)
    }
}

private struct Found {
    let version: ToolVersionID
    let place: Place
    let setting: Setting
    let area: String
    let ready: Set<Side>
    let reveals: Int
    let signed: Set<Side>
}

private func sides(school: Int, liaison: Int) -> Set<Side> {
    Set([school > 0 ? Side.school : nil, liaison > 0 ? Side.liaison : nil].compactMap { $0 })
}

extension Place {
    /// The place in a school's column and a department's, which may be NULL.
    static func read(_ row: borrowing Row, school: Int, department: Int) throws -> Place {
        let schoolID: SchoolID = try row[school]
        let departmentID: DepartmentID? = try row[department]
        return departmentID.map { .department($0, of: schoolID) } ?? .school(schoolID)
    }
}

extension Setting {
    /// From three columns: phase, nursery, sixth form.
    static func read(_ row: borrowing Row, _ column: Int) throws -> Setting {
        let phase = SettingPhase(rawValue: try row.text(column))
        let nursery: Int = try row[column + 1]
        let sixthForm: Int = try row[column + 2]
        return Setting(phase: phase, hasNursery: nursery == 1, hasSixthForm: sixthForm == 1)
    }
}

extension PublishedTool {
    /// The judged statements that apply there, in order.
    package func itemIDs(for setting: Setting) -> [ItemID] {
        appliesEverywhere ? itemIDs : items.filter { $0.item.applies(to: setting) }.map(\.id)
    }
}

extension Reading {
    /// A place as the applicability of statements sees it.
    /// - Returns: nil when there is no such school, or the department is another school's or closed.
    package func setting(of place: Place) throws -> Setting? {
        guard let id = place.school, let school = try school(id) else { return nil }
        if let wanted = place.department {
            guard let department = try department(wanted), department.school == id, department.closed == nil else {
                return nil
            }
        }
        let facts = school.facts
        return Setting(
            phase: facts.provision == .special ? .special : facts.phase.flatMap { SettingPhase(rawValue: $0.rawValue) },
            hasNursery: facts.nursery ?? false, hasSixthForm: facts.teachesSixthForm)
    }
}

extension Transaction {
    /// An evaluation that is about to change. Lets one change of it follow the other: what may be done is decided on its
    /// judgements, agreements and names together, so two that touch different rows could each be right and be wrong together.
    ///
    /// - Throws: `Refusal.notFound` when there is none.
    package func evaluationToChange(_ id: ID<Evaluation>) throws -> OpenedEvaluation {
        try run("UPDATE evaluation SET statements = statements WHERE id = \(id)")
        return try evaluation(id)
    }

    package func save(_ change: EvaluationOpened, area: String, tool: ToolKey, by person: PersonID) throws {
        try run(
            """
            INSERT INTO evaluation (id, version_id, tool, area, school_id, department_id, phase, has_nursery,
                                    has_sixth_form, statements, window_name, window_first, window_last, opened_at,
                                    opened_by)
            VALUES (\(change.evaluation), \(change.version), \(tool.text), \(area), \(change.place.school),
                    \(change.place.department), \(change.setting.phase?.rawValue ?? ""),
                    \(change.setting.parts.contains(.nursery) ? 1 : 0), \(change.setting.parts.contains(.sixthForm) ? 1 : 0),
                    \(change.statements), \(change.window.name), \(change.window.first), \(change.window.last),
                    \(moment), \(person))
            """)
        try keepOpen(change.evaluation, at: change.place)
        for side in Side.allCases {
            try run(
                """
                INSERT INTO evaluation_progress (evaluation_id, side, judged, left_count, without_reason, saves)
                VALUES (\(change.evaluation), \(side), 0, 0, 0, 0)
                """)
        }
    }

    package func save(_ change: ReadinessDeclared, by person: PersonID) throws {
        if change.isReady {
            try run(
                """
                INSERT INTO evaluation_ready (evaluation_id, side, person_id, happened_at)
                VALUES (\(change.evaluation), \(change.side), \(person), \(moment))
                ON CONFLICT (evaluation_id, side) DO NOTHING
                """)
        } else {
            try run(
                "DELETE FROM evaluation_ready WHERE evaluation_id = \(change.evaluation) AND side = \(change.side)")
        }
    }

    package func save(_ change: JudgementsRevealed, by person: PersonID) throws {
        try run(
            """
            INSERT INTO evaluation_reveal (evaluation_id, judged_version, person_id, happened_at)
            VALUES (\(change.evaluation), \(change.judgedVersion), \(person), \(moment))
            """)
        if change.agreed.isEmpty { return }
        let rows = change.agreed.map { item, verdict -> SQL in
            """
            (\(change.evaluation), \(item), \(Verdict?.some(verdict).word), \(verdict.level),
             \(Agreement.Basis.equal), '', 1, \(person), \(moment))
            """
        }
        try run(
            """
            INSERT INTO agreement (evaluation_id, item_id, verdict, level, basis, words, version, agreed_by, agreed_at)
            VALUES \(SQL.joined(rows))
            """)
    }

    package func save(_ change: EvaluationSigned, by person: PersonID) throws {
        try run(
            """
            INSERT INTO evaluation_signature (evaluation_id, side, agreed_version, person_id, happened_at)
            VALUES (\(change.evaluation), \(change.side), \(change.agreedVersion), \(person), \(moment))
            """)
    }

    package func save(_ change: EvaluationReopened, by person: PersonID) throws {
        let id: ID<EvaluationReopened> = newID()
        try run(
            """
            INSERT INTO evaluation_reopening (id, evaluation_id, person_id, happened_at, reason)
            VALUES (\(id), \(change.evaluation), \(person), \(moment), \(change.reason))
            """)
        try voidSignatures(of: change.evaluation)
    }

    func voidSignatures(of evaluation: ID<Evaluation>) throws {
        try run("DELETE FROM evaluation_signature WHERE evaluation_id = \(evaluation)")
    }
}
