import Kernel
import ToolRules

extension ProForma.Limits {
    static func read(_ spot: Spot, _ faults: inout FaultList) -> Self? {
        guard let fields = Fields(spot, known: ["priorities", "actions", "weeks"], &faults) else { return nil }
        let priorities = fields.number("priorities", rangeOfPriorities, &faults)
        let actions = fields.number("actions", rangeOfActions, &faults)
        let weeks = fields.number("weeks", rangeOfWeeks, &faults)
        return Self(priorities: priorities ?? usual.priorities, actions: actions, weeks: weeks)
    }
}

extension Fields {
    /// - Returns: nil when it is left out.
    fileprivate func number(_ name: String, _ range: ClosedRange<Int>, _ faults: inout FaultList) -> Int? {
        guard let spot = optional(name), let text = spot.text(&faults) else { return nil }
        let number = Int(written: text, range)
        if number == nil {
            faults.add(
                spot, "“\(text)” should be a whole number from \(range.lowerBound) to \(range.upperBound).")
        }
        return number
    }
}

extension HorizonAsk {
    /// At least one, each at most once, in the order of time.
    static func readAll(_ spot: Spot, _ faults: inout FaultList) -> [HorizonAsk]? {
        var last = -1
        return spot.list(1...Horizon.allCases.count, &faults) { spot, faults in
            guard let ask = read(spot, &faults) else { return nil }
            let place = Horizon.allCases.firstIndex(of: ask.horizon) ?? 0
            if place <= last { faults.add(spot, "Horizons come in the order short, medium, long, and each once.") }
            last = max(last, place)
            return ask
        }
    }

    private static func read(_ spot: Spot, _ faults: inout FaultList) -> HorizonAsk? {
        guard let fields = Fields(spot, known: ["horizon", "label", "hint", "by"], &faults) else { return nil }
        let horizon: Horizon? = fields.required("horizon", &faults)?.choice(&faults)
        let label = fields.text("label", &faults)
        let hint = fields.optional("hint").map { $0.text(&faults) } ?? ""
        let by = fields.text("by", &faults)
        guard let horizon, let label, let hint, let by else { return nil }
        return HorizonAsk(horizon, label: label, hint: hint, by: by)
    }
}

extension FieldAsk {
    /// - Parameter name: under which the fields stand; may be left out, as may each field.
    static func readAll(
        _ name: String, of known: [ProFormaField], _ fields: Fields, _ faults: inout FaultList
    ) -> [ProFormaField: FieldAsk] {
        guard let spot = fields.optional(name), let fields = Fields(spot, known: known.map(\.rawValue), &faults)
        else { return [:] }
        var asks: [ProFormaField: FieldAsk] = [:]
        for field in known {
            guard let spot = fields.optional(field.rawValue) else { continue }
            asks[field] = read(spot, field, &faults)
        }
        return asks
    }

    private static func read(_ spot: Spot, _ field: ProFormaField, _ faults: inout FaultList) -> FieldAsk? {
        guard let fields = Fields(spot, known: ["label", "hint", "need"], &faults) else { return nil }
        let usual = field.usualAsk
        let label = fields.optional("label").map { $0.text(&faults) } ?? usual.label
        let hint = fields.optional("hint").map { $0.text(&faults) } ?? usual.hint
        let need: Need? = fields.optional("need").map { $0.choice(&faults) } ?? usual.need
        if let need, field.isAlwaysRequired, need != .required {
            faults.add(spot.nearest("need"), "“\(field.rawValue)” is always required.")
        }
        guard let label, let hint, let need else { return nil }
        return FieldAsk(label, hint: hint, need: need)
    }
}
