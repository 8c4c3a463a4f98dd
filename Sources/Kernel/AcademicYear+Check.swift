extension AcademicYear {
    /// A longer holiday inside a year means that a half term was left out; the longest real ones are 18 days.
    static let longestHoliday = 30

    static func errors(_ startsIn: Int, _ halfTerms: [HalfTerm], _ marks: [MarkedDay]) -> FieldErrors {
        var errors = FieldErrors()
        if halfTerms.isEmpty { errors.add("half-terms", "A year needs at least one half term.") }
        if zip(1..., halfTerms).contains(where: { $0 != $1.number }) {
            errors.add("half-terms", "Number the half terms 1, 2, 3 in the order of the year.")
        }
        for half in halfTerms { errors.check(half, in: startsIn) }
        for (earlier, later) in zip(halfTerms, halfTerms.dropFirst()) { errors.check(later, after: earlier) }
        errors.checkNames(halfTerms)
        errors.check(marks, in: startsIn)
        return errors
    }

    /// August to August: Leicestershire begins in August, and a year's summer holiday is its own.
    static func span(_ startsIn: Int) -> ClosedRange<Day>? {
        guard possible.contains(startsIn), let first = Day(startsIn, 8, 1), let last = Day(startsIn + 1, 8, 31) else {
            return nil
        }
        return first...last
    }
}

extension FieldErrors {
    fileprivate mutating func check(_ half: HalfTerm, in startsIn: Int) {
        let name = half.name.isEmpty ? "Half term \(half.number)" : half.name
        if half.name.isEmpty { add("name-\(half.number)", "Give this half term a name.") }
        limit("name-\(half.number)", half.name, to: 40)
        let first = check(half.first, "first-\(half.number)", "\(name) begins", in: startsIn)
        let last = check(half.last, "last-\(half.number)", "\(name) ends", in: startsIn)
        if first && last && half.last < half.first {
            add("last-\(half.number)", "\(name) ends on \(half.last.long), before it begins on \(half.first.long).")
        }
    }

    /// - Returns: whether the day can be compared with others.
    private mutating func check(_ day: Day, _ field: String, _ what: String, in startsIn: Int) -> Bool {
        guard AcademicYear.span(startsIn)?.contains(day) == true else {
            add(field, "\(what) on \(day.long), which is not in \(AcademicYear.name(startsIn: startsIn)).")
            return false
        }
        guard !day.weekday.isWeekend else {
            add(field, "\(what) on \(day.long), a \(day.weekday.name). Give the school day it should be.")
            return false
        }
        return true
    }

    fileprivate mutating func check(_ later: HalfTerm, after earlier: HalfTerm) {
        let field = "first-\(later.number)"
        if later.season < earlier.season {
            add(
                "half-terms",
                "\(later.name) belongs to the \(later.season.termName.lowercased()), so it cannot follow \(earlier.name)."
            )
        }
        if later.first <= earlier.last {
            add(
                field,
                "\(later.name) begins on \(later.first.long), before \(earlier.name) has ended on \(earlier.last.long)."
            )
        } else if later.first - earlier.last - 1 > AcademicYear.longestHoliday {
            let days = later.first - earlier.last - 1
            add(field, "There are \(days) days between \(earlier.name) and \(later.name). Is a half term missing?")
        }
    }

    fileprivate mutating func checkNames(_ halfTerms: [HalfTerm]) {
        var seen: Set<String> = [""]
        for half in halfTerms where !seen.insert(half.name).inserted && !half.name.isEmpty {
            add("name-\(half.number)", "Two half terms are called \(half.name).")
        }
    }

    fileprivate mutating func check(_ marks: [MarkedDay], in startsIn: Int) {
        var seen: [Day: MarkedDay] = [:]
        for mark in marks {
            if let other = seen[mark.day] {
                add("marks", "\(mark.day.long) is marked twice: \(other.label) and \(mark.label).")
            }
            seen[mark.day] = mark
            if AcademicYear.span(startsIn)?.contains(mark.day) != true {
                add("marks", "\(mark.day.long) is not in \(AcademicYear.name(startsIn: startsIn)).")
            } else if mark.day.weekday.isWeekend && mark.kind == .inset {
                add("marks", "\(mark.day.long) is a \(mark.day.weekday.name); an INSET day is a weekday.")
            }
        }
    }
}
