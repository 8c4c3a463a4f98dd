/// How often an impact check comes round, counted in the school calendar.
package enum CheckRhythm: String, Sendable, CaseIterable {
    case weekly, fortnightly
    case halfTermly = "half-termly"
    case termly
    /// Days that were named one by one.
    case dates

    package var name: String {
        switch self {
        case .weekly: "Every week"
        case .fortnightly: "Every two weeks"
        case .halfTermly: "Every half term"
        case .termly: "Every term"
        case .dates: "On named days"
        }
    }
}
