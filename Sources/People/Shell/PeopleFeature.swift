package import Database
package import Jobs
import Kernel
import PeopleRules
package import Site

package let peopleMigrations = [
    Migration("0003-people", PackageResources._003_people_sql),
    Migration("0008-seats", PackageResources._008_seats_sql),
]

/// People with their posts, and how they come in.
///
/// - Parameters:
///   - mail: where invitations go.
///   - hasher: what a password costs; only tests take a cheaper one than the standard.
package func peopleFeature(mail: Mail, hasher: PasswordHasher = PasswordHasher()) -> Feature {
    Feature(
        name: "People", migrations: peopleMigrations,
        routes: { routes in
            signInRoutes(&routes, hasher)
            forgottenRoutes(&routes, mail)
            firstUseRoutes(&routes, hasher)
            invitationRoutes(&routes, hasher)
            meRoutes(&routes, hasher)
            peopleListRoutes(&routes, mail)
            personRoutes(&routes, mail)
            jobRoutes(&routes)
        },
        links: { actor in
            let manages = (try? MayManagePeople(actor)) != nil
            return manages ? [Reader.Link(.administration, "People", PeopleLinks.people)] : []
        },
        jobs: TidyUp.jobs + [InvitationLetter.job(mail), SeatTakenLetter.job(mail)], samples: peopleSamples,
        invariants: peopleInvariants)
}
