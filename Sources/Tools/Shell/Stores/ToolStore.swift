import Database
import Kernel
import ToolRules

extension Transaction {
    /// Writes a version with its levels, aspects, items and where they come from.
    /// - Parameter follows: the version that its map speaks of, nil when it has none.
    func save(_ edition: Catalogue.Edition, following follows: PublishedTool?) throws {
        let (tool, version) = (edition.published, edition.version)
        let judgedFor = JudgedFor.allCases.filter(version.judgedFor.contains).map(\.rawValue).joined(
            separator: " ")
        try run(
            """
            INSERT INTO tool_version (id, tool, version, name, area, purpose, judged_for, licence, judged_items,
                                      level_count, follows_id, content, hash, published_at)
            VALUES (\(tool.id), \(version.tool), \(version.version), \(version.name), \(version.area),
                    \(version.purpose), \(judgedFor), \(version.licence), \(version.judgedItems.count),
                    \(version.scale.count), \(follows?.id), \(edition.content), \(tool.hash), \(moment))
            """)
        try saveLevels(of: tool)
        try saveAspects(of: tool)
        try saveItems(of: tool)
        if let follows { try saveOrigins(of: tool, from: follows) }
    }

    private func saveLevels(of tool: PublishedTool) throws {
        let levels = tool.version.scale.levels.map { level -> SQL in
            "(\(tool.id), \(level.order), \(level.key), \(level.name), \(level.means))"
        }
        try run(
            "INSERT INTO tool_level (version_id, number, key, name, means) VALUES \(SQL.joined(levels))")
    }

    private func saveAspects(of tool: PublishedTool) throws {
        let aspects = tool.version.aspects.map { aspect -> SQL in
            "(\(tool.id(of: aspect.key)), \(tool.id), \(aspect.order), \(aspect.key), \(aspect.name))"
        }
        try run(
            "INSERT INTO tool_aspect (id, version_id, number, key, name) VALUES \(SQL.joined(aspects))")
    }

    private func saveItems(of tool: PublishedTool) throws {
        let items = tool.itemRows.enumerated().map { index, row -> SQL in
            """
            (\(row.id), \(tool.id), \(row.aspect), \(row.parent), \(index + 1), \(row.number), \(row.key), \(row.text),
             \(row.judgedOrder))
            """
        }
        try run(
            """
            INSERT INTO tool_item (id, version_id, aspect_id, parent_id, position, number, key, text, judged_order)
            VALUES \(SQL.joined(items))
            """)
    }

    private func saveOrigins(of tool: PublishedTool, from old: PublishedTool) throws {
        guard let map = tool.version.map else { return }
        let origins = tool.itemRows.flatMap { row -> [SQL] in
            let origin = map.origin(of: row.key)
            return origin.items.map {
                "(\(row.id), \(PublishedTool.itemID($0, hash: old.hash)), \(origin.kind))"
            }
        }
        if origins.isEmpty { return }
        try run("INSERT INTO tool_item_origin (item_id, origin_id, kind) VALUES \(SQL.joined(origins))")
    }
}

private struct ItemRow {
    let id: ItemID
    let aspect: AspectID?
    let parent: ItemID?
    let number: String
    let key: ItemKey
    let text: String
    let judgedOrder: Int?
}

extension PublishedTool {
    /// Statements and parts in the order of reading, a statement before its parts.
    fileprivate var itemRows: [ItemRow] {
        version.aspects.flatMap { aspect in
            aspect.statements.flatMap { statement in
                let parent = Self.itemID(statement.key, hash: hash)
                return [row(statement.key, statement.number, statement.text, aspect, under: nil)]
                    + statement.parts.map { row($0.key, $0.number, $0.text, aspect, under: parent) }
            }
        }
    }

    private func row(
        _ key: ItemKey, _ number: String, _ text: String, _ aspect: Aspect, under parent: ItemID?
    ) -> ItemRow {
        ItemRow(
            id: Self.itemID(key, hash: hash), aspect: id(of: aspect.key), parent: parent, number: number,
            key: key,
            text: text, judgedOrder: version.item(key)?.order)
    }
}
