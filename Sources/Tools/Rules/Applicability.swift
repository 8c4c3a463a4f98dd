/// Where a statement is judged. An empty set asks for nothing; within a set one match is enough, and both must match.
package struct Applicability: Hashable, Sendable {
    package let phases: Set<SettingPhase>
    package let with: Set<SettingPart>

    package static let everywhere = Applicability(phases: [], with: [])

    package func includes(_ setting: Setting) -> Bool {
        let phaseMatches = phases.isEmpty || setting.phase.map(phases.contains) ?? true
        let partMatches = with.isEmpty || !with.isDisjoint(with: setting.parts)
        return phaseMatches && partMatches
    }
}

/// The place that is judged, as far as it decides which statements apply. A department has its school's setting.
package struct Setting: Hashable, Sendable {
    /// nil when nobody knows; then no statement is left out because of it.
    package let phase: SettingPhase?
    package let parts: Set<SettingPart>

    package init(phase: SettingPhase?, hasNursery: Bool, hasSixthForm: Bool) {
        self.phase = phase
        var parts: Set<SettingPart> = []
        if hasNursery || phase == .nursery { parts.insert(.nursery) }
        if hasSixthForm || phase == .post16 { parts.insert(.sixthForm) }
        self.parts = parts
    }

    package var hasNursery: Bool { parts.contains(.nursery) }
    package var hasSixthForm: Bool { parts.contains(.sixthForm) }
}

/// A special school is `special` whatever its ages; alternative provision has the phase of its ages.
package enum SettingPhase: String, Sendable, Hashable, CaseIterable {
    case nursery, primary, secondary
    case allThrough = "all-through"
    case special
    case post16 = "post-16"

    package var name: String {
        switch self {
        case .nursery: "Nursery"
        case .primary: "Primary"
        case .secondary: "Secondary"
        case .allThrough: "All-through"
        case .special: "Special"
        case .post16: "Post-16"
        }
    }
}

package enum SettingPart: String, Sendable, Hashable, CaseIterable {
    case nursery
    case sixthForm = "sixth-form"

    package var name: String {
        switch self {
        case .nursery: "Nursery"
        case .sixthForm: "Sixth form"
        }
    }
}
