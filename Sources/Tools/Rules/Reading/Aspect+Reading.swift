extension Aspect {
    static func readAll(
        _ spot: Spot, _ scale: Scale?, _ keys: inout KeysSeen<JudgedItem>, _ faults: inout FaultList
    ) -> [Aspect]? {
        var aspectKeys = KeysSeen<Aspect>()
        var order = 0
        return spot.list(1...Int.max, &faults) { spot, faults in
            order += 1
            let aspect = read(spot, order: order, scale, &keys, &faults)
            if let aspect { aspectKeys.add(aspect.key, at: spot, &faults) }
            return aspect
        }
    }

    private static func read(
        _ spot: Spot, order: Int, _ scale: Scale?, _ keys: inout KeysSeen<JudgedItem>,
        _ faults: inout FaultList
    ) -> Aspect? {
        guard let fields = Fields(spot, known: ["aspect", "name", "question", "statements"], &faults)
        else { return nil }
        let key: AspectKey? = fields.key("aspect", &faults)
        let name = fields.text("name", &faults)
        let question = fields.text("question", &faults)
        if let question, !question.hasSuffix("?") {
            faults.add(spot.nearest("question"), "A question ends with a question mark.")
        }
        var number = 0
        let statements = fields.list("statements", 1...Int.max, &faults) { spot, faults in
            number += 1
            return Statement.read(spot, number: "\(order).\(number)", scale, &keys, &faults)
        }
        guard let key, let name, let question, let statements else { return nil }
        return Aspect(order: order, key: key, name: name, question: question, statements: statements)
    }
}
