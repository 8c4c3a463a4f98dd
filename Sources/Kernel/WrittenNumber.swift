extension Int {
    /// What a whole number that comes from outside may be: a field, a part of an address, a header, a cell of a file, a
    /// version. Whoever writes more than a thousand million means no number, and reckoning with what is in here never
    /// comes near the end of 64 bits, where it would end the process.
    package static let writable = 0...1_000_000_000

    /// The one reader of whole numbers that were written outside.
    ///
    /// - Parameter range: what it may be here, within `writable`.
    /// - Returns: nil unless `text` is one to twelve of the digits 0 to 9, and its number lies in `range`.
    package init?(written text: some StringProtocol, _ range: ClosedRange<Int> = writable) {
        let digits = text.utf8
        guard (1...12).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        // Twelve digits have room.
        let value = digits.reduce(0) { $0 * 10 + Self($1 - 0x30) }
        guard range.contains(value), Self.writable.contains(value) else { return nil }
        self = value
    }
}
