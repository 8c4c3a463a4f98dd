import Database
import Kernel
import Synchronization

typealias VerbID = Int

/// A verb in the line of the one writer.
protocol WaitingVerb: Sendable {
    var id: VerbID { get }

    /// Runs it and keeps its outcome.
    /// - Returns: false when nothing it did may remain.
    func attempt(on connection: SQLiteConnection) -> Bool

    /// Lets the caller go on, once: with why the verb failed, else with `fault`, else with what it returned.
    func answer(unlessFailed fault: (any Error)?)
}

final class Verb<Value: Sendable>: WaitingVerb {
    let id: VerbID
    private let work: @Sendable (Transaction) throws -> Value
    private let world: World
    private let counts: StatementCounts
    private let caller: CheckedContinuation<Value, any Error>
    private let outcome = Mutex<Result<Value, any Error>?>(nil)

    init(
        _ id: VerbID, for database: SQLiteDatabase, _ work: @escaping @Sendable (Transaction) throws -> Value,
        answering caller: CheckedContinuation<Value, any Error>
    ) {
        self.id = id
        self.work = work
        world = database.world
        counts = database.counts
        self.caller = caller
    }

    func attempt(on connection: SQLiteConnection) -> Bool {
        let result = Result { () throws -> Value in
            let value = try work(Transaction(connection, world: world, counts: counts))
            if let fault = connection.fault { throw fault }
            // Checked here, verb by verb: at the commit it would take the neighbours along.
            guard !connection.owesForeignKeys else {
                throw DatabaseError.foreignKey(detail: "A deferred foreign key was left unsatisfied.")
            }
            return value
        }
        outcome.withLock { $0 = result }
        if case .success = result { return true } else { return false }
    }

    func answer(unlessFailed fault: (any Error)?) {
        switch (outcome.withLock { $0 }, fault) {
        case (.failure(let error)?, _), (_, let error?): caller.resume(throwing: error)
        case (.success(let value)?, nil): caller.resume(returning: value)
        case (nil, nil): caller.resume(throwing: CancellationError())
        }
    }
}
