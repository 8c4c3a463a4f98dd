/// What a day is for a school.
package enum DayKind: Hashable, Sendable {
    /// Pupils are in.
    case school
    /// Staff only.
    case inset(String)
    case weekend
    case bankHoliday(String)
    case closed(String)
    case holiday(String)
}

extension MarkedDay {
    var dayKind: DayKind {
        switch kind {
        case .open: .school
        case .inset: .inset(label)
        case .closed: .closed(label)
        case .bankHoliday: .bankHoliday(label)
        }
    }
}

/// The academic years that a school, or the trust as a whole, knows.
///
/// Every question about a day outside them is answered with nil. A summer is known only when the years on both of its
/// sides are, because nobody can say when an unknown year begins.
package struct SchoolCalendar: Hashable, Sendable {
    package let years: [AcademicYear]
    let halfTerms: [HalfTerm]
    let stretches: [Stretch]
    private let marks: [Day: MarkedDay]

    /// Days without a gap in knowledge: academic years that follow one another.
    struct Stretch: Hashable, Sendable {
        let first: Day
        let last: Day
        let schoolDays: [Day]
        /// The Mondays of the weeks in which pupils come on at least one day.
        let schoolWeeks: [Day]
    }

    package static let unknown = SchoolCalendar(sorted: [])

    /// - Throws: `Refusal.conflict` when two years have the same name or one begins before the one before has ended.
    package init(_ years: [AcademicYear]) throws {
        let sorted = years.sorted { $0.startsIn < $1.startsIn }
        for (earlier, later) in zip(sorted, sorted.dropFirst()) {
            guard earlier.startsIn < later.startsIn else {
                throw Refusal.conflict("There are two years \(later.name).")
            }
            guard earlier.last < later.first else {
                throw Refusal.conflict(
                    "\(later.name) begins on \(later.first.long), before \(earlier.name) has ended on \(earlier.last.long)."
                )
            }
        }
        self.init(sorted: sorted)
    }

    private init(sorted: [AcademicYear]) {
        years = sorted
        halfTerms = sorted.flatMap(\.halfTerms)
        marks = Dictionary(sorted.flatMap(\.marks).map { ($0.day, $0) }, uniquingKeysWith: { first, _ in first })
        stretches = SchoolCalendar.runs(of: sorted).map(Stretch.init(of:))
    }

    private static func runs(of years: [AcademicYear]) -> [[AcademicYear]] {
        years.reduce(into: []) { runs, year in
            if let previous = runs.last?.last, previous.startsIn + 1 == year.startsIn {
                runs[runs.count - 1].append(year)
            } else {
                runs.append([year])
            }
        }
    }

    package func knows(_ day: Day) -> Bool { stretch(of: day) != nil }

    package func kind(of day: Day) -> DayKind? {
        guard knows(day) else { return nil }
        if let mark = marks[day] { return mark.dayKind }
        if halfTerm(of: day) != nil { return day.weekday.isWeekend ? .weekend : .school }
        return holiday(of: day).map { .holiday($0.name) }
    }

    /// Whether pupils come; nil when the calendar does not know.
    package func isSchoolDay(_ day: Day) -> Bool? { kind(of: day).map { $0 == .school } }

    /// Whether staff come: a school day or an INSET day.
    package func isWorkingDay(_ day: Day) -> Bool? {
        kind(of: day).map { kind in
            switch kind {
            case .school, .inset: true
            case .weekend, .bankHoliday, .closed, .holiday: false
            }
        }
    }

    /// Whether nothing may fall due and no reminder may go out: holidays, bank holidays and closed days.
    /// A weekend in the middle of a half term is quiet of itself, but not silent.
    package func isSilent(_ day: Day) -> Bool? {
        kind(of: day).map { kind in
            switch kind {
            case .school, .inset, .weekend: false
            case .bankHoliday, .closed, .holiday: true
            }
        }
    }

    func stretch(of day: Day) -> Stretch? { stretches.first { $0.first <= day && day <= $0.last } }
}

extension SchoolCalendar.Stretch {
    /// - Parameter years: at least one, each following the one before.
    fileprivate init(of years: [AcademicYear]) {
        first = years[0].first
        last = years[years.count - 1].last
        schoolDays = years.flatMap(\.schoolDays)
        schoolWeeks = schoolDays.map(\.monday).reduce(into: []) { weeks, monday in
            if weeks.last != monday { weeks.append(monday) }
        }
    }
}
