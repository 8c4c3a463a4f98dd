package import Kernel

/// What happened to a department: what the store saves. Only the rules below make one.
package struct DepartmentChange: Hashable, Sendable {
    package enum What: String, Sendable, Hashable, CaseIterable {
        case added = "department-added"
        case renamed = "department-renamed"
        case closed = "department-closed"
    }

    package let what: What
    /// As it is from now on; `version` is the one that was read.
    package let department: Department
    /// Its name until now; empty for a new one.
    package let before: String

    fileprivate init(_ what: What, _ department: Department, before: String) {
        (self.what, self.department, self.before) = (what, department, before)
    }
}

extension School {
    /// - Parameter others: the departments that the school has now.
    package func addingDepartment(
        _ name: String, kind: Department.Kind, id: DepartmentID, beside others: [Department],
        by permit: MayKeepDepartments
    ) throws -> DepartmentChange {
        guard permit.school == self.id else { throw Refusal.notFound }
        guard isCurrent else { throw Refusal.conflict("\(self.name) is no longer in the trust.") }
        let name = try DepartmentName(name, beside: others, except: nil).text
        let department = Department(id: id, school: self.id, version: 1, name: name, kind: kind, closed: nil)
        return DepartmentChange(.added, department, before: "")
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
        return DepartmentChange(.renamed, renamed, before: self.name)
    }

    /// A closed department takes no new evaluation; what was written about it stays.
    package func closing(on day: Day, by permit: MayKeepDepartments) throws -> DepartmentChange {
        try open(for: permit)
        let closed = Department(id: id, school: school, version: version, name: name, kind: kind, closed: day)
        return DepartmentChange(.closed, closed, before: name)
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
        try text.within(80, at: "name")
        let folded = text.lowercased()
        let taken = others.contains { $0.id != own && $0.closed == nil && $0.name.lowercased() == folded }
        if taken { throw Refusal.invalid("name", "There is a department of this name already.") }
    }
}
