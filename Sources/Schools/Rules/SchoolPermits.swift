package import Kernel

/// Leave to bring schools in from the register: an administrator of the trust, or whoever runs the command on the
/// machine.
package struct MayImportSchools: Sendable {
    /// nil for the command.
    package let person: PersonID?

    package init(_ actor: Actor) throws {
        guard actor.holds([.administrator], reaching: .trust) else {
            throw Refusal.forbidden("Only an administrator of the trust brings in schools.")
        }
        person = actor.person
    }

    /// Whoever can run commands on the machine can read and write the database anyhow.
    package static let onTheMachine = MayImportSchools()

    private init() { person = nil }
}

/// Leave to add, rename and close the departments of one school.
package struct MayKeepDepartments: Sendable {
    package let person: PersonID
    package let school: SchoolID

    package init(_ actor: Actor, school: SchoolID) throws {
        let keepers: Set<Role> = [.administrator, .headteacher, .executiveHead, .seniorLeader]
        guard actor.holds(keepers, reaching: .school(school)) else {
            throw actor.sees(.school(school))
                ? Refusal.forbidden("The school's leaders and the trust's administrators keep its departments.")
                : Refusal.notFound
        }
        (person, self.school) = (actor.person, school)
    }
}

/// Leave to read why a school is in its category, and what was decided before.
package struct MaySeePlacings: Sendable {
    package let school: SchoolID

    /// - Throws: `notFound` to everybody whose posts reach a department of it alone, and to strangers.
    package init(_ actor: Actor, of school: SchoolID) throws {
        guard actor.posts.contains(where: { $0.place.reaches(.school(school)) }) else { throw Refusal.notFound }
        self.school = school
    }
}

/// Leave to decide on the category of schools.
package struct MayPlaceSchools: Sendable {
    package let person: PersonID
    package let name: String

    package init(_ actor: Actor) throws {
        guard actor.holds([.chiefExecutive, .directorOfEducation], reaching: .trust) else {
            throw Refusal.forbidden("The chief executive or the director of education decides on categories.")
        }
        (person, name) = (actor.person, actor.name)
    }
}

extension String {
    /// Without white space at either end.
    var trimmed: String {
        let kept = drop(while: \.isWhitespace)
        guard let last = kept.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(kept[...last])
    }
}

/// Leave to say which trust the database belongs to: an administrator, or whoever runs the command on the machine.
package struct MayChangeTrust: Sendable {
    package init(_ actor: Actor) throws {
        guard actor.holds([.administrator], reaching: .trust) else {
            throw Refusal.forbidden("Only an administrator says under which trust everything goes on.")
        }
    }

    /// Whoever can run commands on the machine can read and write the database anyhow.
    package static let onTheMachine = MayChangeTrust()

    private init() {}
}
