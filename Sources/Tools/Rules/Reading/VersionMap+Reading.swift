extension VersionMap {
    static func read(_ spot: Spot, _ faults: inout FaultList) -> VersionMap? {
        guard let fields = Fields(spot, known: ["version", "statements", "retired"], &faults) else {
            return nil
        }
        let follows = fields.required("version", &faults).flatMap { $0.version(&faults) }
        let origins = fields.required("statements", &faults).flatMap { readOrigins($0, &faults) }
        let retired = fields.optional("retired").map { readKeys($0, 0...Int.max, &faults) } ?? []
        guard let follows, let origins, let retired else { return nil }
        return VersionMap(follows: follows, origins: origins, retired: Set(retired))
    }

    private static func readOrigins(_ spot: Spot, _ faults: inout FaultList) -> [ItemKey: Origin]? {
        guard let named = spot.named(&faults) else { return nil }
        var origins: [ItemKey: Origin] = [:]
        for (name, spot) in named {
            guard let key = ItemKey(name) else {
                faults.add(spot, "“\(name)” is not a key.")
                continue
            }
            origins[key] = Origin.read(spot, for: key, &faults)
        }
        return origins
    }

    /// None twice.
    fileprivate static func readKeys(
        _ spot: Spot, _ count: ClosedRange<Int>, _ faults: inout FaultList
    ) -> [ItemKey]? {
        var seen: Set<ItemKey> = []
        return spot.list(count, &faults) { spot, faults in
            let key: ItemKey? = spot.key(&faults)
            if let key, !seen.insert(key).inserted { faults.add(spot, "“\(key)” is here twice.") }
            return key
        }
    }
}

extension Origin {
    static func read(_ spot: Spot, for key: ItemKey, _ faults: inout FaultList) -> Origin? {
        if case .fields = spot.tree.content { return readSplitOrMerged(spot, &faults) }
        switch spot.text(&faults) {
        case "same": return .same(key)
        case "reworded": return .reworded(key)
        case "new": return .new
        case nil: return nil
        case let word?:
            faults.add(
                spot,
                "“\(word)” is not known here. It can be: same, reworded, new, {split: key}, {merged: [key, key]}."
            )
            return nil
        }
    }

    private static func readSplitOrMerged(_ spot: Spot, _ faults: inout FaultList) -> Origin? {
        guard let fields = Fields(spot, known: ["split", "merged"], &faults) else { return nil }
        switch (fields.optional("split"), fields.optional("merged")) {
        case (let split?, nil):
            return split.key(&faults).map { .split(from: $0) }
        case (nil, let merged?):
            return VersionMap.readKeys(merged, 2...Int.max, &faults).map { .merged(from: $0) }
        default:
            faults.add(spot, "There should be either split or merged here.")
            return nil
        }
    }
}

extension ToolVersion {
    /// The map must name every statement and part of its own file, and nothing else.
    func checkMapNames(_ spot: Spot, _ faults: inout FaultList) {
        guard let map else { return }
        let statements = spot.nearest("statements")
        let here = Set(texts.map(\.key))
        for (key, _) in texts where map.origins[key] == nil {
            faults.add(
                statements,
                "“\(key)” is not in the list: say whether it is same, reworded, split, merged or new.")
        }
        for key in map.origins.keys.sorted() where !here.contains(key) {
            faults.add(statements.nearest(key.text), "“\(key)” is not a statement or part of this file.")
        }
        for key in map.retired.sorted() where here.contains(key) {
            faults.add(spot.nearest("retired"), "“\(key)” is retired, and yet this file has it.")
        }
    }
}
