/// A day of the Gregorian calendar, without a time or a time zone. Text form is ISO: `2026-11-21`.
package struct Day: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Days since 1 January 1970.
    package let number: Int

    package init(number: Int) { self.number = number }

    /// - Returns: nil for a day that no calendar has, such as 30 February.
    package init?(_ year: Int, _ month: Int, _ day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
        guard day <= Day.length(ofMonth: month, year: year) else { return nil }
        number = Day.number(year, month, day)
    }

    /// - Parameter iso: `YYYY-MM-DD`, nothing else.
    package init?(_ iso: String) {
        var iso = iso
        guard let day = iso.withUTF8({ $0.count == 10 ? Day(reading: $0) : nil }) else { return nil }
        self = day
    }

    /// - Parameter bytes: ten or more; only the first ten are read.
    init?(reading bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes[4] == 0x2d, bytes[7] == 0x2d, let year = Day.digits(bytes, 0..<4),
            let month = Day.digits(bytes, 5..<7), let day = Day.digits(bytes, 8..<10)
        else { return nil }
        self.init(year, month, day)
    }

    package static func < (a: Day, b: Day) -> Bool { a.number < b.number }
    package static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }
    package static func - (day: Day, days: Int) -> Day { Day(number: day.number - days) }

    /// Whole days from `b` to `a`; negative when `a` is earlier.
    package static func - (a: Day, b: Day) -> Int { a.number - b.number }

    package var weekday: Weekday { Weekday(rawValue: ((number + 3) % 7 + 7) % 7 + 1)! }

    /// The Monday of this day's week.
    package var monday: Day { self - (weekday.rawValue - 1) }

    package var description: String {
        let (year, month, day) = civil
        return "\(Day.padded(year, 4))-\(Day.padded(month, 2))-\(Day.padded(day, 2))"
    }

    static func digits(_ bytes: UnsafeBufferPointer<UInt8>, _ places: Range<Int>) -> Int? {
        var value = 0
        for place in places {
            guard (0x30...0x39).contains(bytes[place]) else { return nil }
            value = value * 10 + Int(bytes[place] - 0x30)
        }
        return value
    }

    static func padded(_ value: Int, _ width: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}

package enum Weekday: Int, Sendable, CaseIterable {
    case monday = 1, tuesday, wednesday, thursday, friday, saturday, sunday

    package var isWeekend: Bool { self == .saturday || self == .sunday }

    package var name: String {
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][rawValue - 1]
    }
}

package let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
]
