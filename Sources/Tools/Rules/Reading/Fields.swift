/// Names with values, of which each name is known. A reader asks for what it needs; what is missing becomes a fault.
package struct Fields: Sendable {
    package let spot: Spot
    private let spots: [String: Spot]

    /// - Parameter known: all names that belong here, in their usual order.
    /// - Returns: nil when these are not names with values.
    package init?(_ spot: Spot, known: [String], _ faults: inout FaultList) {
        guard let named = spot.named(&faults) else { return nil }
        for (name, stray) in named where !known.contains(name) {
            faults.add(
                stray, "“\(name)” does not belong here. What does: \(known.joined(separator: ", ")).")
        }
        self.spot = spot
        spots = Dictionary(named.map { ($0.name, $0.spot) }, uniquingKeysWith: { first, _ in first })
    }

    /// What may be left out.
    package func optional(_ name: String) -> Spot? { spots[name] }

    package func required(_ name: String, _ faults: inout FaultList) -> Spot? {
        if spots[name] == nil { faults.add(spot, "“\(name)” is missing.") }
        return spots[name]
    }

    package func text(_ name: String, _ faults: inout FaultList) -> String? {
        required(name, &faults)?.text(&faults)
    }

    package func key<Subject>(_ name: String, _ faults: inout FaultList) -> Key<Subject>? {
        required(name, &faults)?.key(&faults)
    }

    package func list<Value>(
        _ name: String, _ count: ClosedRange<Int>, _ faults: inout FaultList,
        _ read: (Spot, inout FaultList) -> Value?
    ) -> [Value]? {
        required(name, &faults)?.list(count, &faults, read)
    }
}

/// Reports each key that was there before.
struct KeysSeen<Subject> {
    private var seen: Set<Key<Subject>> = []

    mutating func add(_ key: Key<Subject>, at spot: Spot, _ faults: inout FaultList) {
        if !seen.insert(key).inserted { faults.add(spot, "“\(key)” is already used in this file.") }
    }
}
