extension Day {
    /// How long ago this day was, in the words that pages use: "today", "3 weeks ago", "in 2 days".
    package func age(on today: Day) -> String {
        let days = today - self
        switch days {
        case 0: return "today"
        case 1: return "yesterday"
        case -1: return "tomorrow"
        case 2...: return Day.span(days) + " ago"
        default: return "in " + Day.span(-days)
        }
    }

    /// A length of time in its largest fitting unit: days below two weeks (seven are
    /// a week), weeks below ten, months below two years.
    package static func span(_ days: Int) -> String {
        switch days {
        case 7: "a week"
        case ..<14: counted(days, "day")
        case ..<70: counted(days / 7, "week")
        case ..<730: counted(days * 12 / 365, "month")
        default: counted(days / 365, "year")
        }
    }

    private static func counted(_ count: Int, _ unit: String) -> String { "\(count) \(unit)\(count == 1 ? "" : "s")" }
}
