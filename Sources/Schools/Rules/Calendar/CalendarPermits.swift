package import Kernel

/// Leave to change the trust's calendar, which every school follows where it keeps nothing of its own.
package struct MayKeepCalendar: Sendable {
    package let actor: Actor

    package init(_ actor: Actor) throws {
        guard actor.holds([.administrator, .directorOfEducation], reaching: .trust) else {
            throw Refusal.forbidden("An administrator or the director of education keeps the trust's calendar.")
        }
        self.actor = actor
    }
}

/// Leave to let one school's year differ from the trust's.
package struct MayKeepSchoolCalendar: Sendable {
    package let actor: Actor
    package let school: SchoolID

    /// - Throws: `notFound` to somebody who may not see the school, `forbidden` to its other readers.
    package init(_ actor: Actor, school: SchoolID) throws {
        let keepers: Set<Role> = [.administrator, .directorOfEducation, .headteacher, .executiveHead]
        guard actor.holds(keepers, reaching: .school(school)) else {
            throw actor.sees(.school(school))
                ? Refusal.forbidden("The headteacher and the trust's administrators keep the school's calendar.")
                : Refusal.notFound
        }
        (self.actor, self.school) = (actor, school)
    }
}
