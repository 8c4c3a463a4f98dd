package import Kernel

/// Bank holidays of England and Wales by rule, under the names GOV.UK gives them.
///
/// The Banking and Financial Dealings Act 1971 fixes the days; a day that falls on a weekend is moved to the next free
/// weekday. Days proclaimed once are listed, so the rule holds from 2023; a trust marks later proclamations itself.
package enum BankHolidays {
    package static let firstYear = 2023

    private static let proclaimed = [(2023, 5, 8, "Coronation of King Charles III")]

    /// - Returns: in the order of the year; none before `firstYear`.
    package static func inEngland(year: Int) -> [MarkedDay] {
        guard year >= firstYear, let easter = easterSunday(year) else { return [] }
        var days: [(Day?, String)] = [
            (Day(year, 1, 1).map { $0.weekday.isWeekend ? $0.monday + 7 : $0 }, "New Year’s Day"),
            (easter - 2, "Good Friday"), (easter + 1, "Easter Monday"),
            (firstMonday(year, 5), "Early May bank holiday"),
            (lastMonday(year, 5), "Spring bank holiday"), (lastMonday(year, 8), "Summer bank holiday"),
            (december(25, year, substitute: 27), "Christmas Day"),
            (december(26, year, substitute: 28), "Boxing Day"),
        ]
        days += proclaimed.filter { $0.0 == year }.map { (Day($0.0, $0.1, $0.2), $0.3) }
        return days.compactMap { day, name in day.map { MarkedDay($0, .bankHoliday, name) } }
            .sorted { $0.day < $1.day }
    }

    /// Those of one academic year, September to August.
    package static func inEngland(startsIn year: Int) -> [MarkedDay] {
        inEngland(year: year).filter { $0.day.month >= 9 } + inEngland(year: year + 1).filter { $0.day.month < 9 }
    }

    /// Western Easter: the Sunday after the full moon of the church's tables (Butcher's form of the rule of 1582).
    package static func easterSunday(_ year: Int) -> Day? {
        let golden = year % 19
        let (century, yearOfCentury) = year.quotientAndRemainder(dividingBy: 100)
        let moonShift = (century - (century + 8) / 25 + 1) / 3
        let epact = (19 * golden + century - century / 4 - moonShift + 15) % 30
        let toSunday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
        let late = (golden + 11 * epact + 22 * toSunday) / 451
        let counted = epact + toSunday - 7 * late + 114
        return Day(year, counted / 31, counted % 31 + 1)
    }

    /// Whichever of Christmas and Boxing Day falls on a weekend, its substitute always comes to the same date.
    private static func december(_ day: Int, _ year: Int, substitute: Int) -> Day? {
        Day(year, 12, day).flatMap { $0.weekday.isWeekend ? Day(year, 12, substitute) : $0 }
    }

    private static func firstMonday(_ year: Int, _ month: Int) -> Day? { Day(year, month, 7)?.monday }

    private static func lastMonday(_ year: Int, _ month: Int) -> Day? { Day(year, month, 31)?.monday }
}
