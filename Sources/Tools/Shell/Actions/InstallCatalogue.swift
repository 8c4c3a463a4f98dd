package import Database
import Kernel
package import ToolRules
import Trail

/// A version that a trust did not have before.
package struct InstalledTool: Hashable, Sendable {
    package let tool: ToolKey
    package let version: VersionName
}

/// Gives a trust every version of the catalogue that it does not have yet. Safe to repeat: it runs at each start.
///
/// - Parameter folder: the path of the catalogue.
/// - Throws: `CatalogueFaults` when the catalogue has faults; `Refusal.conflict` when a version that the trust has is
///   not the one of the catalogue. Then nothing is installed.
@discardableResult
package func installCatalogue(_ folder: String, in database: any Database) async throws
    -> [InstalledTool]
{
    let catalogue = try readCatalogue(folder)
    return try await database.write { try $0.install(catalogue) }
}

extension Transaction {
    fileprivate func install(_ catalogue: Catalogue) throws -> [InstalledTool] {
        let held = try toolHashes()
        var installed: [InstalledTool] = []
        for edition in catalogue.editions {
            let (version, tool) = (edition.version, edition.published)
            let name = InstalledTool(tool: version.tool, version: version.version)
            if let hash = held[name] {
                guard hash == tool.hash else { throw Refusal.conflict(version.otherWordsSentence) }
                continue
            }
            try save(edition, following: catalogue.edition(followedBy: version)?.published)
            try record("tool-published", "tool-version", tool.id, by: nil, after: "\(version.tool) \(version.version)")
            installed.append(name)
        }
        return installed
    }
}

extension Catalogue {
    fileprivate func edition(followedBy version: ToolVersion) -> Edition? {
        editions.first { $0.version.tool == version.tool && $0.version.version == version.map?.follows }
    }
}

extension ToolVersion {
    fileprivate var otherWordsSentence: String {
        """
        This trust was given other words for \(tool) \(version) than the catalogue has now. A published tool never \
        changes: put the file back, and make the change a new version.
        """
    }
}
