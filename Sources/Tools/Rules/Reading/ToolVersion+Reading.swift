extension ToolVersion {
    static let names = [
        "tool", "version", "name", "area", "purpose", "judged-for", "licence", "follows", "scale",
        "aspects",
    ]

    /// - Returns: nil when something needed is missing; then `faults` says what.
    static func read(_ top: Spot, _ faults: inout FaultList) -> ToolVersion? {
        guard let fields = Fields(top, known: names, &faults) else { return nil }
        let head = Head.read(fields, &faults)
        let scale = fields.required("scale", &faults).flatMap { Scale.read($0, &faults) }
        var keys = KeysSeen<JudgedItem>()
        let aspects = fields.required("aspects", &faults).flatMap {
            Aspect.readAll($0, scale, &keys, &faults)
        }
        let map = fields.optional("follows").map { ($0, VersionMap.read($0, &faults)) }
        guard let head, let scale, let aspects, faults.all.isEmpty else { return nil }
        let version = ToolVersion(head: head, scale: scale, aspects: aspects, map: map?.1)
        if let spot = map?.0 { version.checkMapNames(spot, &faults) }
        return version
    }
}

extension ToolVersion.Head {
    static func read(_ fields: Fields, _ faults: inout FaultList) -> ToolVersion.Head? {
        let tool: ToolKey? = fields.key("tool", &faults)
        let version = fields.required("version", &faults).flatMap { $0.version(&faults) }
        let name = fields.text("name", &faults)
        let area = fields.text("area", &faults)
        let purpose = fields.text("purpose", &faults)
        let judgedFor: Set<JudgedFor>? = fields.required("judged-for", &faults).flatMap {
            $0.choices(&faults)
        }
        let licence = fields.text("licence", &faults)
        if let tool { fields.spot.nearest("tool").check(isIn: tool, &faults) }
        if let version { fields.spot.nearest("version").check(isNamed: "\(version)", &faults) }
        guard let tool, let version, let name, let area, let purpose, let judgedFor, let licence else {
            return nil
        }
        return ToolVersion.Head(
            tool: tool, version: version, name: name, area: area, purpose: purpose, judgedFor: judgedFor,
            licence: licence)
    }
}

extension Scale {
    static func read(_ spot: Spot, _ faults: inout FaultList) -> Scale? {
        var keys = KeysSeen<Level>()
        var order = 0
        let levels = spot.list(sizes, &faults) { spot, faults in
            order += 1
            return Level.read(spot, order: order, &keys, &faults)
        }
        return levels.map(Scale.init(levels:))
    }
}

extension Level {
    static func read(
        _ spot: Spot, order: Int, _ keys: inout KeysSeen<Level>, _ faults: inout FaultList
    ) -> Level? {
        guard let fields = Fields(spot, known: ["level", "name", "means"], &faults) else { return nil }
        let key: LevelKey? = fields.key("level", &faults)
        let name = fields.text("name", &faults)
        let means = fields.text("means", &faults)
        if let key { keys.add(key, at: spot, &faults) }
        guard let key, let name, let means else { return nil }
        return Level(order: order, key: key, name: name, means: means)
    }
}

extension Spot {
    func version(_ faults: inout FaultList) -> VersionName? {
        guard let text = text(&faults) else { return nil }
        let version = VersionName(text)
        if version == nil {
            faults.add(self, "“\(text)” is not a version, such as 2026-1: the year and a number.")
        }
        return version
    }

    /// One or more, none twice.
    func choices<Choice: RawRepresentable<String> & CaseIterable & Hashable>(
        _ faults: inout FaultList
    ) -> Set<Choice>? {
        var chosen: Set<Choice> = []
        let read: [Choice]? = list(1...Choice.allCases.count, &faults) { spot, faults in
            let choice: Choice? = spot.choice(&faults)
            if let choice, !chosen.insert(choice).inserted {
                faults.add(spot, "“\(choice.rawValue)” is here twice.")
            }
            return choice
        }
        return read == nil ? nil : chosen
    }
}
