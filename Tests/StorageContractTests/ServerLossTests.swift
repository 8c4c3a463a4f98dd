import Database
import DatabasePostgres
import Foundation
import Kernel
import TestKit
import Testing

/// A server that is killed while it is used, and started again.
@Suite(.enabled(if: Engine.postgresAddress != nil, "TERMWISE_TEST_POSTGRES names no server"), .serialized)
struct ServerLossTests {
    @Test func whatWasAcknowledgedSurvivesAServerKilledInTheMiddle() async throws {
        try await OwnServer.with { server in
            let database = try PostgresDatabase(address: server.address, schema: nil, world: .test, connections: 4)
            try await Migrator([Shelf.schema]).migrate(database)
            let acknowledged = Notes<String>()
            let writers = (0..<6).map { writer in
                Task { await Self.write(as: writer, to: database, acknowledged) }
            }
            for _ in 0..<2 {
                let before = acknowledged.all.count
                while acknowledged.all.count < before + 30 { try await Task.sleep(for: .milliseconds(5)) }
                try await server.kill()
                try await server.start()
            }
            for writer in writers { writer.cancel() }
            var tried: Set<String> = []
            var failures: Set<Kind> = []
            for writer in writers {
                let (ids, kinds) = await writer.value
                tried.formUnion(ids)
                failures.formUnion(kinds)
            }
            let kept = Set(try await database.read { try $0.books() })
            #expect(Set(acknowledged.all).isSubset(of: kept))
            #expect(kept.isSubset(of: tried))
            #expect(failures.isSubset(of: [.unavailable, .cancelled, .busy]))
            let faults = try await database.integrityFaults()
            #expect(faults.isEmpty)
            await database.close()
        }
    }

    /// Adds one book after the other until the task is cancelled.
    private static func write(
        as writer: Int, to database: PostgresDatabase, _ acknowledged: Notes<String>
    ) async -> (tried: [String], failures: Set<Kind>) {
        var tried: [String] = []
        var failures: Set<Kind> = []
        while !Task.isCancelled {
            let id = "\(writer)-\(tried.count)"
            tried.append(id)
            if let kind = await Kind.thrown(by: { try await database.write { try $0.add(id) } }) {
                failures.insert(kind)
                try? await Task.sleep(for: .milliseconds(5))
            } else {
                acknowledged.add(id)
            }
        }
        return (tried, failures)
    }

    @Test func aServerThatIsDownIsUnavailableAndUsedAgainWhenItIsBack() async throws {
        try await OwnServer.with { server in
            let database = try PostgresDatabase(address: server.address, schema: nil, world: .test, connections: 2)
            try await Migrator([Shelf.schema]).migrate(database)
            try await server.kill()
            #expect(await Kind.thrown { try await database.read { try $0.books() } } == .unavailable)
            #expect(await Kind.thrown { try await database.write { try $0.add("x") } } == .unavailable)
            try await server.start()
            try await database.write { try $0.add("y") }
            #expect(try await database.read { try $0.books() } == ["y"])
            await database.close()
        }
    }
}
