package import Kernel
package import Site

/// Which trusts a process serves, decided from the settings.
package enum TrustPlan: Sendable {
    case one(DatabaseAddress)
    case folder(String)
    case schemas(String)

    /// - Throws: `WrongSetting` when the settings name both, or neither.
    package init(_ settings: Settings) throws {
        switch (settings.database, settings.trusts) {
        case (let database?, nil): self = .one(DatabaseAddress(database))
        case (nil, let trusts?):
            self = DatabaseAddress(trusts).isFile ? .folder(trusts) : .schemas(trusts)
        case (nil, nil):
            throw WrongSetting(
                "Say where the data are: --database FILE (or a postgresql:// address), or --trusts FOLDER for many trusts."
            )
        case (_?, _?): throw WrongSetting("Use either --database for one trust or --trusts for many, not both.")
        }
    }

    /// Opens what the plan names; each database is prepared before it is served.
    package func open(world: World, catalogue: String) async throws -> any Trusts {
        switch self {
        case .one(let address):
            let database = try address.open(world: world)
            try await prepare(database, catalogue: catalogue)
            return OneTrust(TrustHome(key: "trust", database: database))
        case .folder(let folder):
            return ManyTrusts(FolderOfTrusts(folder), world: world) { try await prepare($0, catalogue: catalogue) }
        case .schemas(let server):
            return ManyTrusts(SchemasOfTrusts(server), world: world) { try await prepare($0, catalogue: catalogue) }
        }
    }
}

extension DatabaseAddress {
    package var isFile: Bool { if case .file = self { true } else { false } }
}
