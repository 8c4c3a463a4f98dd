import Kernel
import SchoolRules

/// Dates of an academic year by the rule that most of England follows, for years whose dates nobody has published.
struct DemoYear: Sendable {
    let startsIn: Int
    /// First and last day of each of the six half terms.
    let halfTerms: [(first: Day, last: Day)]

    /// - Returns: nil only for years outside the calendar.
    init?(startsIn: Int) {
        let next = startsIn + 1
        guard let september = Day(startsIn, 9, 1), let october = Day(startsIn, 10, 24),
            let december = Day(startsIn, 12, 21), let january = Day(next, 1, 4), let february = Day(next, 2, 12),
            let may = Day(next, 5, 25), let july = Day(next, 7, 21), let easter = BankHolidays.easterSunday(next),
            let april = Day(next, 4, 1)
        else { return nil }
        self.startsIn = startsIn
        let autumnBreak = october.mondayOnOrAfter
        let springBreak = february.mondayOnOrAfter
        let summerBreak = may.mondayOnOrAfter
        let springEnd = easter <= april + 9 ? easter - 3 : (april + 2).fridayOnOrBefore
        let summerStart = (springEnd + 16).mondayOnOrAfter
        halfTerms = [
            (september.schoolWeekday, autumnBreak - 3), (autumnBreak + 7, december.fridayOnOrBefore),
            (january.mondayOnOrAfter, springBreak - 3), (springBreak + 7, springEnd),
            (summerStart, summerBreak - 3), (summerBreak + 7, july.schoolWeekdayOnOrBefore),
        ]
    }

    /// As it would be typed into the calendar's form.
    var typed: [TypedHalfTerm] {
        let names = HalfTermNames.bySeason.names(for: Season.usual)
        return zip(halfTerms.indices, halfTerms).map { index, half in
            TypedHalfTerm(index + 1, names[index], half.first.description, half.last.description)
        }
    }
}

extension Day {
    fileprivate var mondayOnOrAfter: Day { monday == self ? self : monday + 7 }
    fileprivate var fridayOnOrBefore: Day { weekday.rawValue >= 5 ? monday + 4 : monday - 3 }
    fileprivate var schoolWeekday: Day { weekday.isWeekend ? mondayOnOrAfter : self }
    fileprivate var schoolWeekdayOnOrBefore: Day { weekday.isWeekend ? fridayOnOrBefore : self }
}
