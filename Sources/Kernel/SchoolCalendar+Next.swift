/// Something in the calendar that people look forward to or must plan around.
package struct Milestone: Hashable, Sendable {
    package enum What: Hashable, Sendable {
        case begins(HalfTerm)
        /// The first day of a holiday.
        case breaksUp(Window)
        case marked(MarkedDay)
    }

    package let day: Day
    package let what: What

    package init(day: Day, what: What) { (self.day, self.what) = (day, what) }

    package var label: String {
        switch what {
        case .begins(let half): "\(half.name) begins"
        case .breaksUp(let holiday): "\(holiday.name) begins"
        case .marked(let mark):
            mark.kind == .bankHoliday || mark.name.isEmpty ? mark.label : "\(mark.kind.name) (\(mark.name))"
        }
    }
}

extension SchoolCalendar {
    /// What comes after `day`, soonest first. Bank holidays and closures are named only where they cost a school day.
    package func milestones(after day: Day, upTo count: Int) -> [Milestone] {
        guard let stretch = stretch(of: day) else { return [] }
        let halves = halfTerms.filter { $0.last >= day && $0.first <= stretch.last }
        let begins = halves.map { Milestone(day: $0.first, what: .begins($0)) }
        let breaks = halves.compactMap { half in
            holiday(of: half.last + 1).map { Milestone(day: half.last + 1, what: .breaksUp($0)) }
        }
        let marked = years.flatMap(\.marks).filter { $0.isWorked || halfTerm(of: $0.day) != nil }
            .map { Milestone(day: $0.day, what: .marked($0)) }
        let coming = (begins + breaks + marked).filter { $0.day > day && $0.day <= stretch.last }
        return Array(coming.sorted { ($0.day, $0.label) < ($1.day, $1.label) }.prefix(count))
    }
}
