import ToolRules

/// One version of a tool called `sums`, written from its statements' keys.
struct SumsEdition {
    let version: String
    let yaml: String

    var path: String { "Catalogue/tools/sums/\(version).yaml" }

    func file() throws -> ToolFile { try read(yaml, path: path) }
}

/// - Parameters:
///   - parts: for a statement, the keys of its parts.
///   - follows: the block under `follows:`, its first line not indented.
///   - changed: another text for a key than "Text of …."
func edition(
    _ version: String, _ statements: [String], parts: [String: [String]] = [:], follows: String? = nil,
    changed: [String: String] = [:],
    levels: String = "[{level: no, name: No, means: N.}, {level: yes, name: Y, means: Y.}]"
) -> SumsEdition {
    func guide(_ kind: String, _ key: String) -> String {
        """
        {\(kind): \(key), text: "\(changed[key] ?? "Text of \(key).")", guidance: G., looks-like: [One., Two.],
                 evidence: [{kind: data, from: F.}]
        """
    }
    let list = statements.map { key in
        let inner = parts[key].map { ", parts: [" + $0.map { guide("part", $0) + "}" }.joined(separator: ", ") + "]" }
        return "      - " + guide("statement", key) + (inner ?? "") + "}\n"
    }
    return SumsEdition(
        version: version,
        yaml: """
            tool: sums
            version: \(version)
            name: Sums
            area: Curriculum
            purpose: P.
            judged-for: [school]
            licence: MIT
            \(follows.map { "follows:\n  \($0)\n" } ?? "")scale: \(levels)
            aspects:
              - aspect: one
                name: One
                question: One?
                statements:
            \(list.joined())
            """)
}
