// What people write comes from keyboards, from Word and from other files. Whatever takes it in or puts it somewhere reads
// its lines and its directions with these.

extension String {
    /// The lines of a text ended by a line feed alone, whichever end they had: CR LF, CR, the vertical tab that Word puts
    /// for Shift and Enter, form feed, NEL and Unicode's separators of lines and paragraphs. Without signs that a page, a
    /// file or a database cannot hold: other controls, and what Unicode calls no character.
    package var printable: String {
        if utf8.allSatisfy({ (0x20...0x7e).contains($0) || $0 == 0x0a || $0 == 0x09 }) { return self }
        var kept = UnicodeScalarView()
        var previous: Unicode.Scalar = " "
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x0a where previous == "\r": break
            case 0x0a...0x0d, 0x85, 0x2028, 0x2029: kept.append("\n")
            case 0x00..<0x09, 0x0e..<0x20, 0x7f..<0xa0, 0xfdd0...0xfdef: break
            case _ where scalar.value & 0xfffe == 0xfffe: break
            default: kept.append(scalar)
            }
            previous = scalar
        }
        return String(kept)
    }

    /// Without the signs that turn the direction of whatever follows them (U+202A to U+202E, U+2066 to U+2069). Letters
    /// bring their direction with them and need none; these reach beyond the words that they were typed with.
    package var unturned: String {
        let isTurning = { (scalar: Unicode.Scalar) in
            (0x202a...0x202e).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
        }
        guard unicodeScalars.contains(where: isTurning) else { return self }
        return String(UnicodeScalarView(unicodeScalars.filter { !isTurning($0) }))
    }

    /// As a piece of a line of plain text, such as a letter's: what is written from right to left keeps to itself
    /// (between U+2068 and U+2069), so that the words and figures around it stay where they are.
    package var isolated: String {
        let plain = unturned
        return plain.holdsRightToLeft ? "\u{2068}\(plain)\u{2069}" : plain
    }

    /// Whether its first letter is of a script that is written from right to left.
    package var isRightToLeft: Bool { unicodeScalars.first(where: \.properties.isAlphabetic)?.isRightToLeft ?? false }

    /// Whether any letter is.
    package var holdsRightToLeft: Bool {
        unicodeScalars.contains { $0.isRightToLeft && $0.properties.isAlphabetic }
    }

    /// Whether nothing of it can be seen, such as of a lone joiner or mark of direction.
    package var isInvisible: Bool {
        unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint }
    }
}

extension Unicode.Scalar {
    /// Hebrew, Arabic, Syriac, Thaana, N'Ko and their kin; the blocks that Unicode sets aside for such scripts.
    fileprivate var isRightToLeft: Bool {
        switch value {
        case 0x590...0x8ff, 0xfb1d...0xfdff, 0xfe70...0xfefe, 0x1_0800...0x1_0fff, 0x1_e800...0x1_efff: true
        default: false
        }
    }
}
