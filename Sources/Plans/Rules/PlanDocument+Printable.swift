extension String {
    /// Without characters that XML and pages cannot carry (controls other than tab and line feed, and what Unicode
    /// calls no character), so that no typed text makes a file that cannot be opened.
    package var printable: String {
        var kept = String.UnicodeScalarView()
        for scalar in replacing("\r\n", with: "\n").unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A, 0x20...0x7E, 0xA0...0xD7FF, 0xE000...0xFDCF, 0xFDF0...0xFFFD: kept.append(scalar)
            case 0x10000... where scalar.value & 0xFFFE != 0xFFFE: kept.append(scalar)
            case 0x0D, 0x85: kept.append("\n")
            default: break
            }
        }
        return String(kept)
    }
}
