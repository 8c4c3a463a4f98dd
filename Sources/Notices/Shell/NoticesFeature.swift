package import Database
package import Jobs
package import Kernel
package import Site

/// What tells a person of what is due: the weekly letter and the calendar feed.
///
/// - Parameters:
///   - mail: where letters go.
///   - due: what each feature says is due, as `Feature.due`.
package func noticesFeature(
    mail: Mail, due: [@Sendable (Actor, Day, any Database) async throws -> [Due]]
) -> Feature {
    Feature(
        name: "Notices", migrations: [Migration("0010-notices", PackageResources._010_notices_sql)], routes: { _ in })
}
