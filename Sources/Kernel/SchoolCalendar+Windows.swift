/// A named run of days, both ends included.
package struct Window: Hashable, Sendable {
    package enum Length: String, Sendable, CaseIterable { case halfTerm = "half-term", term, year }

    package let name: String
    package let first: Day
    package let last: Day

    package init(_ name: String, _ first: Day, _ last: Day) {
        self.name = name
        self.first = first
        self.last = last
    }

    package func contains(_ day: Day) -> Bool { first <= day && day <= last }
}

extension SchoolCalendar {
    package func halfTerm(of day: Day) -> HalfTerm? { halfTerms.first { $0.contains(day) } }

    /// The term, from its first to its last day; the break in its middle counts as inside.
    package func term(of day: Day) -> Term? {
        year(of: day)?.terms.first { $0.first <= day && day <= $0.last }
    }

    /// The academic year; a summer holiday belongs to the year it follows.
    package func year(of day: Day) -> AcademicYear? {
        knows(day) ? years.last { $0.first <= day } : nil
    }

    /// "This half term", "this term" or "this year" on `day`; nil in the holiday between two of them.
    package func window(_ length: Window.Length, of day: Day) -> Window? {
        switch length {
        case .halfTerm: halfTerm(of: day).map { Window($0.name, $0.first, $0.last) }
        case .term: term(of: day).map { Window($0.name, $0.first, $0.last) }
        case .year: years.first { $0.first <= day && day <= $0.last }.map { Window($0.name, $0.first, $0.last) }
        }
    }

    /// The holiday around `day`, from the day after school ends to the day before it begins again. INSET days at its
    /// edges lie inside it; only `kind(of:)` tells them apart.
    package func holiday(of day: Day) -> Window? {
        guard let stretch = stretch(of: day), halfTerm(of: day) == nil else { return nil }
        let before = halfTerms.last { $0.last < day && $0.first >= stretch.first }
        let after = halfTerms.first { $0.first > day && $0.last <= stretch.last }
        let name = before.map { holidayName(after: $0, before: after) } ?? Season.summer.holidayAfter
        return Window(name, before.map { $0.last + 1 } ?? stretch.first, after.map { $0.first - 1 } ?? stretch.last)
    }

    private func holidayName(after before: HalfTerm, before after: HalfTerm?) -> String {
        let sameTerm = after.map { $0.season == before.season && year(of: $0.first) == year(of: before.first) }
        return sameTerm == true ? "\(before.season.name) half-term break" : before.season.holidayAfter
    }

    /// The half term that begins next after `day`.
    package func nextHalfTerm(after day: Day) -> HalfTerm? {
        guard let stretch = stretch(of: day) else { return nil }
        return halfTerms.first { $0.first > day && $0.first <= stretch.last }
    }
}
