package import Database
package import Kernel

/// One trust, as a request finds it: its database and the name it is kept under.
package struct TrustHome: Sendable {
    /// The host name, schema or file that it is kept under; never shown to other trusts.
    package let key: String
    package let database: any Database

    package init(key: String, database: any Database) {
        self.key = key
        self.database = database
    }
}

/// Finds the trust that a host name belongs to. One process may serve many.
package protocol Trusts: Sendable {
    /// - Parameter host: without a port, in lower case.
    /// - Returns: nil when no trust is kept under this name.
    func home(host: String) async throws -> TrustHome?

    /// Every trust that this process serves, for jobs and readiness.
    func all() async throws -> [TrustHome]
}

/// A person who came in with a valid session.
package struct Entry: Sendable {
    package let actor: Actor
    package let trustName: String

    package init(actor: Actor, trustName: String) {
        self.actor = actor
        self.trustName = trustName
    }
}

/// Knows sessions; the People feature implements it.
package protocol Doorkeeper: Sendable {
    /// - Parameter token: the secret from the cookie.
    /// - Returns: nil when the session ended, idled out, or was never one of this trust.
    func entry(token: String, in database: any Database) async throws -> Entry?

    /// - Returns: nil while the database has no trust yet, which calls for the first-use page.
    func trustName(in database: any Database) async throws -> String?
}
