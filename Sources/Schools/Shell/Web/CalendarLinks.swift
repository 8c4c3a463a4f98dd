import Kernel

/// The addresses of a calendar: the trust's own, or one school's.
struct CalendarLinks: Sendable {
    let base: String

    init(_ place: CalendarPlace) {
        switch place {
        case .trust: base = "/calendar"
        case .school(let school): base = "/schools/\(school)/calendar"
        }
    }

    func year(_ startsIn: Int) -> String { "\(base)/\(startsIn)" }
    func halfTerms(_ startsIn: Int) -> String { "\(year(startsIn))/half-terms" }
    func days(_ startsIn: Int) -> String { "\(year(startsIn))/days" }
    func end(of day: Day, _ startsIn: Int) -> String { "\(days(startsIn))/\(day)/end" }

    static let years = "/calendar/years"
    static let newYear = "/calendar/years/new"

    /// - Parameter from: a preset's key, `last-year` or `blank`.
    static func newYear(_ startsIn: Int, from: String) -> String {
        "\(newYear)?starts=\(startsIn)&from=\(from)"
    }
}
