import Database
package import Jobs
import Kernel
import NoticeRules
package import Site

/// What tells a person of what is due: the weekly letter and the calendar feed.
///
/// - Parameters:
///   - mail: where letters go.
///   - due: what each feature says is due, as `Feature.due`.
///   - over: what each says was held or called off, as `Feature.over`.
///   - site: what links in letters of this trust begin with.
package func noticesFeature(
    mail: Mail, due: [Feature.AskDue], over: [Feature.AskOver], site: @escaping FindSite
) -> Feature {
    let collect: Collect = { actor, through, tx in try due.flatMap { try $0(actor, through, tx) }.map(\.waiting) }
    let entries: Collect = { actor, through, tx in
        try collect(actor, through, tx) + over.flatMap { try $0(actor, PersonalFeed.memory, through, tx) }
    }
    return Feature(
        name: "Notices", migrations: [Migration("0010-notices", PackageResources._010_notices_sql)],
        routes: { routes in
            noticesRoutes(&routes, mail)
            feedRoutes(&routes, entries)
        },
        jobs: WeeklyLetters(mail: mail, collecting: collect, site: site).jobs, samples: noticesSamples)
}
