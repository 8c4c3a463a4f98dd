import Database
import Kernel
import PeopleRules

/// A try to sign in, for as long as it counts as failed.
enum SignInTry {}

extension Reading {
    /// - Returns: seconds to wait before a try for this account from this address is looked at.
    func signInWait(account: TokenHash, address: String) throws -> Int {
        let byAccount = try failures("account_hash = \(account)", SignInThrottle.account)
        let byAddress = try failures("address = \(address)", SignInThrottle.address)
        return max(
            SignInThrottle.account.wait(after: byAccount, at: moment),
            SignInThrottle.address.wait(after: byAddress, at: moment))
    }

    private func failures(_ condition: SQL, _ throttle: SignInThrottle) throws -> Failures {
        let found = try first(
            """
            SELECT COUNT(*), MAX(happened_at) FROM sign_in_failure
            WHERE \(condition) AND happened_at > \(throttle.remembers(since: moment))
            """
        ) { row in Failures(count: try row[0], last: try row[1]) }
        return found ?? Failures(count: 0, last: nil)
    }
}

extension Transaction {
    /// Makes those who try at the same time wait for one another; belongs before `signInWait`.
    func standInLine() throws { try run("UPDATE sign_in_line SET tries = tries + 1") }

    func countTry(account: TokenHash, address: String) throws {
        let id: ID<SignInTry> = newID()
        try run(
            """
            INSERT INTO sign_in_failure (id, account_hash, address, happened_at)
            VALUES (\(id), \(account), \(address), \(moment))
            """)
    }

    /// The password was right: the account's failures are forgotten, the address keeps those of other accounts.
    func forgetTries(account: TokenHash) throws {
        try run("DELETE FROM sign_in_failure WHERE account_hash = \(account)")
    }

    func forgetOldTries() throws {
        let longest = max(SignInThrottle.account.memory, SignInThrottle.address.memory)
        try run("DELETE FROM sign_in_failure WHERE happened_at <= \(moment.adding(seconds: -longest))")
    }
}
