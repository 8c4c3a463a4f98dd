package import Database
package import Kernel
import PeopleRules
import SchoolRules
import Schools

/// `termwise person add`: adds somebody with a post from today, and invites them.
///
/// - Parameters:
///   - role: a role's name or its code: `Headteacher`, `middle-leader`.
///   - place: `trust`, a school's URN or name, or either with a department behind a stroke: `100001/English`.
/// - Returns: the invitation's link.
/// - Throws: `invalid` with `name`, `email`, `role`, `place`.
package func addPersonOnTheMachine(
    name: String, email: String, role: String, place: String, ends: Day? = nil, site: SiteAddress,
    in database: any Database
) async throws -> String {
    let details = try PersonDetails(name: name, email: email)
    guard let role = Role(typed: role) else {
        let known = Role.allCases.map(\.rawValue).joined(separator: ", ")
        throw Refusal.invalid("role", "There is no role of this name. The roles are: \(known).")
    }
    return try await database.write { tx in
        guard try tx.trust() != nil else { throw Refusal.conflict("There is no trust in this database yet.") }
        let post = PostInput(role: role, place: try tx.place(typed: place), starts: tx.today, ends: ends)
        let added = try tx.addPerson(details, first: post, inviting: site, as: .onTheMachine, by: nil)
        return added.link ?? ""
    }
}

extension Role {
    /// A role by its name or its code, in small or capital letters.
    init?(typed: String) {
        let text = typed.lowercased()
        guard let role = Role.allCases.first(where: { $0.rawValue == text || $0.name.lowercased() == text }) else {
            return nil
        }
        self = role
    }
}

extension Reading {
    fileprivate func place(typed: String) throws -> Place {
        if typed.lowercased() == "trust" { return .trust }
        let parts = typed.split(separator: "/", maxSplits: 1).map { String($0).lowercased() }
        let schools = try everySchool().filter { school in
            school.isCurrent && parts.first.map { $0 == school.urn || $0 == school.name.lowercased() } ?? false
        }
        guard let school = schools.first, schools.count == 1 else {
            throw Refusal.invalid("place", "Give \"trust\", or the URN or the name of one school of the trust.")
        }
        guard parts.count == 2 else { return .school(school.id) }
        guard
            let found = try departments(of: school.id).first(where: {
                $0.closed == nil && $0.name.lowercased() == parts[1]
            })
        else { throw Refusal.invalid("place", "\(school.name) has no department of this name.") }
        return .department(found.id, of: school.id)
    }
}
