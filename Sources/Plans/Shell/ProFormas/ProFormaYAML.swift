package import PlanRules
package import ToolRules
import Tools
import Yams

extension ProForma {
    /// The id is drawn from the hash of the whole text, so the same words have the same id in every trust.
    ///
    /// - Parameter path: ends in `<key>/<version>.yaml`.
    /// - Throws: every fault of the text at once.
    package static func reading(_ source: String, path: String) throws(CatalogueFaults) -> ProForma {
        try ProForma(try readTree(source, path: path), path: path, id: drawnID(contentHash(source)))
    }

    /// As a file of the catalogue says it, with everything spelled out that a file may leave out.
    package func yaml() throws -> String {
        let head: [(String, Node)] = [
            ("pro-forma", text(key.text)), ("version", text("\(version)")), ("edition", text(edition)),
            ("kind", text(kind.rawValue)), ("name", text(name)), ("purpose", text(purpose)), ("for", text(audience)),
            ("licence", text("For use in this trust")), ("limits", limitsNode), ("review", text(review.rawValue)),
            ("blockages", text(hasBlockages ? "yes" : "no")),
        ]
        let asks: [(String, Node)] = [
            ("horizons", Node(horizons.map(\.node))), ("priority", node(ProFormaField.ofPriority)),
            ("action", node(ProFormaField.ofAction)),
        ]
        let pairs = (head + asks).filter { $0.0 != "edition" || isOwnEdition }
        return try serialize(node: mapping(pairs), width: 110, allowUnicode: true)
    }

    private var limitsNode: Node {
        let limits = [("priorities", maxPriorities), ("actions", maxActions), ("weeks", weeks)]
        return mapping(limits.compactMap { name, limit in limit.map { (name, text(String($0))) } })
    }

    private func node(_ fields: [ProFormaField]) -> Node {
        mapping(fields.map { ($0.rawValue, field($0).node) })
    }
}

extension HorizonAsk {
    fileprivate var node: Node {
        mapping(
            [
                ("horizon", text(horizon.rawValue)), ("label", text(label)), ("hint", text(hint)), ("by", text(by)),
            ].filter { $0.1 != text("") })
    }
}

extension FieldAsk {
    fileprivate var node: Node {
        mapping(
            [("label", text(label)), ("hint", text(hint)), ("need", text(need.rawValue))].filter { $0.1 != text("") })
    }
}

/// Between quotation marks, so that no word of it is taken for notation.
private func text(_ words: String) -> Node { Node(words, Tag(.str), .doubleQuoted) }

private func mapping(_ pairs: [(String, Node)]) -> Node {
    Node(pairs.map { (Node($0.0), $0.1) })
}
