/// Where one school's year differs from its trust's.
package struct SchoolExceptions: Hashable, Sendable {
    package let startsIn: Int
    /// Each replaces the trust's half term with the same number.
    package let halfTerms: [HalfTerm]
    /// Each replaces what the trust marked on that day.
    package let marks: [MarkedDay]

    package init(startsIn: Int, halfTerms: [HalfTerm] = [], marks: [MarkedDay] = []) {
        self.startsIn = startsIn
        self.halfTerms = halfTerms
        self.marks = marks
    }

    package var isEmpty: Bool { halfTerms.isEmpty && marks.isEmpty }
}

extension AcademicYear {
    /// The trust's year as one school keeps it.
    /// - Throws: `Refusal.invalid` when the two together make no year, as when the school's Autumn 1 ends after the
    ///   trust's Autumn 2 has begun.
    package func with(_ exceptions: SchoolExceptions) throws -> AcademicYear {
        let own = Dictionary(exceptions.halfTerms.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
        let unknown = exceptions.halfTerms.first { half in !halfTerms.contains { $0.number == half.number } }
        if let unknown {
            throw Refusal.invalid("half-terms", "The trust's \(name) has no half term \(unknown.number).")
        }
        let marked = Set(exceptions.marks.map(\.day))
        return try AcademicYear(
            startsIn: startsIn, halfTerms: halfTerms.map { own[$0.number] ?? $0 },
            marks: marks.filter { !marked.contains($0.day) } + exceptions.marks)
    }
}

extension SchoolCalendar {
    /// The trust's calendar as one school keeps it.
    package func with(_ exceptions: [SchoolExceptions]) throws -> SchoolCalendar {
        try SchoolCalendar(
            years.map { year in
                try exceptions.filter { $0.startsIn == year.startsIn }.reduce(year) { try $0.with($1) }
            })
    }
}
