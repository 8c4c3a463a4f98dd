package import Kernel
package import SchoolRules

/// A place that was found, with what decides whether a new post may be held there.
package enum PostPlace: Hashable, Sendable {
    case trust
    case school(School)
    case department(Department, of: School)

    package var place: Place {
        switch self {
        case .trust: .trust
        case .school(let school): .school(school.id)
        case .department(let department, let school): .department(department.id, of: school.id)
        }
    }

    package var name: String {
        switch self {
        case .trust: "the trust"
        case .school(let school): school.name
        case .department(let department, let school): "\(department.name), \(school.name)"
        }
    }

    /// - Throws: `Refusal.conflict` when the school has left or closed, or the department has closed.
    func checkOpen() throws {
        switch self {
        case .trust: return
        case .school(let school): try Self.checkOpen(school)
        case .department(let department, let school):
            try Self.checkOpen(school)
            if department.closed != nil { throw Refusal.invalid("place", "\(department.name) is closed.") }
        }
    }

    private static func checkOpen(_ school: School) throws {
        guard school.isCurrent else { throw Refusal.invalid("place", "\(school.name) is no longer in the trust.") }
    }
}
