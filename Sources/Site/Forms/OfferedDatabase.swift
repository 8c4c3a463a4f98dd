import Database
import Kernel

/// The trust's database for a form that is only shown again: its handler reads as always, and where it would write it is
/// refused, so that it draws the page with everything that was filled in. Nothing is done.
final class OfferedDatabase: DatabaseBeneath, @unchecked Sendable {
    override func write<Value: Sendable>(
        _ work: @escaping @Sendable (Transaction) throws -> Value
    ) async throws -> Value {
        throw Refusal.invalid(FieldErrors())
    }
}

/// The same for a form that cannot be taken: what its verb finds wrong is said at the fields, and what it did is undone.
final class RefusingDatabase: DatabaseBeneath, @unchecked Sendable {
    private struct Undone: Error {}

    override func write<Value: Sendable>(
        _ work: @escaping @Sendable (Transaction) throws -> Value
    ) async throws -> Value {
        do {
            return try await super.write { tx in
                _ = try work(tx)
                throw Undone()
            }
        } catch is Undone {
            throw Refusal.invalid(FieldErrors())
        }
    }
}
