import Kernel

/// What somebody wrote, as it stands between tags. Nearly always that is the string itself, escaped. Where it holds other
/// ends of lines than ours, signs that a page cannot hold, or letters and signs of another direction, this is the one
/// place that sees to them, so that no text turns or breaks the words around it.
enum Written {
    static func append(_ string: String, to markup: inout [UInt8]) {
        guard wantsCare(string) else { return Escape.append(string, to: &markup) }
        let words = string.printable
        switch Place.element(before: markup) {
        case "textarea": Escape.append(words, to: &markup)
        case "title", "option", "desc", "text", "tspan": Escape.append(words.isolated, to: &markup)
        default: appendApart(words.unturned, to: &markup)
        }
    }

    /// Programs that make Word files of a page know `dir`, and browsers keep what has it apart from its surroundings.
    private static func appendApart(_ words: String, to markup: inout [UInt8]) {
        guard words.holdsRightToLeft else { return Escape.append(words, to: &markup) }
        markup += (words.isRightToLeft ? "<span dir=\"rtl\">" : "<span dir=\"ltr\">").utf8
        Escape.append(words, to: &markup)
        markup += "</span>".utf8
    }

    /// Quick, because a page asks this of each of its thousands of strings, and right for those that need nothing. Those
    /// that may need something hold a control, U+0080 to U+009F, something from U+0580 on that is no letter of the
    /// blocks from U+0900 to U+1FFF, or one of the marks of direction and separators of U+2000 to U+20FF.
    private static func wantsCare(_ string: String) -> Bool {
        var string = string
        return string.withUTF8 { bytes in
            for index in 0..<bytes.count {
                switch bytes[index] {
                case 0x09, 0x0a, 0x20...0x7e, 0x80...0xc1, 0xc3...0xd5, 0xe1, 0xe3...0xee: continue
                case 0xc2 where bytes[index + 1] >= 0xa0: continue
                case 0xe2 where !(0x80...0x81).contains(bytes[index + 1]) || !isMark(bytes[index + 2]): continue
                default: return true
                }
            }
            return false
        }
    }

    /// The last byte of U+2028 to U+202E and of U+2066 to U+2069; of a few harmless signs too.
    private static func isMark(_ byte: UInt8) -> Bool { (0xa6...0xae).contains(byte) }
}

extension HTML {
    /// ` dir="rtl"` for a block of words that is written from right to left; a block without it follows the page.
    package static func direction(of words: String) -> HTML { .when(words.isRightToLeft, " dir=\"rtl\"") }
}
