/// Words that belong to the person or the trust, so that a stranger would try them first.
package struct OwnWords: Sendable {
    /// Characters that must be left when these words are taken out.
    private static let leftOver = 8
    private let words: [String]

    package init(name: String, email: EmailAddress, trust: String) {
        let mine = Self.parts(of: name) + Self.parts(of: String(email.mailbox))
        let trusts = Self.parts(of: trust).filter { !Self.general.contains($0) }
        words = Set(mine + trusts + ["termwise"]).filter { $0.count >= 3 }.sorted { ($1.count, $0) < ($0.count, $1) }
    }

    /// Whether they are nearly all of `password`. A name that happens to stand inside a long word does no harm.
    func fill(_ password: String) -> Bool {
        let folded = password.lowercased().filter { $0.isLetter || $0.isNumber }
        let rest = words.reduce(folded) { $0.replacing($1, with: "") }
        return rest.count < folded.count && rest.count < Self.leftOver
    }

    private static func parts(of text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// Words of nearly every trust's name tell nothing about this one.
    private static let general: Set<String> = [
        "academies", "academy", "alliance", "and", "church", "community", "diocesan", "education", "educational",
        "family", "federation", "for", "foundation", "group", "learning", "limited", "multi", "network", "partnership",
        "primary", "saint", "school", "schools", "secondary", "the", "trust", "with",
    ]
}
