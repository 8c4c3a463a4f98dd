import Database
import Jobs
import Kernel
package import Site

/// Line meetings: pairs of posts, the agenda that composes itself, promises.
package let meetingsFeature = Feature(
    name: "Meetings",
    migrations: [Migration("0009-meetings", PackageResources._009_meetings_sql)],
    routes: { routes in
        lineRoutes(&routes)
        meetingRoutes(&routes)
        entryRoutes(&routes)
    },
    links: { actor in
        let hasLines = actor.posts.contains { !$0.role.onlyReads }
        return hasLines ? [Reader.Link(.meetings, "Meetings", MeetingLinks.list)] : []
    },
    jobs: [planningJob], samples: meetingSamples, invariants: meetingInvariants,
    due: { actor, last, tx in
        guard !actor.seats.isEmpty else { return [] }
        return try tx.meetingsDue(for: actor, through: last).map { $0.due(for: actor) }
            + tx.promisesDue(for: actor, through: last).map(\.due)
    },
    over: { actor, days, last, tx in
        guard !actor.seats.isEmpty else { return [] }
        return try tx.meetingsOver(for: actor, inLast: days, through: last).map { $0.due(for: actor).waiting }
    })

extension Role {
    /// Never in a line: they read what schools publish.
    fileprivate var onlyReads: Bool {
        switch self {
        case .trustee, .chair, .governor, .externalReviewer, .guest: true
        default: false
        }
    }
}
