import Database
import Kernel

/// A trust's database that passes everything on to the one beneath; what stands over it says how it writes.
class DatabaseBeneath: Database, @unchecked Sendable {
    let beneath: any Database

    init(_ beneath: any Database) { self.beneath = beneath }

    func read<Value: Sendable>(_ work: @escaping @Sendable (Reading) throws -> Value) async throws -> Value {
        try await beneath.read(work)
    }

    func write<Value: Sendable>(_ work: @escaping @Sendable (Transaction) throws -> Value) async throws -> Value {
        try await beneath.write(work)
    }

    var engine: Engine { beneath.engine }
    var world: World { beneath.world }
    var counts: StatementCounts { beneath.counts }
    func backUp(to path: String) async throws { try await beneath.backUp(to: path) }
    func integrityFaults() async throws -> [String] { try await beneath.integrityFaults() }
    func checkRoom() async throws { try await beneath.checkRoom() }
    func close() async { await beneath.close() }
}
