package import Database
import Kernel
import PeopleRules
import SchoolRules
import Schools
package import Site

/// Knows who comes in with which cookie. Tells nothing apart that is not a living session of this very trust.
package struct Doorkeeping: Doorkeeper {
    package init() {}

    package func entry(token: String, in database: any Database) async throws -> Entry? {
        let hash = TokenHash(token)
        let (found, moment) = try await database.read { tx in (try tx.session(hash), tx.moment) }
        guard let found else { return nil }
        if found.life.wantsTouch(at: moment) {
            do {
                try await database.write { try $0.touchSession(hash) }
            } catch DatabaseError.full {
                // Reading goes on where nothing can be saved.
            }
        }
        return Entry(actor: found.actor, trustName: found.trustName)
    }

    package func trustName(in database: any Database) async throws -> String? {
        try await database.read { try $0.trust()?.name }
    }
}
