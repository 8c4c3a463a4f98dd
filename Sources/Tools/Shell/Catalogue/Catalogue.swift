package import ToolRules

/// What a folder of published tools holds. Its files are read once and kept with their words.
package struct Catalogue: Sendable {
    package let tools: [Tool]
    /// One a version; within a tool, oldest first.
    package let editions: [Edition]

    /// One version with the text that it was read from.
    package struct Edition: Sendable {
        package let published: PublishedTool
        package let content: String

        package var version: ToolVersion { published.version }
    }

    /// - Returns: what could be read, with the faults of the rest.
    static func read(_ files: [CatalogueFolder.File]) -> (Catalogue, [CatalogueFault]) {
        var faults: [CatalogueFault] = []
        var (tools, editions): ([Tool], [Edition]) = ([], [])
        for sources in Dictionary(grouping: files, by: \.folder).sorted(by: { $0.key < $1.key }).map(\.value) {
            let read = sources.compactMap { ToolFile.read($0, &faults) }
            // A version that cannot be read would make every later one look as if it followed nothing.
            guard read.count == sources.count else { continue }
            do throws(CatalogueFaults) {
                let tool = try Tool(read)
                tools.append(tool)
                editions += tool.versions.compactMap { Edition($0, from: sources) }
            } catch { faults += error.all }
        }
        return (Catalogue(tools: tools, editions: editions), faults)
    }
}

extension Catalogue.Edition {
    /// - Parameter sources: the files of its tool.
    fileprivate init?(_ version: ToolVersion, from sources: [CatalogueFolder.File]) {
        guard let source = sources.first(where: { $0.path.hasSuffix("/\(version.version).yaml") }) else { return nil }
        self.init(published: .drawn(version, hash: source.hash), content: source.content)
    }
}

extension ToolFile {
    fileprivate static func read(_ source: CatalogueFolder.File, _ faults: inout [CatalogueFault]) -> ToolFile? {
        do throws(CatalogueFaults) {
            return try ToolFile(try readTree(source.content, path: source.shown), path: source.shown)
        } catch {
            faults += error.all
            return nil
        }
    }
}

extension CatalogueKind {
    package static let tools = CatalogueKind(
        folder: "tools", noun: "tool", example: "tools/inclusion/2026-1.yaml", faults: { Catalogue.read($0).1 })
}

/// - Parameter folder: the path of the catalogue.
/// - Throws: everything that is wrong with its tools, save that a file may be so new that it is not locked yet.
package func readCatalogue(_ folder: String) throws(CatalogueFaults) -> Catalogue {
    try CatalogueFolder(folder).read(.tools, Catalogue.read)
}
