/// How often two people meet, counted in school weeks.
package enum LineRhythm: String, Sendable, CaseIterable {
    case weekly, fortnightly
    case threeWeekly = "three-weekly"
    case halfTermly = "half-termly"

    package var name: String {
        switch self {
        case .weekly: "Every week"
        case .fortnightly: "Every two weeks"
        case .threeWeekly: "Every three weeks"
        case .halfTermly: "Every half term"
        }
    }
}
