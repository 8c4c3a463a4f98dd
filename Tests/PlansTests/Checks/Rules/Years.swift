import Kernel

/// Invented years for tests of what follows the calendar.
enum Years {
    /// 2026/27 with an INSET day on Friday 27 November and the May bank holiday.
    static func calendar(_ change: (inout [HalfTerm]) -> Void = { _ in }, closed: [Day] = []) throws -> SchoolCalendar {
        var halves = [
            HalfTerm(1, .autumn, "Autumn 1", day("2026-09-02"), day("2026-10-23")),
            HalfTerm(2, .autumn, "Autumn 2", day("2026-11-02"), day("2026-12-18")),
            HalfTerm(3, .spring, "Spring 1", day("2027-01-04"), day("2027-02-12")),
            HalfTerm(4, .spring, "Spring 2", day("2027-02-22"), day("2027-03-25")),
            HalfTerm(5, .summer, "Summer 1", day("2027-04-12"), day("2027-05-28")),
            HalfTerm(6, .summer, "Summer 2", day("2027-06-07"), day("2027-07-22")),
        ]
        change(&halves)
        let marks =
            [
                MarkedDay(day("2026-11-27"), .inset),
                MarkedDay(day("2027-05-03"), .bankHoliday, "Early May bank holiday"),
            ] + closed.map { MarkedDay($0, .closed) }
        return try SchoolCalendar([AcademicYear(startsIn: 2026, halfTerms: halves, marks: marks)])
    }

    /// With other days for one half term.
    static func moving(_ number: Int, _ first: String, _ last: String) throws -> SchoolCalendar {
        try calendar { halves in
            let old = halves[number - 1]
            halves[number - 1] = HalfTerm(number, old.season, old.name, day(first), day(last))
        }
    }
}

/// A day that the test wrote itself.
func day(_ iso: String) -> Day { Day(iso)! }

func days(_ isos: String...) -> [Day] { isos.map { day($0) } }

/// An identity that a test can name.
func made<Subject>(_ number: UInt8) -> ID<Subject> { ID(bytes: [UInt8](repeating: number, count: 16)) }
