package import Kernel

/// What happened to a department: what the store saves.
package enum DepartmentChange: Hashable, Sendable {
    case added(Department)
    case renamed(Department, from: String)
    case closed(Department)

    package var department: Department {
        switch self {
        case .added(let department), .renamed(let department, _), .closed(let department): department
        }
    }
}

extension School {
    /// - Parameter others: the departments that the school has now.
    package func addingDepartment(
        _ name: String, kind: Department.Kind, id: DepartmentID, beside others: [Department],
        by permit: MayKeepDepartments
    ) throws -> DepartmentChange {
        try mine(permit)
        guard isCurrent else { throw Refusal.conflict("\(self.name) is no longer in the trust.") }
        let name = try DepartmentName(name, beside: others, except: nil).text
        return .added(Department(id: id, school: self.id, version: 1, name: name, kind: kind, closed: nil))
    }

    private func mine(_ permit: MayKeepDepartments) throws {
        guard permit.school == id else { throw Refusal.notFound }
    }
}

extension Department {
    package func renaming(
        to name: String, beside others: [Department], by permit: MayKeepDepartments
    ) throws -> DepartmentChange {
        try open(for: permit)
        let new = try DepartmentName(name, beside: others, except: id).text
        guard new != self.name else { throw Refusal.conflict("The department has this name already.") }
        let renamed = Department(id: id, school: school, version: version, name: new, kind: kind, closed: nil)
        return .renamed(renamed, from: self.name)
    }

    /// A closed department takes no new evaluation; what was written about it stays.
    package func closing(on day: Day, by permit: MayKeepDepartments) throws -> DepartmentChange {
        try open(for: permit)
        return .closed(Department(id: id, school: school, version: version, name: name, kind: kind, closed: day))
    }

    private func open(for permit: MayKeepDepartments) throws {
        guard permit.school == school else { throw Refusal.notFound }
        guard closed == nil else { throw Refusal.conflict("\(name) is closed.") }
    }
}

/// A name that no other open department of the school has, whatever its case.
private struct DepartmentName {
    let text: String

    init(_ typed: String, beside others: [Department], except own: DepartmentID?) throws {
        text = typed.trimmed
        if text.isEmpty { throw Refusal.invalid("name", "Give the department a name.") }
        if text.count > 80 { throw Refusal.invalid("name", "Keep the name under 80 characters.") }
        let folded = text.lowercased()
        let taken = others.contains { $0.id != own && $0.closed == nil && $0.name.lowercased() == folded }
        if taken { throw Refusal.invalid("name", "There is a department of this name already.") }
    }
}
