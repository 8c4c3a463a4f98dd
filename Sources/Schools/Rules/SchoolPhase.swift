/// The stage of schooling, as the register deems it. A middle school has the phase that the register deems it to have.
package enum SchoolPhase: String, Sendable, Hashable, CaseIterable {
    case nursery, primary, secondary
    case allThrough = "all-through"
    case post16 = "post-16"

    package var name: String {
        switch self {
        case .nursery: "Nursery"
        case .primary: "Primary"
        case .secondary: "Secondary"
        case .allThrough: "All-through"
        case .post16: "Post-16"
        }
    }

    /// The phase of a school for which the register says "Not applicable" (special schools, pupil referral units and
    /// other alternative provision): the one that its statutory ages describe.
    ///
    /// - Returns: nil when the ages do not describe a span.
    package init?(ages low: Int?, _ high: Int?) {
        guard let low, let high, low < high else { return nil }
        switch (low, high) {
        case (_, ...5): self = .nursery
        case (16..., _): self = .post16
        case (_, ...12): self = .primary
        case (9..., 16...), (11..., _): self = .secondary
        case (_, 16...): self = .allThrough
        default: self = 11 - low >= high - 11 ? .primary : .secondary
        }
    }
}

/// For whom a school is there. Special schools and alternative provision also have a phase, taken from their ages.
package enum Provision: String, Sendable, Hashable, CaseIterable {
    case mainstream, special, alternative

    package var name: String {
        switch self {
        case .mainstream: "Mainstream"
        case .special: "Special"
        case .alternative: "Alternative provision"
        }
    }
}
