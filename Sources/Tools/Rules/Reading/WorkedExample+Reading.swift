extension WorkedExample {
    /// - Parameter scale: nil when it could not be read; then levels are not looked up.
    static func readAll(_ spot: Spot, _ scale: Scale?, _ faults: inout FaultList) -> [WorkedExample]? {
        let examples = spot.list(2...7, &faults) { read($0, scale, &$1) }
        guard let examples else { return nil }
        let orders = examples.map(\.level.order)
        if orders != orders.sorted() {
            faults.add(spot, "Examples stand in the order of their levels, least first.")
        }
        if examples.count >= 2, Set(orders).count < 2 {
            faults.add(spot, "Examples only teach by contrast: show at least two levels.")
        }
        return examples
    }

    private static func read(_ spot: Spot, _ scale: Scale?, _ faults: inout FaultList)
        -> WorkedExample?
    {
        guard let fields = Fields(spot, known: ["level", "case", "because"], &faults) else {
            return nil
        }
        let key: LevelKey? = fields.key("level", &faults)
        let situation = fields.text("case", &faults)
        let because = fields.text("because", &faults)
        guard let scale, let key, let situation, let because else { return nil }
        guard let level = scale.level(key) else {
            let known = scale.levels.map(\.key.text).joined(separator: ", ")
            faults.add(spot.nearest("level"), "“\(key)” is not a level of this tool's scale: \(known).")
            return nil
        }
        return WorkedExample(level: level, situation: situation, because: because)
    }
}
