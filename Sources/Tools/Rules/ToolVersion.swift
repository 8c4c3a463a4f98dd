/// One published edition of a self-evaluation tool. It never changes; an evaluation keeps the one it was opened with.
package struct ToolVersion: Hashable, Sendable {
    package let tool: ToolKey
    package let version: VersionName
    package let name: String
    /// The strategic area: a column of the trust's heat map.
    package let area: String
    package let purpose: String
    package let judgedFor: Set<JudgedFor>
    package let licence: String
    package let scale: Scale
    package let aspects: [Aspect]
    /// nil for the first version.
    package let map: VersionMap?
    /// Statements without parts, and parts, in the order of reading.
    package let judgedItems: [JudgedItem]
    private let places: [ItemKey: Int]

    init(head: Head, scale: Scale, aspects: [Aspect], map: VersionMap?) {
        (tool, version, name, area) = (head.tool, head.version, head.name, head.area)
        (purpose, judgedFor, licence) = (head.purpose, head.judgedFor, head.licence)
        (self.scale, self.aspects, self.map) = (scale, aspects, map)
        judgedItems = JudgedItem.all(of: aspects)
        places = Dictionary(uniqueKeysWithValues: judgedItems.map { ($0.key, $0.order - 1) })
    }

    /// - Returns: nil for a key that this version does not have, or that is not judged because it has parts.
    package func item(_ key: ItemKey) -> JudgedItem? { places[key].map { judgedItems[$0] } }

    package func items(for setting: Setting) -> [JudgedItem] {
        judgedItems.filter { $0.applies(to: setting) }
    }

    /// Every key that a map of versions speaks of, with its text: statements, also those with parts, and parts.
    var texts: [(key: ItemKey, text: String)] {
        aspects.flatMap(\.statements).flatMap { statement in
            [(statement.key, statement.text)] + statement.parts.map { ($0.key, $0.text) }
        }
    }

    /// What stands above the scale in the file.
    struct Head {
        let tool: ToolKey
        let version: VersionName
        let name: String
        let area: String
        let purpose: String
        let judgedFor: Set<JudgedFor>
        let licence: String
    }
}

/// The kinds of place that a tool is meant for.
package enum JudgedFor: String, Sendable, Hashable, CaseIterable {
    case department, school

    package var name: String {
        switch self {
        case .department: "Department"
        case .school: "School"
        }
    }
}
