package import Database
package import Kernel
package import Site

/// A process that serves many trusts by host name. A trust is opened when it is first asked for, then kept.
///
/// `improve.willowbrook.example` is the file `improve.willowbrook.example.sqlite` of the folder, or the PostgreSQL
/// schema `improve_willowbrook_example`.
package actor ManyTrusts: Trusts {
    private let store: any TrustStore
    private let prepare: @Sendable (any Database) async throws -> Void
    private let world: World
    private var open: [String: TrustHome] = [:]
    private var opening: [String: Task<TrustHome?, any Error>] = [:]

    /// - Parameter prepare: brings a database to the newest schema before the trust is served.
    package init(
        _ store: any TrustStore, world: World, prepare: @escaping @Sendable (any Database) async throws -> Void
    ) {
        self.store = store
        self.world = world
        self.prepare = prepare
    }

    package func home(host: String) async throws -> TrustHome? {
        guard Self.isHostName(host) else { return nil }
        if let home = open[host] { return home }
        let task = opening[host] ?? Task { try await self.openHome(host) }
        opening[host] = task
        defer { opening[host] = nil }
        let home = try await task.value
        if let home { open[host] = home }
        return home
    }

    package func all() async throws -> [TrustHome] {
        var homes: [TrustHome] = []
        for host in try await store.hosts() {
            if let home = try await home(host: host) { homes.append(home) }
        }
        return homes
    }

    private func openHome(_ host: String) async throws -> TrustHome? {
        guard try await store.hosts().contains(host), let address = store.address(host: host) else { return nil }
        let database = try address.open(world: world)
        try await prepare(database)
        return TrustHome(key: host, database: database)
    }

    /// Only what a host name may hold, so that a name can never lead out of the folder or the schema list.
    static func isHostName(_ host: String) -> Bool {
        (1...253).contains(host.utf8.count) && !host.hasPrefix(".")
            && host.utf8.allSatisfy {
                $0 == 0x2d || $0 == 0x2e || (0x30...0x39).contains($0) || (0x61...0x7a).contains($0)
            }
            && !host.contains("..")
    }
}

/// Where a host keeps its trusts.
package protocol TrustStore: Sendable {
    /// The host names of every trust that is there now.
    func hosts() async throws -> [String]
    func address(host: String) -> DatabaseAddress?
}
