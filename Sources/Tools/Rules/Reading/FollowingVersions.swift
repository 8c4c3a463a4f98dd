extension FaultList {
    mutating func checkFirst(_ file: ToolFile) {
        guard let map = file.version.map else { return }
        add(
            file.top.nearest("follows"),
            "It follows \(map.follows), which is not an earlier version of this tool.")
    }

    /// - Parameters:
    ///   - earlier: the tool's versions before this one, oldest first; not empty.
    ///   - used: every key that any of them had.
    mutating func check(_ file: ToolFile, after earlier: ArraySlice<ToolFile>, used: Set<ItemKey>) {
        let spot = file.top.nearest("follows")
        guard let map = file.version.map else {
            return add(
                file.top,
                "“follows” is missing: there are earlier versions, so say what became of each statement.")
        }
        guard let old = earlier.first(where: { $0.version.version == map.follows })?.version else {
            return add(spot, "It follows \(map.follows), which is not an earlier version of this tool.")
        }
        if file.version.scale.levels.map(\.key) != old.scale.levels.map(\.key) {
            add(
                file.top.nearest("scale"),
                "The levels must be those of \(map.follows): another scale makes another tool.")
        }
        checkOrigins(of: file.version, map, old, used, at: spot.nearest("statements"))
        checkRetired(map, old, at: spot)
        checkAccounts(of: file.version, map, old, at: spot)
    }

    private mutating func checkOrigins(
        of version: ToolVersion, _ map: VersionMap, _ old: ToolVersion, _ used: Set<ItemKey>,
        at spot: Spot
    ) {
        let oldTexts = Dictionary(uniqueKeysWithValues: old.texts.map { ($0.key, $0.text) })
        for (key, text) in version.texts {
            let origin = map.origin(of: key)
            let here = spot.nearest(key.text)
            for item in origin.items where oldTexts[item] == nil {
                add(here, "“\(item)” is not a statement or part of \(map.follows).")
            }
            switch origin {
            case .same where oldTexts[key] != nil && oldTexts[key] != text:
                add(here, "The text of “\(key)” is not that of \(map.follows): say reworded.")
            case .new where used.contains(key):
                add(here, "“\(key)” was used by an earlier version: give what is new a key of its own.")
            default: break
            }
        }
    }

    private mutating func checkRetired(_ map: VersionMap, _ old: ToolVersion, at spot: Spot) {
        let keys = Set(old.texts.map(\.key))
        for key in map.retired.sorted() where !keys.contains(key) {
            add(spot.nearest("retired"), "“\(key)” is not a statement or part of \(map.follows).")
        }
    }

    /// Each key of the old version must go on in one way, or be retired.
    private mutating func checkAccounts(
        of version: ToolVersion, _ map: VersionMap, _ old: ToolVersion, at spot: Spot
    ) {
        let accounts = Accounts(of: version, map)
        for (key, _) in old.texts {
            let ways = accounts.ways(of: key)
            if ways.isEmpty {
                add(spot, "“\(key)” of \(map.follows) is not accounted for: continue it or retire it.")
            }
            if ways.count > 1 {
                let list = ways.joined(separator: " and ")
                add(spot, "“\(key)” of \(map.follows) is \(list): it can only become one thing.")
            }
            if accounts.splitInto[key, default: []].count == 1 {
                add(
                    spot,
                    "“\(key)” of \(map.follows) is split into one: say what else it became, or say reworded.")
            }
        }
    }
}

/// What a map says became of the keys of the old version.
private struct Accounts {
    let map: VersionMap
    var splitInto: [ItemKey: [ItemKey]] = [:]
    var mergedInto: [ItemKey: [ItemKey]] = [:]
    var keysHere: Set<ItemKey> = []
    /// Statements whose own parts are split from them: they keep their key, though from now on the parts are judged.
    var takenApart: Set<ItemKey> = []

    init(of version: ToolVersion, _ map: VersionMap) {
        self.map = map
        for (key, _) in version.texts {
            keysHere.insert(key)
            switch map.origin(of: key) {
            case .split(from: let old): splitInto[old, default: []].append(key)
            case .merged(from: let olds): for old in olds { mergedInto[old, default: []].append(key) }
            case .same, .reworded, .new: break
            }
        }
        for statement in version.aspects.flatMap(\.statements) where !statement.parts.isEmpty {
            let parts = Set(statement.parts.map(\.key))
            if parts.isSuperset(of: splitInto[statement.key, default: []]) {
                takenApart.insert(statement.key)
            }
        }
    }

    func ways(of key: ItemKey) -> [String] {
        var ways: [String] = []
        let split = splitInto[key, default: []]
        let merged = mergedInto[key, default: []]
        let staysItself = keysHere.contains(key) && !split.contains(key) && !merged.contains(key)
        if staysItself, split.isEmpty || !takenApart.contains(key) {
            ways.append("continued under its own key")
        }
        if !split.isEmpty { ways.append("split") }
        for item in merged { ways.append("merged into “\(item)”") }
        if map.retired.contains(key) { ways.append("retired") }
        return ways
    }
}
