/// Clock time in England. Summer time runs from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last
/// Sunday of October (the Summer Time Order 2002), so no time-zone database is needed and rules stay pure.
extension Instant {
    package var day: Day { Day(number: Int(londonMilliseconds.flooredDivision(by: 86_400_000).quotient)) }

    /// Minutes since midnight in England.
    package var minuteOfDay: Int { Int(londonMilliseconds.flooredDivision(by: 86_400_000).remainder / 60_000) }

    /// `09:30`, in England.
    package var clock: String { "\(Day.padded(minuteOfDay / 60, 2)):\(Day.padded(minuteOfDay % 60, 2))" }

    package var isSummerTime: Bool {
        let year = Day(number: Int(milliseconds.flooredDivision(by: 86_400_000).quotient)).year
        return self >= Instant.lastSunday(of: 3, in: year) && self < Instant.lastSunday(of: 10, in: year)
    }

    private var londonMilliseconds: Int64 { milliseconds + (isSummerTime ? 3_600_000 : 0) }

    private static func lastSunday(of month: Int, in year: Int) -> Instant {
        let last = Day.number(year, month, 31)
        let sunday = last - Day(number: last).weekday.rawValue % 7
        return Instant(milliseconds: (Int64(sunday) * 24 + 1) * 3_600_000)
    }
}
