/// A moment, to the millisecond. Text form is UTC and sorts: `2026-11-21T09:30:00.000Z`.
package struct Instant: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Milliseconds since the start of 1970, UTC.
    package let milliseconds: Int64

    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// - Parameter text: `2026-11-21T09:30`, with or without seconds, milliseconds and a final `Z`.
    package init?(_ text: String) {
        var text = text
        guard let milliseconds = text.withUTF8({ Instant.milliseconds(in: $0) }) else { return nil }
        self.milliseconds = milliseconds
    }

    package static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }

    package func adding(seconds: Int) -> Instant { Instant(milliseconds: milliseconds + Int64(seconds) * 1_000) }

    /// Whole seconds from `earlier` to this moment.
    package func seconds(since earlier: Instant) -> Int { Int((milliseconds - earlier.milliseconds) / 1_000) }

    package var description: String {
        let (days, time) = milliseconds.flooredDivision(by: 86_400_000)
        let parts = [time / 3_600_000, time / 60_000 % 60, time / 1_000 % 60].map { Day.padded(Int($0), 2) }
        return "\(Day(number: Int(days)))T\(parts.joined(separator: ":")).\(Day.padded(Int(time % 1_000), 3))Z"
    }

    private static func milliseconds(in bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
        let count = bytes.last == 0x5a ? bytes.count - 1 : bytes.count
        guard count >= 16, bytes[10] == 0x54, bytes[13] == 0x3a, let day = Day(reading: bytes),
            let hour = Day.digits(bytes, 11..<13), let minute = Day.digits(bytes, 14..<16), hour < 24, minute < 60,
            let rest = secondsAndMillis(bytes, 16..<count)
        else { return nil }
        return Int64(((day.number * 24 + hour) * 60 + minute) * 60_000 + rest)
    }

    private static func secondsAndMillis(_ bytes: UnsafeBufferPointer<UInt8>, _ rest: Range<Int>) -> Int? {
        if rest.isEmpty { return 0 }
        guard rest.count == 3 || rest.count == 7, bytes[16] == 0x3a, let seconds = Day.digits(bytes, 17..<19),
            seconds < 60
        else { return nil }
        if rest.count == 3 { return seconds * 1_000 }
        guard bytes[19] == 0x2e, let millis = Day.digits(bytes, 20..<23) else { return nil }
        return seconds * 1_000 + millis
    }
}

extension Int64 {
    func flooredDivision(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
