/// A tool with its published versions, each of which accounts for the one before.
package struct Tool: Hashable, Sendable {
    /// Oldest first; never empty.
    package let versions: [ToolVersion]

    package var key: ToolKey { newest.tool }
    package var newest: ToolVersion { versions[versions.count - 1] }

    package func version(_ name: VersionName) -> ToolVersion? {
        versions.first { $0.version == name }
    }

    /// - Returns: nil unless `later` came, over whatever steps, out of `earlier`; the empty way when both are one.
    package func lineage(from later: VersionName, back earlier: VersionName) -> Lineage? {
        var maps: [VersionMap] = []
        var name = later
        while name != earlier {
            guard let map = version(name)?.map else { return nil }
            maps.append(map)
            name = map.follows
        }
        return Lineage(newestFirst: maps)
    }

    /// - Parameter files: of one tool, in any order; at least one.
    /// - Throws: what is wrong between them: a version that follows none, a map that leaves something out.
    package init(_ files: [ToolFile]) throws(CatalogueFaults) {
        let files = files.sorted { $0.version.version < $1.version.version }
        var faults = FaultList()
        var used: Set<ItemKey> = []
        for (index, file) in files.enumerated() {
            if index > 0 {
                faults.check(file, after: files[..<index], used: used)
            } else {
                faults.checkFirst(file)
            }
            used.formUnion(file.version.texts.map(\.key))
        }
        try faults.check()
        versions = files.map(\.version)
    }
}
