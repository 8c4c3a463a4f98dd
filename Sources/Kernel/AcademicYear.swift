/// One academic year whose dates have been checked: half terms in order without overlap, each marked day once.
package struct AcademicYear: Hashable, Sendable {
    /// The calendar year in which it begins: 2026 for 2026/27.
    package let startsIn: Int
    package let halfTerms: [HalfTerm]
    /// In the order of their days.
    package let marks: [MarkedDay]

    /// - Throws: `Refusal.invalid` with fields `name-N`, `first-N`, `last-N` for the half term with number N,
    ///   `marks` for marked days and `half-terms` for the year as a whole.
    package init(startsIn: Int, halfTerms: [HalfTerm], marks: [MarkedDay] = []) throws {
        try AcademicYear.errors(startsIn, halfTerms, marks).check()
        self.startsIn = startsIn
        self.halfTerms = halfTerms
        self.marks = marks.sorted { $0.day < $1.day }
    }

    package var name: String { AcademicYear.name(startsIn: startsIn) }

    /// Any number is given a name, because refusals name the year that was asked for.
    package static func name(startsIn year: Int) -> String { "\(year)/\(Day.padded((year &+ 1) % 100, 2))" }

    /// The years that a calendar takes.
    package static let possible = 1990...2190

    package var terms: [Term] {
        Season.allCases.compactMap { season in
            let own = halfTerms.filter { $0.season == season }
            return own.isEmpty ? nil : Term(season, own)
        }
    }

    /// The first day on which anybody works: of the first half term, or an INSET day before it.
    package var first: Day { min(halfTerms[0].first, marks.first { $0.isWorked }?.day ?? halfTerms[0].first) }

    /// The last day on which anybody works. What follows is summer holiday once the next year is known.
    package var last: Day {
        let end = halfTerms[halfTerms.count - 1].last
        return max(end, marks.last { $0.isWorked }?.day ?? end)
    }

    package func halfTerm(of day: Day) -> HalfTerm? { halfTerms.first { $0.contains(day) } }

    package func mark(on day: Day) -> MarkedDay? { marks.first { $0.day == day } }

    /// The days on which pupils come, in order.
    package var schoolDays: [Day] {
        let marked = Dictionary(uniqueKeysWithValues: marks.map { ($0.day, $0.kind) })
        let opened = marks.filter { $0.kind == .open && halfTerm(of: $0.day) == nil }.map(\.day)
        let usual = halfTerms.flatMap { half in
            half.first.through(half.last).filter { marked[$0].map { $0 == .open } ?? !$0.weekday.isWeekend }
        }
        return opened.isEmpty ? usual : (usual + opened).sorted()
    }

    /// The same pattern 52 weeks later under the next year's name, without marked days: a first guess to be corrected.
    package func nextYearsGuess() throws -> AcademicYear {
        let moved = halfTerms.map { HalfTerm($0.number, $0.season, $0.name, $0.first + 364, $0.last + 364) }
        return try AcademicYear(startsIn: startsIn + 1, halfTerms: moved)
    }
}

extension Day {
    /// Every day from this one to `last`; none when `last` is earlier.
    package func through(_ last: Day) -> [Day] {
        last < self ? [] : (number...last.number).map(Day.init(number:))
    }
}
