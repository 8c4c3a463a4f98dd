import Kernel

/// The register is published in Windows-1252; copies of it that went through other programs are UTF-8 or Mac Roman.
///
/// Decided for each field by itself, so that a file can be read in pieces: bytes that are valid UTF-8 are UTF-8, all
/// others Windows-1252. Text in Windows-1252 is valid UTF-8 only when it has no byte above 0x7F, where both agree, or
/// when a capital with an accent stands before a sign or symbol ("Ã©"), which no name does. Mac Roman is what a file has
/// whose lines end as old Macs ended them, and a field that Windows-1252 would give a capital or sign after a small letter.
enum RegisterText {
    /// - Parameter isMac: the lines of the file end with a carriage return alone.
    /// - Returns: without the characters that nobody sees.
    static func decode(_ bytes: ArraySlice<UInt8>, isMac: Bool = false) -> String {
        if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            return mapped(bytes, isMac || looksMac(bytes) ? mac : windows).withoutInvisibles
        }
        return (text.unicodeScalars.contains(where: isControl) ? repaired(text) : text).withoutInvisibles
    }

    /// The high bytes of a one-byte encoding, from `first` on; those below are what Latin-1 has there.
    private struct Page {
        let first: UInt8
        let scalars: [Unicode.Scalar]

        init(from first: UInt8, _ text: String) { (self.first, scalars) = (first, Array(text.unicodeScalars)) }

        func scalar(_ byte: UInt8) -> Unicode.Scalar {
            let place = Int(byte) - Int(first)
            return scalars.indices.contains(place) ? scalars[place] : Unicode.Scalar(byte)
        }
    }

    private static func mapped(_ bytes: ArraySlice<UInt8>, _ page: Page) -> String {
        var text = String.UnicodeScalarView()
        for byte in bytes { text.append(page.scalar(byte)) }
        return String(text)
    }

    /// A program that took Windows-1252 for Latin-1 leaves U+0092 where an apostrophe was.
    private static func repaired(_ text: String) -> String {
        var view = String.UnicodeScalarView()
        for one in text.unicodeScalars { view.append(isControl(one) ? windows.scalar(UInt8(one.value)) : one) }
        return String(view)
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool { (0x80...0x9f).contains(scalar.value) }

    /// é, è and the apostrophe of Mac Roman are Ž, nothing and Õ in Windows-1252, which follow no small letter; its É is ƒ,
    /// which no letter follows.
    private static func looksMac(_ bytes: ArraySlice<UInt8>) -> Bool {
        let isSmall = { (byte: UInt8) in (0x61...0x7a).contains(byte) }
        return zip(bytes, bytes.dropFirst()).contains { one, next in
            isSmall(one) && [0x8e, 0x8f, 0xd5].contains(next) || one == 0x83 && isSmall(next)
        }
    }

    /// 0x80 to 0x9F; the five bytes that Windows-1252 leaves open become the sign for a lost letter.
    private static let windows = Page(
        from: 0x80, "€\u{fffd}‚ƒ„…†‡ˆ‰Š‹Œ\u{fffd}Ž\u{fffd}\u{fffd}‘’“”•–—˜™š›œ\u{fffd}žŸ")

    private static let mac = Page(
        from: 0x80,
        "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰"
            + "ÂÊÁËÈÍÎÏÌÓÔ\u{f8ff}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ")
}
