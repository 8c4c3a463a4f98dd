package import Kernel

package typealias AcademicYearID = ID<AcademicYear>

/// An academic year as the trust keeps it.
package struct TrustYear: Hashable, Sendable {
    package let id: AcademicYearID
    /// Rises with every change.
    package let version: Int
    package let year: AcademicYear

    package init(id: AcademicYearID, version: Int, year: AcademicYear) {
        (self.id, self.version, self.year) = (id, version, year)
    }

    package var startsIn: Int { year.startsIn }
}

/// What one school keeps differently in one year.
package struct OwnYear: Hashable, Sendable {
    package let school: SchoolID
    package let schoolName: String
    /// 0 while the school never kept anything of its own.
    package let version: Int
    package let exceptions: SchoolExceptions

    package init(school: SchoolID, schoolName: String, version: Int, exceptions: SchoolExceptions) {
        (self.school, self.schoolName) = (school, schoolName)
        (self.version, self.exceptions) = (version, exceptions)
    }

    package var startsIn: Int { exceptions.startsIn }
}

/// The trust's years with everything that schools keep differently: what a change is held against.
package struct TrustCalendar: Hashable, Sendable {
    package let years: [TrustYear]
    package let own: [OwnYear]

    package init(years: [TrustYear], own: [OwnYear]) {
        self.years = years.sorted { $0.startsIn < $1.startsIn }
        self.own = own
    }

    package func year(startsIn: Int) -> TrustYear? { years.first { $0.startsIn == startsIn } }

    package func own(of school: SchoolID, startsIn: Int) -> OwnYear? {
        own.first { $0.school == school && $0.startsIn == startsIn }
    }

    /// - Throws: `Refusal.conflict` when two years overlap, as no change leaves them.
    package func shared() throws -> SchoolCalendar { try SchoolCalendar(years.map(\.year)) }

    package func calendar(of school: SchoolID) throws -> SchoolCalendar {
        try shared().with(own.filter { $0.school == school }.map(\.exceptions))
    }

    /// The same with `year` in the place of its namesake.
    func replacing(_ year: AcademicYear, id: AcademicYearID) -> TrustCalendar {
        let others = years.filter { $0.startsIn != year.startsIn }
        return TrustCalendar(years: others + [TrustYear(id: id, version: 0, year: year)], own: own)
    }

    func replacing(_ exceptions: OwnYear) -> TrustCalendar {
        let others = own.filter { $0.school != exceptions.school || $0.startsIn != exceptions.startsIn }
        return TrustCalendar(years: years, own: others + [exceptions])
    }

    /// - Throws: `Refusal.conflict` naming the school whose own dates no longer fit.
    func check() throws {
        _ = try shared()
        for school in Set(own.map(\.school)).sorted() {
            do {
                _ = try calendar(of: school)
            } catch let refusal as Refusal {
                let name = own.first { $0.school == school }?.schoolName ?? ""
                throw Refusal.conflict("This does not fit what \(name) keeps for itself. \(refusal.sentence)")
            }
        }
    }
}
