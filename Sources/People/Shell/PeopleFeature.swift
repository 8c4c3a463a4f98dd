package import Database
package import Jobs
import Kernel
package import Site

package let peopleMigrations = [Migration("0003-people", PackageResources._003_people_sql)]

/// People with their posts, and how they come in.
///
/// - Parameters:
///   - mail: where invitations go.
///   - hasher: what a password costs; only tests take a cheaper one than the standard.
package func peopleFeature(mail: Mail, hasher: PasswordHasher = PasswordHasher()) -> Feature {
    Feature(
        name: "people", migrations: peopleMigrations, routes: { _ in },
        jobs: TidyUp.jobs + [InvitationLetter.job(mail)])
}
