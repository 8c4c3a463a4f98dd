import Database
import Jobs
import Kernel

/// Jobs that come back by themselves; each may run any number of times.
enum TidyUp {
    private static let daily = 24 * 60 * 60

    static let jobs = [
        JobKind("people.forget-old-sessions", every: daily) { _, database in
            try await database.write { try $0.forgetOldSessions() }
        },
        JobKind("people.forget-sign-in-tries", every: daily) { _, database in
            try await database.write { tx in
                try tx.forgetOldTries()
                try tx.forgetOldBrowsers()
            }
        },
    ]
}
