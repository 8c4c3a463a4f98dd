import Kernel

/// Years that no school keeps, in the shapes that schools do keep.
enum Years {
    static func day(_ iso: String) -> Day { Day(iso)! }

    /// - Parameter dates: first and last days, `09-02 10-24 …`; months before August lie in the following year.
    static func year(
        _ startsIn: Int, _ dates: String, marks: [MarkedDay] = [], names: HalfTermNames = .bySeason
    ) throws -> AcademicYear {
        try AcademicYear(startsIn: startsIn, halfTerms: halves(startsIn, dates, names: names), marks: marks)
    }

    static func halves(_ startsIn: Int, _ dates: String, names: HalfTermNames = .bySeason) -> [HalfTerm] {
        let days = dates.split(separator: " ").map { text in
            day("\(text < "08" ? startsIn + 1 : startsIn)-\(text)")
        }
        let seasons = (0..<days.count / 2).map { Season.allCases[min($0 / 2, 2)] }
        let named = names.names(for: seasons)
        return seasons.indices.map { HalfTerm($0 + 1, seasons[$0], named[$0], days[2 * $0], days[2 * $0 + 1]) }
    }

    static let usual2025 = "09-02 10-24 11-03 12-19 01-05 02-13 02-23 03-27 04-13 05-22 06-01 07-21"
    static let usual2026 = "09-01 10-23 11-02 12-18 01-04 02-12 02-22 03-25 04-12 05-28 06-07 07-21"
    /// Starts in August, breaks early, and its second half term lasts nine weeks.
    static let long2025 = "08-26 10-10 10-20 12-19 01-06 02-13 02-23 03-27 04-13 05-22 06-01 07-10"

    static let marks2025 = [
        MarkedDay(day("2025-09-01"), .inset), MarkedDay(day("2025-10-24"), .inset, "Curriculum day"),
        MarkedDay(day("2026-05-04"), .bankHoliday, "Early May bank holiday"),
        MarkedDay(day("2025-12-25"), .bankHoliday, "Christmas Day"),
        MarkedDay(day("2026-07-21"), .closed, "INSET held as twilights"),
    ]

    static func two() throws -> SchoolCalendar {
        try SchoolCalendar([year(2026, usual2026), year(2025, usual2025, marks: marks2025)])
    }
}
