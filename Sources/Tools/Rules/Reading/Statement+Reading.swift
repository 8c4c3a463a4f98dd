extension Statement {
    static let names = [
        "statement", "text", "guidance", "looks-like", "evidence", "applies", "examples", "parts",
    ]

    static func read(
        _ spot: Spot, number: String, _ scale: Scale?, _ keys: inout KeysSeen<JudgedItem>,
        _ faults: inout FaultList
    ) -> Statement? {
        guard let fields = Fields(spot, known: names, &faults) else { return nil }
        let key: ItemKey? = fields.key("statement", &faults)
        if let key { keys.add(key, at: spot, &faults) }
        let guide = Guide.read(fields, &faults)
        let applies = fields.optional("applies").map { Applicability.read($0, &faults) } ?? .everywhere
        let examples =
            fields.optional("examples").map { WorkedExample.readAll($0, scale, &faults) } ?? []
        let parts = fields.optional("parts").map { Part.readAll($0, of: number, &keys, &faults) } ?? []
        guard let key, let guide, let applies, let examples, let parts else { return nil }
        return Statement(
            key: key, number: number, guide: guide, applies: applies, examples: examples, parts: parts)
    }
}

extension Part {
    /// One part alone would be the statement itself; more than the alphabet has no numbers.
    static let counts = 2...26

    static func readAll(
        _ spot: Spot, of statement: String, _ keys: inout KeysSeen<JudgedItem>,
        _ faults: inout FaultList
    ) -> [Part]? {
        var letters = "abcdefghijklmnopqrstuvwxyz".makeIterator()
        return spot.list(counts, &faults) { spot, faults in
            letters.next().flatMap { read(spot, of: statement, letter: String($0), &keys, &faults) }
        }
    }

    private static func read(
        _ spot: Spot, of statement: String, letter: String, _ keys: inout KeysSeen<JudgedItem>,
        _ faults: inout FaultList
    ) -> Part? {
        let known = ["part", "text", "guidance", "looks-like", "evidence"]
        guard let fields = Fields(spot, known: known, &faults) else { return nil }
        let key: ItemKey? = fields.key("part", &faults)
        if let key { keys.add(key, at: spot, &faults) }
        let guide = Guide.read(fields, &faults)
        guard let key, let guide else { return nil }
        return Part(key: key, letter: letter, number: "\(statement) \(letter)", guide: guide)
    }
}

extension Guide {
    static func read(_ fields: Fields, _ faults: inout FaultList) -> Guide? {
        let text = fields.text("text", &faults)
        let guidance = fields.text("guidance", &faults)
        let looksLike = fields.list("looks-like", 2...4, &faults) { $0.text(&$1) }
        let evidence = fields.list("evidence", 1...Int.max, &faults) { EvidenceSource.read($0, &$1) }
        guard let text, let guidance, let looksLike, let evidence else { return nil }
        return Guide(
            text: text, guidance: guidance.paragraphs, looksLike: looksLike, evidence: evidence)
    }
}

extension EvidenceSource {
    static func read(_ spot: Spot, _ faults: inout FaultList) -> EvidenceSource? {
        guard let fields = Fields(spot, known: ["kind", "from"], &faults) else { return nil }
        let kind: EvidenceKind? = fields.required("kind", &faults).flatMap { $0.choice(&faults) }
        let from = fields.text("from", &faults)
        guard let kind, let from else { return nil }
        return EvidenceSource(kind: kind, from: from)
    }
}

extension Applicability {
    static func read(_ spot: Spot, _ faults: inout FaultList) -> Applicability? {
        guard let fields = Fields(spot, known: ["phases", "with"], &faults) else { return nil }
        if fields.optional("phases") == nil, fields.optional("with") == nil {
            faults.add(
                spot, "“applies” should say phases, with, or both; leave it out when it applies everywhere."
            )
        }
        let phases: Set<SettingPhase>? = fields.optional("phases").map { $0.choices(&faults) } ?? []
        let with: Set<SettingPart>? = fields.optional("with").map { $0.choices(&faults) } ?? []
        guard let phases, let with else { return nil }
        return Applicability(phases: phases, with: with)
    }
}

extension String {
    /// A file folds the lines of a paragraph into one, so every line end that is left divides paragraphs.
    fileprivate var paragraphs: [String] {
        split(whereSeparator: \.isNewline).map { String($0).withoutOuterSpace }.filter { !$0.isEmpty }
    }
}
