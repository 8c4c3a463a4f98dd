package import Database
package import Kernel
package import PeopleRules

/// What people see of themselves.
package struct Me: Hashable, Sendable {
    package let person: Person
    package let posts: [PostLine]
    package let sessions: [SessionLine]
    package let hasPassword: Bool

    package init(person: Person, posts: [PostLine], sessions: [SessionLine], hasPassword: Bool) {
        (self.person, self.posts, self.sessions) = (person, posts, sessions)
        self.hasPassword = hasPassword
    }
}

/// - Parameter token: of this browser's session, so that it can be told from the others.
package func readMe(_ actor: Actor, token: String?, in database: any Database) async throws -> Me {
    try await database.read { tx in
        Me(
            person: try tx.person(actor.person),
            posts: try tx.postLines("post.person_id = \(actor.person)", lasting: tx.today),
            sessions: try tx.sessions(of: actor.person, readBy: token.map { TokenHash($0) }),
            hasPassword: try tx.credential(of: actor.person) != nil)
    }
}
