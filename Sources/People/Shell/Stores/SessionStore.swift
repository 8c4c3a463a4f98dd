import Database
package import Kernel
package import PeopleRules

package enum SessionKind {}
package typealias SessionID = ID<SessionKind>

/// A sign-in of one browser, as its owner sees it.
package struct SessionLine: Hashable, Sendable {
    package let id: SessionID
    package let life: SessionLife
    package let browser: String
    package let address: String
    package let isThisOne: Bool

    package init(id: SessionID, life: SessionLife, browser: String, address: String, isThisOne: Bool) {
        (self.id, self.life, self.browser, self.address, self.isThisOne) = (id, life, browser, address, isThisOne)
    }
}

/// Where a sign-in comes from.
package struct Visitor: Hashable, Sendable {
    package let address: String
    /// The browser's name for itself, cut to a line.
    package let browser: String
    /// What tells this browser from every other; nil before its first page.
    package let browserSecret: String?
    /// The session that it has, which the next one takes the place of.
    package let session: String?

    package init(address: String, browser: String?, browserSecret: String? = nil, session: String? = nil) {
        self.address = address
        self.browser = String((browser ?? "").prefix(200))
        (self.browserSecret, self.session) = (browserSecret, session)
    }

    var network: VisitorNetwork { VisitorNetwork(address) }
}

extension Reading {
    /// Sessions that are not over, the one of `token` marked.
    func sessions(of person: PersonID, readBy token: TokenHash?) throws -> [SessionLine] {
        try rows(
            """
            SELECT id, started_at, seen_at, browser, address, token_hash FROM session
            WHERE person_id = \(person) AND \(alive("session")) ORDER BY seen_at DESC, id
            """
        ) { row in
            SessionLine(
                id: try row[0], life: SessionLife(started: try row[1], seen: try row[2]), browser: try row[3],
                address: try row[4], isThisOne: try row[5] == token?.text)
        }
    }

    /// `SessionLife.isOver` as a condition, so that old rows are never read.
    func alive(_ table: SQL) -> SQL {
        """
        \(table).seen_at > \(moment.adding(seconds: -SessionLife.idleSeconds))
            AND \(table).started_at > \(moment.adding(seconds: -SessionLife.wholeSeconds))
        """
    }
}

extension Transaction {
    /// Ends the session that the browser had, whosever it was, and knows the browser from now on.
    ///
    /// - Returns: the secret for the browser's cookie; the database keeps its hash.
    func startSession(of person: PersonID, for visitor: Visitor) throws -> String {
        if let session = visitor.session { try endSession(TokenHash(session)) }
        try know(visitor, as: person)
        let secret = world.secret()
        let id: SessionID = newID()
        try run(
            """
            INSERT INTO session (id, token_hash, person_id, started_at, seen_at, browser, address)
            VALUES (\(id), \(TokenHash(secret)), \(person), \(moment), \(moment), \(visitor.browser),
                    \(visitor.address))
            """)
        return secret
    }

    func touchSession(_ token: TokenHash) throws {
        try run("UPDATE session SET seen_at = \(moment) WHERE token_hash = \(token) AND seen_at < \(moment)")
    }

    func endSession(_ token: TokenHash) throws { try run("DELETE FROM session WHERE token_hash = \(token)") }

    /// - Returns: how many were ended; 0 when it is not this person's, or over.
    func endSession(_ id: SessionID, of person: PersonID) throws -> Int {
        try run("DELETE FROM session WHERE id = \(id) AND person_id = \(person)")
    }

    /// - Returns: how many there were.
    @discardableResult
    func endSessions(of person: PersonID) throws -> Int { try run("DELETE FROM session WHERE person_id = \(person)") }

    func forgetOldSessions() throws {
        try run(
            """
            DELETE FROM session WHERE seen_at <= \(moment.adding(seconds: -SessionLife.idleSeconds))
                OR started_at <= \(moment.adding(seconds: -SessionLife.wholeSeconds))
            """)
    }
}
