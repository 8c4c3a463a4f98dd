/// The register is published in Windows-1252; copies of it that went through other programs are UTF-8.
///
/// Decided for each field by itself, so that a file can be read in pieces: bytes that are valid UTF-8 are UTF-8, all
/// others Windows-1252. Text in Windows-1252 is valid UTF-8 only when it has no byte above 0x7F, where both agree, or
/// when a capital with an accent stands before a sign or symbol ("Ã©"), which no name does.
enum RegisterText {
    static func decode(_ bytes: ArraySlice<UInt8>) -> String {
        if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
        guard let text = String(validating: bytes, as: UTF8.self) else { return windows1252(bytes) }
        return text.unicodeScalars.contains(where: isControl) ? repaired(text) : text
    }

    private static func windows1252(_ bytes: ArraySlice<UInt8>) -> String {
        var text = String.UnicodeScalarView()
        for byte in bytes { text.append(scalar(byte)) }
        return String(text)
    }

    /// A program that took Windows-1252 for Latin-1 leaves U+0092 where an apostrophe was.
    private static func repaired(_ text: String) -> String {
        var view = String.UnicodeScalarView()
        for one in text.unicodeScalars { view.append(isControl(one) ? scalar(UInt8(one.value)) : one) }
        return String(view)
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool { (0x80...0x9f).contains(scalar.value) }

    private static func scalar(_ byte: UInt8) -> Unicode.Scalar {
        (0x80...0x9f).contains(byte) ? upper[Int(byte - 0x80)] : Unicode.Scalar(byte)
    }

    /// 0x80 to 0x9F; the five bytes that Windows-1252 leaves open become the sign for a lost letter.
    private static let upper = Array(
        "€\u{fffd}‚ƒ„…†‡ˆ‰Š‹Œ\u{fffd}Ž\u{fffd}\u{fffd}‘’“”•–—˜™š›œ\u{fffd}žŸ".unicodeScalars)
}
