import Database
import Kernel
import PeopleRules

/// A try to sign in, to guess a code or to have a letter sent, which counts until it turned out right.
struct SignInTry: Sendable {
    let id: ID<SignInTry>
    let account: TokenHash
    /// The network that it comes from, or the browser that this account knows.
    let place: String
    let isKnown: Bool
}

extension Reading {
    /// Whether this person came in with this browser lately.
    fileprivate func knows(_ browser: TokenHash, of person: PersonID) throws -> Bool {
        try first("SELECT 1 FROM known_browser WHERE person_id = \(person) AND browser_hash = \(browser)") {
            try $0[0] as Int
        } != nil
    }

    /// - Returns: seconds to wait before this try is looked at.
    fileprivate func wait(for wanted: SignInTry, from throttle: SignInThrottle?) throws -> Int {
        if let throttle { return try wait(throttle, "account_hash = \(wanted.account) AND place = \(wanted.place)") }
        let since = SignInThrottle.pair.remembers(since: moment)
        let wrong = try tries("account_hash = \(wanted.account) AND state = 'wrong'", since: since).count
        let isBesieged = !wanted.isKnown && wrong >= SignInThrottle.ceiling
        let pair = try wait(
            isBesieged ? .besieged : .pair, "account_hash = \(wanted.account) AND place = \(wanted.place)")
        let network = wanted.isKnown ? 0 : try wait(.network, "place = \(wanted.place) AND state = 'wrong'")
        return max(pair, network)
    }

    private func wait(_ throttle: SignInThrottle, _ condition: SQL) throws -> Int {
        throttle.wait(after: try tries(condition, since: throttle.remembers(since: moment)), at: moment)
    }

    private func tries(_ condition: SQL, since: Instant) throws -> Failures {
        let found = try first(
            "SELECT COUNT(*), MAX(happened_at) FROM sign_in_try WHERE \(condition) AND happened_at > \(since)"
        ) { row in Failures(count: try row[0], last: try row[1]) }
        return found ?? Failures(count: 0, last: nil)
    }
}

extension Transaction {
    /// Counts a try that nobody knows yet to be right.
    ///
    /// - Parameters:
    ///   - person: whose account it is, where there is one.
    ///   - throttle: what is tried instead of a password, and how often it may be.
    /// - Throws: `tooMany`; nothing is counted then.
    func beginTry(
        _ account: TokenHash, of person: PersonID?, from visitor: Visitor, _ throttle: SignInThrottle? = nil
    ) throws -> SignInTry {
        try standInLine(account)
        let browser = visitor.browserSecret.map { TokenHash($0) }
        let isKnown = try person.flatMap { person in try browser.map { try knows($0, of: person) } } ?? false
        let wanted = SignInTry(
            id: newID(), account: account, place: isKnown ? browser!.text : visitor.network.text, isKnown: isKnown)
        let wait = try wait(for: wanted, from: throttle)
        guard wait == 0 else { throw Refusal.tooMany(retryAfter: wait) }
        try run(
            """
            INSERT INTO sign_in_try (id, account_hash, place, happened_at, state)
            VALUES (\(wanted.id), \(account), \(wanted.place), \(moment), 'open')
            """)
        try forgetTriesBeyondNumber()
        return wanted
    }

    /// Makes those who try the same account at the same time wait for one another.
    private func standInLine(_ account: TokenHash) throws {
        let number = Int(account.text.prefix(2), radix: 16)! % 64
        try run("UPDATE sign_in_line SET tries = tries + 1 WHERE number = \(number)")
    }

    /// However many accounts and addresses somebody makes up, the table does not grow beyond a size.
    private func forgetTriesBeyondNumber() throws {
        try run(
            """
            DELETE FROM sign_in_try WHERE happened_at < COALESCE(
                (SELECT happened_at FROM sign_in_try ORDER BY happened_at DESC LIMIT 1 OFFSET \(SignInThrottle.kept)), '')
            """)
    }

    func wasWrong(_ done: SignInTry) throws {
        try run("UPDATE sign_in_try SET state = 'wrong' WHERE id = \(done.id)")
    }

    /// It was right: what was tried from the same place for the same account is forgotten; elsewhere somebody else may be
    /// guessing.
    func wasRight(_ done: SignInTry) throws {
        try run("DELETE FROM sign_in_try WHERE account_hash = \(done.account) AND place = \(done.place)")
    }

    /// A new password: what was tried for the old one tells nothing.
    func forgetTries(of account: TokenHash) throws {
        try run("DELETE FROM sign_in_try WHERE account_hash = \(account)")
    }

    func forgetOldTries() throws {
        try run("DELETE FROM sign_in_try WHERE happened_at <= \(SignInThrottle.pair.remembers(since: moment))")
    }

    /// Somebody came in with this browser.
    func know(_ visitor: Visitor, as person: PersonID) throws {
        guard let secret = visitor.browserSecret else { return }
        try run(
            """
            INSERT INTO known_browser (browser_hash, person_id, seen_at)
            VALUES (\(TokenHash(secret)), \(person), \(moment))
            ON CONFLICT (person_id, browser_hash) DO UPDATE SET seen_at = excluded.seen_at
            """)
    }

    func forgetOldBrowsers() throws {
        try run("DELETE FROM known_browser WHERE seen_at <= \(moment.adding(seconds: -KnownBrowser.seconds))")
    }
}
