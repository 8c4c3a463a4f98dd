package import Kernel

/// What happened to a year of the trust: what the store saves.
package struct YearChange: Hashable, Sendable {
    package enum What: Hashable, Sendable {
        case started(AcademicYear)
        case halfTermsMoved(from: [HalfTerm], to: [HalfTerm])
        case marked(MarkedDay)
        case unmarked(MarkedDay)
    }

    package let id: AcademicYearID
    package let startsIn: Int
    /// The version that this change was made upon; 0 for a year that begins.
    package let version: Int
    package let what: What

    fileprivate init(_ id: AcademicYearID, _ startsIn: Int, _ version: Int, _ what: What) {
        (self.id, self.startsIn, self.version, self.what) = (id, startsIn, version, what)
    }
}

extension TrustCalendar {
    /// The kinds of day that a trust marks; `open` is for a school that does otherwise.
    package static let kinds: [MarkedDay.Kind] = [.inset, .closed, .bankHoliday]

    package func starting(_ year: AcademicYear, id: AcademicYearID, by permit: MayKeepCalendar) throws -> YearChange {
        guard self.year(startsIn: year.startsIn) == nil else {
            throw Refusal.conflict("\(year.name) is in the calendar already.")
        }
        try replacing(year, id: id).check()
        return YearChange(id, year.startsIn, 0, .started(year))
    }

    /// - Parameter halfTerms: with the numbers and seasons that the year has.
    /// - Throws: `Refusal.stale` when `version` is no longer the year's; `Refusal.invalid` with the fields of
    ///   `AcademicYear`; `Refusal.conflict` when a neighbouring year or a school's own dates are in the way.
    package func moving(
        _ startsIn: Int, version: Int, to halfTerms: [HalfTerm], by permit: MayKeepCalendar
    ) throws -> YearChange {
        let kept = try kept(startsIn, version)
        guard kept.year.halfTerms.map(\.number) == halfTerms.map(\.number) else { throw Refusal.stale }
        let moved = try AcademicYear(startsIn: startsIn, halfTerms: halfTerms, marks: kept.year.marks)
        try replacing(moved, id: kept.id).check()
        return YearChange(kept.id, startsIn, version, .halfTermsMoved(from: kept.year.halfTerms, to: halfTerms))
    }

    package func marking(
        _ startsIn: Int, version: Int, _ mark: MarkedDay, by permit: MayKeepCalendar
    ) throws -> YearChange {
        let kept = try kept(startsIn, version)
        guard Self.kinds.contains(mark.kind) else {
            throw Refusal.invalid("kind", "Choose whether it is an INSET day, a bank holiday or closed.")
        }
        let marked = try kept.year.marking(mark)
        try replacing(marked, id: kept.id).check()
        return YearChange(kept.id, startsIn, version, .marked(mark))
    }

    package func unmarking(
        _ startsIn: Int, version: Int, _ day: Day, by permit: MayKeepCalendar
    ) throws -> YearChange {
        let kept = try kept(startsIn, version)
        guard let mark = kept.year.mark(on: day) else { throw Refusal.notFound }
        let plain = try AcademicYear(
            startsIn: startsIn, halfTerms: kept.year.halfTerms, marks: kept.year.marks.filter { $0 != mark })
        try replacing(plain, id: kept.id).check()
        return YearChange(kept.id, startsIn, version, .unmarked(mark))
    }

    private func kept(_ startsIn: Int, _ version: Int) throws -> TrustYear {
        guard let kept = year(startsIn: startsIn) else { throw Refusal.notFound }
        guard kept.version == version else { throw Refusal.stale }
        return kept
    }
}

extension AcademicYear {
    /// The year with one more marked day.
    /// - Throws: `Refusal.invalid` at `day` or `name`, where the form has them.
    func marking(_ mark: MarkedDay) throws -> AcademicYear {
        try mark.name.within(60, at: "name")
        do {
            return try AcademicYear(startsIn: startsIn, halfTerms: halfTerms, marks: marks + [mark])
        } catch Refusal.invalid(let errors) {
            throw Refusal.invalid("day", errors.all.map(\.sentence).joined(separator: " "))
        }
    }
}
