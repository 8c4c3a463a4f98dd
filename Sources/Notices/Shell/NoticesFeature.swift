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
        for ask in due { waiting += try await ask(actor, through, database).map(Waiting.init) }
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

extension Waiting {
    fileprivate init(_ due: Due) {
        self.init(
            id: due.id, kind: Kind(due.kind), kindName: due.kind.name, title: due.title, place: due.place,
            day: due.day, until: due.until, clock: due.clock, minutes: due.minutes, address: due.address)
    }
}

extension Waiting.Kind {
    fileprivate init(_ kind: Due.Kind) {
        switch kind {
        case .check: self = .check
        case .judgement: self = .judgement
        case .approval: self = .approval
        case .promise: self = .promise
        case .blockage: self = .blockage
        case .meeting: self = .meeting
        }
    }
}
