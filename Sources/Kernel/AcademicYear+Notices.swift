extension AcademicYear {
    /// Things worth a second look that nobody has to change, as sentences in the order of the year.
    package var notices: [String] { halfTerms.flatMap(notices(about:)) + touching + [dayCount].compactMap(\.self) }

    private func notices(about half: HalfTerm) -> [String] {
        var found: [String] = []
        if !(4...9).contains(half.weeks) {
            found.append("\(half.name) lasts \(half.weeks) week\(half.weeks == 1 ? "" : "s"); four to nine are usual.")
        }
        for (day, verb) in [(half.first, "begins"), (half.last, "ends")] {
            if let mark = mark(on: day), mark.kind == .bankHoliday || mark.kind == .closed {
                found.append("\(half.name) \(verb) on \(day.long), which is marked \(mark.label).")
            }
        }
        return found
    }

    private var touching: [String] {
        zip(halfTerms, halfTerms.dropFirst()).compactMap { earlier, later in
            let between = (earlier.last + 1).through(later.first - 1)
            guard between.allSatisfy(\.weekday.isWeekend) else { return nil }
            return "There is no holiday between \(earlier.name) and \(later.name)."
        }
    }

    /// 190 days: regulation 3 of the Education (School Day and School Year) (England) Regulations 1999. It binds
    /// maintained schools; academies follow their funding agreement, so this is never an error.
    private var dayCount: String? {
        let days = schoolDays.count
        if days == 190 { return nil }
        if days > 190 {
            return "Pupils come on \(days) days; 190 are usual. Mark INSET days that are still missing."
        }
        return "Pupils come on \(days) days; a maintained school must open on 190, an academy as it has agreed."
    }
}
