package import Kernel

/// A school that is or was in the trust. It is never deleted, so its past stays readable.
package struct School: Hashable, Sendable {
    package let id: SchoolID
    package let version: Int
    package let facts: SchoolFacts
    /// The day on which it joined the trust, where the register tells.
    package let joined: Day?
    /// The day since which it is in no trust or in another one.
    package let left: Day?

    package init(id: SchoolID, version: Int, facts: SchoolFacts, joined: Day?, left: Day?) {
        (self.id, self.version, self.facts, self.joined, self.left) = (id, version, facts, joined, left)
    }

    package var name: String { facts.name }
    package var urn: String { facts.urn }

    package var standing: Standing {
        if facts.status == .closed { return .closed(facts.closes) }
        return left.map { .left($0) } ?? .member
    }

    /// Whether it works in the trust now: rounds, posts and totals count these.
    package var isCurrent: Bool { standing == .member }

    package enum Standing: Hashable, Sendable {
        case member
        case left(Day)
        /// The register does not always tell the day.
        case closed(Day?)
    }
}

/// A department of a school: the smallest place that is evaluated and planned for.
package struct Department: Hashable, Sendable {
    package let id: DepartmentID
    package let school: SchoolID
    package let version: Int
    package let name: String
    package let kind: Kind
    package let closed: Day?

    package init(id: DepartmentID, school: SchoolID, version: Int, name: String, kind: Kind, closed: Day?) {
        (self.id, self.school, self.version, self.name, self.kind) = (id, school, version, name, kind)
        self.closed = closed
    }

    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case subject
        case yearGroup = "year-group"
        case phase, team

        package var name: String {
            switch self {
            case .subject: "Subject"
            case .yearGroup: "Year group"
            case .phase: "Phase"
            case .team: "Team"
            }
        }
    }
}
