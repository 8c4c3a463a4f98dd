package import Kernel

/// What happened to the year that one school keeps.
package struct OwnYearChange: Hashable, Sendable {
    package enum What: Hashable, Sendable {
        /// All half terms that the school keeps for itself, before and after; none means that it follows the trust.
        case halfTermsKept(from: [HalfTerm], to: [HalfTerm])
        case marked(MarkedDay)
        case unmarked(MarkedDay)
    }

    package let id: AcademicYearID
    package let school: SchoolID
    package let startsIn: Int
    /// The version that this change was made upon; 0 for a first exception.
    package let version: Int
    package let what: What

    fileprivate init(_ trust: TrustYear, _ own: OwnYear, _ what: What) {
        (id, school, startsIn) = (trust.id, own.school, trust.startsIn)
        (version, self.what) = (own.version, what)
    }
}

extension TrustCalendar {
    /// The kinds of day that a school marks for itself.
    package static let ownKinds: [MarkedDay.Kind] = [.inset, .closed, .open]

    /// - Parameter halfTerms: the school's whole year. Only their days count, because names and seasons are the
    ///   trust's; a half term with the trust's days follows the trust from now on.
    package func keeping(
        _ own: OwnYear, version: Int, halfTerms: [HalfTerm], by permit: MayKeepSchoolCalendar
    ) throws -> OwnYearChange {
        let trust = try year(behind: own, version, permit)
        guard trust.year.halfTerms.map(\.number) == halfTerms.map(\.number) else { throw Refusal.stale }
        let different = zip(trust.year.halfTerms, halfTerms).map { shared, typed in
            HalfTerm(shared.number, shared.season, shared.name, typed.first, typed.last)
        }.filter { !trust.year.halfTerms.contains($0) }
        let marks = own.exceptions.marks
        try check(own, trust, SchoolExceptions(startsIn: own.startsIn, halfTerms: different, marks: marks))
        return OwnYearChange(trust, own, .halfTermsKept(from: own.exceptions.halfTerms, to: different))
    }

    package func marking(
        _ own: OwnYear, version: Int, _ mark: MarkedDay, by permit: MayKeepSchoolCalendar
    ) throws -> OwnYearChange {
        let trust = try year(behind: own, version, permit)
        guard Self.ownKinds.contains(mark.kind) else {
            throw Refusal.invalid("kind", "Choose whether it is an INSET day, closed, or open as usual.")
        }
        let kept = try trust.year.with(own.exceptions)
        if mark.kind == .open && kept.schoolDays.contains(mark.day) {
            throw Refusal.invalid("day", "Pupils come on \(mark.day.long) as it is.")
        }
        let marks = own.exceptions.marks + [mark]
        let exceptions = SchoolExceptions(startsIn: own.startsIn, halfTerms: own.exceptions.halfTerms, marks: marks)
        let plain = try AcademicYear(
            startsIn: own.startsIn, halfTerms: kept.halfTerms, marks: own.exceptions.marks)
        _ = try plain.marking(mark)
        try check(own, trust, exceptions)
        return OwnYearChange(trust, own, .marked(mark))
    }

    package func unmarking(
        _ own: OwnYear, version: Int, _ day: Day, by permit: MayKeepSchoolCalendar
    ) throws -> OwnYearChange {
        let trust = try year(behind: own, version, permit)
        guard let mark = own.exceptions.marks.first(where: { $0.day == day }) else { throw Refusal.notFound }
        let marks = own.exceptions.marks.filter { $0 != mark }
        let exceptions = SchoolExceptions(startsIn: own.startsIn, halfTerms: own.exceptions.halfTerms, marks: marks)
        try check(own, trust, exceptions)
        return OwnYearChange(trust, own, .unmarked(mark))
    }

    private func year(
        behind own: OwnYear, _ version: Int, _ permit: MayKeepSchoolCalendar
    ) throws -> TrustYear {
        guard permit.school == own.school, let trust = year(startsIn: own.startsIn) else { throw Refusal.notFound }
        guard own.version == version else { throw Refusal.stale }
        return trust
    }

    /// The school's year must stand by itself (with fields of the form) and beside its other years.
    private func check(_ own: OwnYear, _ trust: TrustYear, _ exceptions: SchoolExceptions) throws {
        _ = try trust.year.with(exceptions)
        let changed = OwnYear(
            school: own.school, schoolName: own.schoolName, version: own.version, exceptions: exceptions)
        _ = try replacing(changed).calendar(of: own.school)
    }
}
