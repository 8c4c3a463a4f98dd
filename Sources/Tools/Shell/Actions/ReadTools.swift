package import Database
import Kernel
import ToolRules

/// The newest version of every tool, by area and name.
package func readToolLibrary(in database: any Database) async throws -> [ToolVersionRow] {
    try await database.read { try $0.newestToolVersions() }
}

/// One version as it is read, with the tool's other versions, newest first.
struct ToolEdition: Sendable {
    let published: PublishedTool
    let versions: [VersionName]
}

/// - Throws: `Refusal.notFound` when the trust has no such version.
func readTool(_ tool: ToolKey, _ version: VersionName, in database: any Database) async throws -> ToolEdition {
    try await database.read { tx in
        let rows = try tx.toolVersions().filter { $0.tool == tool }
        guard let row = rows.first(where: { $0.version == version }),
            let published = try toolShelf.tool(row.id, in: tx)
        else { throw Refusal.notFound }
        return ToolEdition(published: published, versions: rows.map(\.version))
    }
}

/// - Throws: `Refusal.notFound` when the trust has no such tool.
func newestVersion(of tool: ToolKey, in database: any Database) async throws -> VersionName {
    let rows = try await readToolLibrary(in: database)
    guard let row = rows.first(where: { $0.tool == tool }) else { throw Refusal.notFound }
    return row.version
}

/// The file as it was published.
/// - Throws: `Refusal.notFound` when the trust has no such version.
func readToolFile(_ tool: ToolKey, _ version: VersionName, in database: any Database) async throws -> String {
    try await database.read { tx in
        guard let id = try tx.toolVersionID(tool, version), let content = try tx.toolContent(id) else {
            throw Refusal.notFound
        }
        return content
    }
}
