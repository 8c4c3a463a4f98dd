extension String {
    /// Without the characters that nobody sees and programs leave behind when text is copied: zero-width spaces and
    /// joiners, marks of byte order and direction, soft hyphens. For names, numbers and addresses; in prose some of them
    /// join emoji and turn scripts.
    package var withoutInvisibles: String {
        if utf8.allSatisfy({ $0 < 0x80 }) { return self }
        var kept = String.UnicodeScalarView()
        for scalar in unicodeScalars where scalar.properties.generalCategory != .format { kept.append(scalar) }
        return String(kept)
    }
}
