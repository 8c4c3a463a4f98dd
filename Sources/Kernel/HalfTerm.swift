/// The three terms of an English school year, in their order.
package enum Season: String, Sendable, Hashable, CaseIterable, Comparable {
    case autumn, spring, summer

    package var name: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

    /// Of the six half terms that nearly every school has.
    package static let usual: [Season] = [.autumn, .autumn, .spring, .spring, .summer, .summer]

    package var termName: String { name + " term" }

    /// What the holiday after the last half term of this term is called.
    package var holidayAfter: String {
        switch self {
        case .autumn: "Christmas holiday"
        case .spring: "Easter holiday"
        case .summer: "Summer holiday"
        }
    }

    package static func < (a: Season, b: Season) -> Bool { a.place < b.place }

    private var place: Int {
        switch self {
        case .autumn: 0
        case .spring: 1
        case .summer: 2
        }
    }
}

/// A stretch of school between two holidays, as the trust names it: "Autumn 1", or "Term 1" in Kent.
package struct HalfTerm: Hashable, Sendable {
    /// 1 for the first of its academic year; chronological.
    package let number: Int
    package let season: Season
    package let name: String
    package let first: Day
    package let last: Day

    package init(_ number: Int, _ season: Season, _ name: String, _ first: Day, _ last: Day) {
        self.number = number
        self.season = season
        self.name = name
        self.first = first
        self.last = last
    }

    package func contains(_ day: Day) -> Bool { first <= day && day <= last }

    /// Calendar weeks, Monday to Sunday, that it touches.
    package var weeks: Int { (last.monday - first.monday) / 7 + 1 }

    /// - Returns: 1 in the half term's first calendar week, nil outside the half term.
    package func week(of day: Day) -> Int? { contains(day) ? (day.monday - first.monday) / 7 + 1 : nil }
}

/// How half terms are named when nobody has chosen names.
package enum HalfTermNames: String, Sendable, CaseIterable {
    /// Autumn 1, Autumn 2, Spring 1 …
    case bySeason = "by-season"
    /// Term 1 to Term 6, as Kent counts.
    case numbered

    /// - Parameter seasons: of the half terms of one year, in order.
    package func names(for seasons: [Season]) -> [String] {
        seasons.enumerated().map { index, season in
            switch self {
            case .bySeason: "\(season.name) \(seasons[...index].count { $0 == season })"
            case .numbered: "Term \(index + 1)"
            }
        }
    }
}

/// The half terms of one season, with the break between them.
package struct Term: Hashable, Sendable {
    package let season: Season
    package let halfTerms: [HalfTerm]

    package var name: String { season.termName }
    package var first: Day { halfTerms[0].first }
    package var last: Day { halfTerms[halfTerms.count - 1].last }

    init(_ season: Season, _ halfTerms: [HalfTerm]) {
        self.season = season
        self.halfTerms = halfTerms
    }
}
