package import Kernel

/// Half terms that somebody really keeps, to start a year from. Dates are facts; each is to be checked by the trust.
package struct CalendarPreset: Hashable, Sendable {
    /// Whose dates they are.
    package enum Basis: Hashable, Sendable {
        /// The local authority's, as a school quotes them.
        case authority
        /// One school's; its neighbours may differ by a day or two.
        case oneSchool
    }

    package let area: String
    package let startsIn: Int
    package let basis: Basis
    package let halfTerms: [HalfTerm]

    /// In lists: "Kent", "Surrey, as one school has it".
    package var title: String { basis == .authority ? area : "\(area), as one school has it" }

    /// Stands in forms: `kent-2025`.
    package var key: String {
        area.lowercased().split { !$0.isLetter }.joined(separator: "-") + "-\(startsIn)"
    }

    /// - Parameter halves: `1 Sep–17 Oct`, separated by commas, autumn first and two to a season.
    init?(_ area: String, _ basis: Basis, _ startsIn: Int, _ halves: String, names: HalfTermNames = .bySeason) {
        let pairs = halves.split(separator: ",").map { $0.split(separator: "–") }
        let days = pairs.map { $0.compactMap { try? WrittenDay.read(String($0), startsIn: startsIn) } }
        guard days.count == 6, days.allSatisfy({ $0.count == 2 }) else { return nil }
        let named = names.names(for: Season.usual)
        self.area = area
        self.basis = basis
        self.startsIn = startsIn
        halfTerms = days.enumerated().map { HalfTerm($0 + 1, Season.usual[$0], named[$0], $1[0], $1[1]) }
    }

    /// The year it makes: its half terms and England's bank holidays. INSET days are the trust's own to choose.
    package var year: AcademicYear {
        get throws {
            try AcademicYear(
                startsIn: startsIn, halfTerms: halfTerms, marks: BankHolidays.inEngland(startsIn: startsIn))
        }
    }

    package static func with(key: String) -> CalendarPreset? { all.first { $0.key == key } }

    /// By area; none for a year of which nobody's dates are known.
    package static func of(startsIn year: Int) -> [CalendarPreset] {
        all.filter { $0.startsIn == year }.sorted { $0.area < $1.area }
    }

    package static var all: [CalendarPreset] { rows.compactMap(\.self) }
}
