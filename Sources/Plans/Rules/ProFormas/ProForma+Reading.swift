package import ToolRules

extension ProForma {
    private static let names = [
        "pro-forma", "version", "edition", "kind", "name", "purpose", "for", "licence", "limits", "review", "blockages",
        "horizons", "priority", "action",
    ]

    /// - Parameters:
    ///   - path: ends in `<key>/<version>.yaml`, which is what the file must say inside as well.
    ///   - id: drawn from its words.
    /// - Throws: every fault of the file at once.
    package init(_ tree: Tree, path: String, id: ProFormaID) throws(CatalogueFaults) {
        var faults = FaultList()
        let read = ProForma.read(Spot.top(of: tree, in: path), id, &faults)
        guard let read, faults.all.isEmpty else { throw faults.thrown }
        self = read
    }

    private static func read(_ top: Spot, _ id: ProFormaID, _ faults: inout FaultList) -> ProForma? {
        guard let fields = Fields(top, known: names, &faults) else { return nil }
        let head = Head.read(fields, &faults)
        let limits = fields.optional("limits").map { Limits.read($0, &faults) } ?? .usual
        let review: CheckRhythm? = fields.required("review", &faults)?.choice(&faults)
        let blockages: YesOrNo? = fields.optional("blockages").map { $0.choice(&faults) } ?? .no
        let horizons = fields.required("horizons", &faults).flatMap { HorizonAsk.readAll($0, &faults) }
        let priority = FieldAsk.readAll("priority", of: ProFormaField.ofPriority, fields, &faults)
        let action = FieldAsk.readAll("action", of: ProFormaField.ofAction, fields, &faults)
        guard let head, let limits, let review, let blockages, let horizons else { return nil }
        return ProForma(
            id: id, key: head.key, version: head.version, kind: head.kind, name: head.name, edition: head.edition,
            purpose: head.purpose, audience: head.audience, limits: limits, review: review,
            hasBlockages: blockages == .yes, horizons: horizons, asks: priority.merging(action) { ask, _ in ask })
    }
}

private enum YesOrNo: String, CaseIterable { case yes, no }

private struct Head {
    let key: ProFormaKey
    let version: ProFormaVersion
    let kind: PlanKind
    let name: String
    let edition: String
    let purpose: String
    let audience: String

    static func read(_ fields: Fields, _ faults: inout FaultList) -> Head? {
        let key: ProFormaKey? = fields.key("pro-forma", &faults)
        let version = fields.required("version", &faults).flatMap { $0.proFormaVersion(&faults) }
        let kind: PlanKind? = fields.required("kind", &faults)?.choice(&faults)
        let name = fields.text("name", &faults)
        let purpose = fields.text("purpose", &faults)
        let audience = fields.text("for", &faults)
        _ = fields.text("licence", &faults)
        let edition = fields.optional("edition").map { $0.text(&faults) } ?? ""
        if let key { fields.spot.nearest("pro-forma").check(isIn: key, &faults) }
        if let version, let edition { fields.spot.check(version, of: edition, &faults) }
        guard let key, let version, let kind, let name, let edition, let purpose, let audience else { return nil }
        return Head(
            key: key, version: version, kind: kind, name: name, edition: edition, purpose: purpose, audience: audience)
    }
}

extension Spot {
    fileprivate func proFormaVersion(_ faults: inout FaultList) -> ProFormaVersion? {
        guard let text = text(&faults) else { return nil }
        let version = ProFormaVersion(text)
        if version == nil {
            faults.add(self, "“\(text)” is not a version, such as 2026-1, or 2026-1.1 for a trust's own edition.")
        }
        return version
    }

    fileprivate func check(_ version: ProFormaVersion, of edition: String, _ faults: inout FaultList) {
        nearest("version").check(isNamed: "\(version)", &faults)
        if (version.own == nil) != edition.isEmpty {
            faults.add(
                nearest("version"), "A trust's own edition has a version such as 2026-1.1 and the trust as “edition”.")
        }
    }
}
