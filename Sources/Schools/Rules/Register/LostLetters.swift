extension String {
    /// Whether letters were lost before the file was made: a program that has no sign for a letter writes "?" or U+FFFD in
    /// its place, or one for each of its bytes. No school, town or trust of the register has a question mark in its name.
    var hasLostLetters: Bool { unicodeScalars.contains(where: Self.isLost) }

    /// `known` where this text is a copy of it that lost letters, or nil.
    func mended(by known: String?) -> String? {
        guard let known, hasLostLetters, !known.hasLostLetters, known.fits(unicodeScalars[...]) else { return nil }
        return known
    }

    private static func isLost(_ scalar: Unicode.Scalar) -> Bool { scalar == "?" || scalar == "\u{fffd}" }

    /// Whether `lossy` is this text with letters beyond ASCII replaced, each by one sign or by up to four.
    private func fits(_ lossy: Substring.UnicodeScalarView) -> Bool {
        var lossy = lossy
        for scalar in unicodeScalars {
            if let next = lossy.first, next == scalar {
                lossy.removeFirst()
            } else if !scalar.isASCII, let next = lossy.first, Self.isLost(next) {
                let most = UTF8.width(scalar)
                let run = lossy.prefix(most).prefix(while: Self.isLost).count
                lossy.removeFirst(run == most ? most : 1)
            } else {
                return false
            }
        }
        return lossy.isEmpty
    }
}
