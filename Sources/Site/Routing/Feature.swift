package import Database
package import Jobs
package import Kernel

/// What `App` needs to know of a feature.
package struct Feature: Sendable {
    package let name: String
    package let migrations: [Migration]
    package let routes: @Sendable (inout Routes) -> Void
    /// The entries of the rail that this person needs.
    package let links: @Sendable (Actor) -> [Reader.Link]
    package let jobs: [JobKind]
    package let samples: [Sample]
    /// What is true of the feature's rows at any time.
    package let invariants: [Invariant]
    /// What waits for a person now and what comes until a day, in any order. All features answer from one reading.
    package typealias AskDue = @Sendable (_ actor: Actor, _ through: Day, _ tx: Reading) throws -> [Due]
    package let due: AskDue
    /// What was held or called off in the last days, through a day to come; calendars alone ask for it.
    package typealias AskOver =
        @Sendable (_ actor: Actor, _ days: Int, _ through: Day, _ tx: Reading) throws -> [Waiting]
    package let over: AskOver

    package init(
        name: String, migrations: [Migration], routes: @escaping @Sendable (inout Routes) -> Void,
        links: @escaping @Sendable (Actor) -> [Reader.Link] = { _ in [] }, jobs: [JobKind] = [], samples: [Sample] = [],
        invariants: [Invariant] = [], due: @escaping AskDue = { _, _, _ in [] },
        over: @escaping AskOver = { _, _, _, _ in [] }
    ) {
        self.name = name
        self.migrations = migrations
        self.routes = routes
        self.links = links
        self.jobs = jobs
        self.samples = samples
        self.invariants = invariants
        self.due = due
        self.over = over
    }
}
