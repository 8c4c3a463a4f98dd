package import Database
package import ToolRules

/// A published version in a list.
package struct ToolVersionRow: Hashable, Sendable {
    package let id: ToolVersionID
    package let tool: ToolKey
    package let version: VersionName
    package let name: String
    package let area: String
    package let purpose: String
    package let judgedFor: Set<JudgedFor>
    package let judgedItems: Int
    package let hash: String

    package init(
        id: ToolVersionID, tool: ToolKey, version: VersionName, name: String, area: String, purpose: String,
        judgedFor: Set<JudgedFor>, judgedItems: Int, hash: String
    ) {
        (self.id, self.tool, self.version, self.name, self.area) = (id, tool, version, name, area)
        (self.purpose, self.judgedFor, self.judgedItems, self.hash) = (purpose, judgedFor, judgedItems, hash)
    }
}

extension Reading {
    /// By area and name; within a tool, newest first.
    package func toolVersions() throws -> [ToolVersionRow] {
        try rows(
            """
            SELECT id, tool, version, name, area, purpose, judged_for, judged_items, hash
            FROM tool_version ORDER BY area, name, tool
            """
        ) { row in
            ToolVersionRow(
                id: try row[0], tool: try row[1], version: try row[2], name: try row[3], area: try row[4],
                purpose: try row[5],
                judgedFor: Set(
                    (try row[6] as String).split(separator: " ").compactMap {
                        JudgedFor(rawValue: String($0))
                    }), judgedItems: try row[7], hash: try row[8])
        }.newestFirstWithinTools
    }

    /// The newest version of each tool, by area and name.
    package func newestToolVersions() throws -> [ToolVersionRow] {
        var seen: Set<ToolKey> = []
        return try toolVersions().filter { seen.insert($0.tool).inserted }
    }

    /// - Returns: nil when there is no such version.
    package func toolVersionID(_ tool: ToolKey, _ version: VersionName) throws -> ToolVersionID? {
        try first("SELECT id FROM tool_version WHERE tool = \(tool) AND version = \(version)") {
            try $0[0]
        }
    }

    /// The file as it was published.
    package func toolContent(_ id: ToolVersionID) throws -> String? {
        try first("SELECT content FROM tool_version WHERE id = \(id)") { try $0[0] }
    }

    /// Reads the whole version; `ToolShelf` keeps what was read.
    package func publishedTool(_ id: ToolVersionID) throws -> PublishedTool? {
        let sources = try first("SELECT tool, version, content FROM tool_version WHERE id = \(id)") {
            row in
            (
                tool: try row[0] as ToolKey, version: try row[1] as VersionName,
                content: try row[2] as String
            )
        }
        return try sources.map { try .reading($0.content, tool: $0.tool, version: $0.version) }
    }
}

extension [ToolVersionRow] {
    /// Versions do not sort as text: 2026-10 comes after 2026-9. A tool stands where its newest version does, even when
    /// an older one had another name or area.
    fileprivate var newestFirstWithinTools: [ToolVersionRow] {
        let groups = Dictionary(grouping: self, by: \.tool).values.map {
            $0.sorted { $0.version > $1.version }
        }
        return groups.sorted { a, b in
            (a[0].area, a[0].name, a[0].tool) < (b[0].area, b[0].name, b[0].tool)
        }.flatMap { $0 }
    }
}

extension Reading {
    /// The hash of every version that this trust has.
    func toolHashes() throws -> [InstalledTool: String] {
        let held = try rows("SELECT tool, version, hash FROM tool_version") { row in
            (InstalledTool(tool: try row[0], version: try row[1]), try row[2] as String)
        }
        return Dictionary(uniqueKeysWithValues: held)
    }
}
