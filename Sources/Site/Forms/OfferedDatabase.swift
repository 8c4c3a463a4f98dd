import Database
import Kernel

/// The trust's database for a form that is only shown again: its handler reads as always, and where it would write it is
/// refused, so that it draws the page with everything that was filled in. Nothing is done.
final class OfferedDatabase: Database {
    private let trust: any Database

    init(_ trust: any Database) { self.trust = trust }

    func write<Value: Sendable>(_ work: @escaping @Sendable (Transaction) throws -> Value) async throws -> Value {
        throw Refusal.invalid(FieldErrors())
    }

    func read<Value: Sendable>(_ work: @escaping @Sendable (Reading) throws -> Value) async throws -> Value {
        try await trust.read(work)
    }

    var engine: Engine { trust.engine }
    var world: World { trust.world }
    var counts: StatementCounts { trust.counts }
    func backUp(to path: String) async throws { try await trust.backUp(to: path) }
    func integrityFaults() async throws -> [String] { try await trust.integrityFaults() }
    func close() async { await trust.close() }
}
