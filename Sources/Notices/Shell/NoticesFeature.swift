package import Database
package import Jobs
package import Kernel
import NoticeRules
package import Site

/// What tells a person of what is due: the weekly letter and the calendar feed.
///
/// - Parameters:
///   - mail: where letters go.
///   - due: what each feature says is due, as `Feature.due`.
///   - site: what links in letters of this trust begin with.
package func noticesFeature(
    mail: Mail, due: [@Sendable (Actor, Day, any Database) async throws -> [Due]], site: @escaping FindSite
) -> Feature {
    let collect: Collect = { actor, through, database in
        var waiting: [Waiting] = []
        for ask in due { waiting += try await ask(actor, through, database).map(\.waiting) }
        return waiting
    }
    return Feature(
        name: "Notices", migrations: [Migration("0010-notices", PackageResources._010_notices_sql)],
        routes: { routes in
            noticesRoutes(&routes, mail)
            feedRoutes(&routes, collect)
        },
        jobs: WeeklyLetters(mail: mail, collecting: collect, site: site).jobs, samples: noticesSamples)
}
