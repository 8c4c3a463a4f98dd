import Database
import DatabasePostgres
import Foundation

/// A folder with one SQLite file for each trust, named by its host.
package struct FolderOfTrusts: TrustStore {
    private let folder: String

    package init(_ folder: String) { self.folder = folder }

    package func hosts() async throws -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".sqlite") }.map { String($0.dropLast(7)) }.sorted()
    }

    package func address(host: String) -> DatabaseAddress? { .file(folder + "/" + host + ".sqlite") }
}

/// One PostgreSQL database with a schema for each trust. Dots of the host name become underscores, hyphens become
/// double underscores, so that different hosts never share a schema.
package struct SchemasOfTrusts: TrustStore {
    private let server: String

    package init(_ server: String) { self.server = server }

    package func hosts() async throws -> [String] {
        try await PostgresDatabase.schemas(at: server).compactMap(Self.host).sorted()
    }

    package func address(host: String) -> DatabaseAddress? { .postgres(server, schema: Self.schema(host)) }

    package static func schema(_ host: String) -> String {
        host.replacing("-", with: "__").replacing(".", with: "_")
    }

    /// - Returns: nil for schemas that are not a host's, such as `public`.
    static func host(_ schema: String) -> String? {
        let host = schema.replacing("__", with: "-").replacing("_", with: ".")
        return host.contains(".") && ManyTrusts.isHostName(host) && self.schema(host) == schema ? host : nil
    }
}
