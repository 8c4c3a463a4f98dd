package import Kernel
package import ToolRules

/// What was typed about what was seen.
package struct EvidenceInput: Hashable, Sendable {
    package let kind: EvidenceKind?
    package let seen: Day?
    package let note: String
    package let link: String
    package let file: FileSent?

    package init(kind: EvidenceKind?, seen: Day?, note: String = "", link: String = "", file: FileSent? = nil) {
        (self.kind, self.seen, self.note, self.link, self.file) = (kind, seen, note, link, file)
    }

    package static let none = EvidenceInput(kind: nil, seen: nil)
    package static let longestNote = 2_000
    package static let longestLink = 1_000

    /// Evidence is optional; a kind or a day alone says nothing and asks for nothing.
    package var isEmpty: Bool { note.isEmpty && link.isEmpty && file == nil }
}

/// What was seen, as it is kept.
package struct EvidenceKept: Hashable, Sendable {
    package let kind: EvidenceKind
    package let seen: Day
    package let note: String
    package let link: String
    package let file: FileKept?
}

extension EvidenceInput {
    /// - Returns: nil when there is none, or when something was noted in `errors` at `kind`, `seen`, `note`, `link` or
    ///   `file`.
    func decided(on today: Day, _ errors: inout FieldErrors) -> EvidenceKept? {
        if isEmpty { return nil }
        if kind == nil { errors.add("kind", "Say what kind of evidence it is.") }
        let seen = seen ?? today
        if seen > today { errors.add("seen", "It was seen today or earlier. \(seen.long) is in the future.") }
        errors.limit("note", note, to: Self.longestNote)
        let link = Self.completed(link.withoutInvisibles.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        errors.limit("link", link, to: Self.longestLink)
        if !link.isEmpty, errors.sentence(for: "link") == nil, !Self.isLink(link) {
            errors.add(
                "link", "A link begins with https:// and has no spaces. Copy it from the browser's address line.")
        }
        let kept = file.flatMap { $0.decided(&errors) }
        guard let kind else { return nil }
        return EvidenceKept(kind: kind, seen: seen, note: note, link: link, file: kept)
    }

    /// `https://example.org/x` where somebody typed `example.org/x` or `www.example.org`; anything else as it was typed,
    /// because `notes.docx` is the name of a file.
    static func completed(_ typed: String) -> String {
        let host = typed.lowercased().prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        let isHost = labels.allSatisfy { label in
            !label.isEmpty && label.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        }
        let isMeant = host.count < typed.count || labels.first == "www"
        return isHost && labels.count > 1 && isMeant ? "https://" + typed : typed
    }

    /// Only addresses of the web, so that nobody is led to run something.
    static func isLink(_ text: String) -> Bool {
        let lower = text.lowercased()
        guard let rest = lower.afterScheme else { return false }
        let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        return !host.isEmpty && !host.contains("@") && !text.contains { $0.isWhitespace || $0.isNewline }
    }
}

extension String {
    fileprivate var afterScheme: Substring? {
        for scheme in ["https://", "http://"] where hasPrefix(scheme) { return dropFirst(scheme.count) }
        return nil
    }
}
