package import Kernel

/// What the national register says about one school, as far as a trust needs it. People are never among it.
package struct SchoolFacts: Hashable, Sendable {
    /// Six digits; a school that becomes an academy gets a new one.
    package var urn: String
    package var name: String
    /// The register's own words: `Academy converter`.
    package var type: String
    package var provision: Provision
    package var status: RegisterStatus
    package var opened: Day?
    /// The day on which it closed or is to close.
    package var closes: Day?
    /// nil when neither the register nor the ages tell.
    package var phase: SchoolPhase?
    package var lowAge: Int?
    package var highAge: Int?
    /// nil when the register does not say.
    package var nursery: Bool?
    package var sixthForm: Bool?
    package var capacity: Int?
    package var pupils: Int?
    /// The day of the count of `pupils`; older than the file for schools that closed or merged.
    package var pupilsCounted: Day?
    /// Three digits. `000` stands for schools abroad.
    package var authorityCode: String
    package var authority: String
    /// Four digits, unique only together with the authority.
    package var establishmentNumber: String
    package var ukprn: String?
    package var town: String?

    package init(urn: String, name: String) {
        (self.urn, self.name) = (urn, name)
        (type, provision, status) = ("", .mainstream, .open)
        (authorityCode, authority, establishmentNumber) = ("", "", "")
    }

    /// `855/2002`: local authority and establishment number.
    package var laestab: String? {
        authorityCode.isEmpty || establishmentNumber.isEmpty ? nil : "\(authorityCode)/\(establishmentNumber)"
    }

    /// `4–11`.
    package var ages: String? {
        guard let lowAge, let highAge else { return nil }
        return "\(lowAge)–\(highAge)"
    }

    /// `Primary`, `Special, all-through`; the type when neither register nor ages tell a phase.
    package var kind: String {
        switch (provision, phase) {
        case (.mainstream, let phase?): phase.name
        case (let provision, let phase?): "\(provision.name), \(phase.name.lowercased())"
        case (.mainstream, nil): type
        case (let provision, nil): provision.name
        }
    }

    /// Whether pupils stay after 16: what the register says, or else what the ages say.
    package var teachesSixthForm: Bool { sixthForm ?? ((highAge ?? 0) >= 18) }

    package var teachesNursery: Bool { nursery ?? (phase == .nursery) }
}

package enum RegisterStatus: String, Sendable, Hashable, CaseIterable {
    case open
    /// "Open, but proposed to close" counts as open.
    case closing
    case closed
    case proposed

    package var isOpen: Bool { self == .open || self == .closing }

    package var name: String {
        switch self {
        case .open: "Open"
        case .closing: "Open, but proposed to close"
        case .closed: "Closed"
        case .proposed: "Proposed to open"
        }
    }
}
