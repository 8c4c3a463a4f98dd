/// How long a text may be: the one rule for every field. Counted in characters as people count them, so that a family of
/// four or an é of two signs is one. A character has no length of its own, though: a letter may carry a thousand accents,
/// so the signs that characters are put together from are bounded too, at what the longest of them needs.
package enum TextLimit {
    /// How many signs (code points) one character may have in the mean. Two people kissing, each with a colour of skin,
    /// are ten; no letter of any language has as many.
    package static let signs = 10

    /// - Returns: nil when `text` fits, else a sentence that stands at its field.
    package static func refusal(of text: String, most: Int) -> String? {
        if text.utf8.count <= most { return nil }
        let count = text.count
        if count > most { return "Keep this within \(grouped(most)) characters; it has \(grouped(count))." }
        guard text.unicodeScalars.count > most * signs else { return nil }
        return "Some letters here carry more marks than can be kept. Take some of the marks away."
    }

    /// `10,000`
    private static func grouped(_ number: Int) -> String {
        number < 1_000 ? "\(number)" : grouped(number / 1_000) + "," + String(number % 1_000 + 1_000).dropFirst()
    }
}

extension FieldErrors {
    /// Says so when a text is longer than it may be.
    package mutating func limit(_ field: String, _ text: String, to most: Int) {
        if let sentence = TextLimit.refusal(of: text, most: most) { add(field, sentence) }
    }
}

extension String {
    /// - Throws: `Refusal.invalid` at `field` when it is longer.
    @discardableResult
    package func within(_ most: Int, at field: String) throws -> String {
        if let sentence = TextLimit.refusal(of: self, most: most) { throw Refusal.invalid(field, sentence) }
        return self
    }
}
