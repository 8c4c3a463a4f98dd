import Database
import Dispatch
import Synchronization

import class GRDB.DatabasePool

/// The one writer. Everything that waits goes into its next commit, each verb in a savepoint of its own, and nobody is
/// answered before that commit is on the disk. A verb that finds nobody waiting is alone in its commit, at once.
final class SharedCommits: Sendable {
    /// A commit takes no further verb when it holds this many …
    private static let mostVerbs = 64
    /// … or has been open for this many nanoseconds.
    private static let longestOpen: UInt64 = 4_000_000

    private struct Line {
        var waiting: [any WaitingVerb] = []
        var atWork = false
    }

    private let pool: DatabasePool
    private let line = Mutex(Line())

    init(_ pool: DatabasePool) { self.pool = pool }

    func append(_ verb: any WaitingVerb) {
        let mustStart = line.withLock { line in
            line.waiting.append(verb)
            defer { line.atWork = true }
            return !line.atWork
        }
        guard mustStart else { return }
        pool.asyncWriteWithoutTransaction { self.work(on: $0) }
    }

    /// Gives up on a verb that nobody has begun; one that has begun is finished and answered as usual.
    func cancel(_ id: VerbID) {
        let found = line.withLock { line in
            line.waiting.firstIndex { $0.id == id }.map { line.waiting.remove(at: $0) }
        }
        found?.answer(unlessFailed: CancellationError())
    }

    private func work(on handle: Handle) {
        while let first = next(orRest: true) {
            var verbs = [first]
            do {
                try commit(&verbs, mayGrow: true, on: handle)
                for verb in verbs { verb.answer(unlessFailed: nil) }
            } catch  where verbs.count == 1 {
                first.answer(unlessFailed: error)
            } catch {
                // Nothing of it remains: each runs again by itself, so that the one to blame fails alone.
                for verb in verbs { commitAlone(verb, on: handle) }
            }
        }
    }

    private func next(orRest: Bool) -> (any WaitingVerb)? {
        line.withLock { line in
            guard line.waiting.isEmpty else { return line.waiting.removeFirst() }
            if orRest { line.atWork = false }
            return nil
        }
    }

    private func commitAlone(_ verb: any WaitingVerb, on handle: Handle) {
        var alone = [verb]
        do {
            try commit(&alone, mayGrow: false, on: handle)
            verb.answer(unlessFailed: nil)
        } catch {
            verb.answer(unlessFailed: error)
        }
    }

    /// - Parameter verbs: the one to begin with; those that join it are added.
    private func commit(_ verbs: inout [any WaitingVerb], mayGrow: Bool, on handle: Handle) throws {
        let begun = DispatchTime.now().uptimeNanoseconds
        let isOpen = { DispatchTime.now().uptimeNanoseconds - begun < Self.longestOpen }
        let commit = SQLiteConnection(handle)
        try commit.mark("BEGIN IMMEDIATE")
        do {
            try attempt(verbs[0], on: handle)
            while mayGrow, verbs.count < Self.mostVerbs, isOpen(), let verb = next(orRest: false) {
                verbs.append(verb)
                try attempt(verb, on: handle)
            }
            try commit.mark("COMMIT")
        } catch {
            try? handle.rollback()
            throw error
        }
    }

    /// - Throws: when the commit is lost as a whole, not when the verb failed.
    private func attempt(_ verb: any WaitingVerb, on handle: Handle) throws {
        let connection = SQLiteConnection(handle)
        try connection.mark("SAVEPOINT verb")
        if !verb.attempt(on: connection) { try connection.mark("ROLLBACK TO verb") }
        try connection.mark("RELEASE verb")
    }
}
