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
