import Database
package import EvaluationRules
package import Evaluations
package import Kernel
import PlanRules
package import ToolRules

/// A statement as a plan shows it: in its own words, with what was agreed about it.
package struct SourceStatement: Hashable, Sendable {
    package let evaluation: ID<Evaluation>
    package let item: ItemID
    package let toolName: String
    /// Such as `2.3 b`.
    package let number: String
    package let text: String
    /// nil while the evaluation is open again: nothing of it counts before both put their names to it anew.
    package let agreed: Agreed?
    /// How it stands since, when a later round of the plan's place judged it; nil while there was none.
    package var since: Agreed?

    /// What stands in place of a level that does not count at present.
    package static let reopened = "being agreed anew"

    package struct Agreed: Hashable, Sendable {
        /// nil where it was left until next time.
        package let level: AgreedLevel?
        package let day: Day
    }
}

extension Reading {
    /// What was agreed about the picked statements of a finished evaluation, in the order of the tool. Nothing of what
    /// this person may not see.
    func agreedStatements(_ picked: PickedStatements, seenBy visible: Visible) throws -> [SourceStatement] {
        try agreedStatements(of: picked.evaluation, items: picked.items, seenBy: visible).map { agreed in
            SourceStatement(
                evaluation: agreed.evaluation, item: agreed.item, toolName: agreed.toolName, number: agreed.number,
                text: agreed.text, agreed: SourceStatement.Agreed(level: agreed.level, day: agreed.agreedOn))
        }
    }

    /// The statements that each priority of a plan was drawn from, with how they stand since, in two queries. Nothing of
    /// what this person may not see: a plan is read by more people than the judgements that it was drawn from.
    func sources(of plan: Plan, seenBy visible: Visible) throws -> [PriorityID: [SourceStatement]] {
        let drawn = try drawnStatements(of: plan.id, seenBy: visible)
        let since = try movement(
            of: Set(drawn.map(\.statement.item)).sorted(), at: plan.place, seenBy: visible)
        let told = drawn.map { priority, statement in
            var statement = statement
            if let now = since[statement.item]?.now, now.evaluation != statement.evaluation, let day = now.agreedOn,
                statement.agreed.map({ day >= $0.day }) ?? true
            {
                statement.since = SourceStatement.Agreed(level: now.level, day: day)
            }
            return (priority: priority, statement: statement)
        }
        return Dictionary(grouping: told, by: \.priority).mapValues { $0.map(\.statement) }
    }

    private func drawnStatements(
        of plan: PlanID, seenBy visible: Visible
    ) throws -> [(priority: PriorityID, statement: SourceStatement)] {
        try rows(
            """
            SELECT r.id, e.id, i.id, v.name, i.number, i.text, a.agreed_at, a.level, l.name, v.level_count
            FROM plan_priority r
            JOIN priority_source q ON q.priority_id = r.id
            JOIN evaluation e ON e.id = q.evaluation_id
            JOIN tool_item i ON i.id = q.item_id
            JOIN tool_version v ON v.id = e.version_id
            LEFT JOIN evaluation_total t ON t.evaluation_id = e.id
            LEFT JOIN agreement a ON a.evaluation_id = t.evaluation_id AND a.item_id = i.id
            LEFT JOIN tool_level l ON l.version_id = v.id AND l.number = a.level
            WHERE r.plan_id = \(plan) AND r.removed_at IS NULL
              AND \(visible.part(of: "e.school_id", department: "e.department_id"))
            ORDER BY v.name, i.position
            """
        ) { row in
            let (at, level): (Instant?, AgreedLevel?) = (try row[6], try AgreedLevel.read(row, 7))
            return (
                try row[0],
                SourceStatement(
                    evaluation: try row[1], item: try row[2], toolName: try row[3], number: try row[4],
                    text: try row[5], agreed: at.map { SourceStatement.Agreed(level: level, day: $0.day) })
            )
        }
    }
}
