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
    static func read(_ folder: CatalogueFolder) -> (
        catalogue: Catalogue, files: [CatalogueFolder.File], [CatalogueFault]
    ) {
        var faults: [CatalogueFault] = []
        let files = folder.toolFiles(&faults)
        var read: [(file: ToolFile, source: CatalogueFolder.File)] = []
        for source in files {
            do throws(CatalogueFaults) {
                let path = folder.shown(source.path)
                read.append((try ToolFile(try readTree(source.content, path: path), path: path), source))
            } catch { faults += error.all }
        }
        var tools: [Tool] = []
        for key in Set(read.map(\.file.version.tool)).sorted() {
            do throws(CatalogueFaults) {
                tools.append(try Tool(read.filter { $0.file.version.tool == key }.map(\.file)))
            } catch { faults += error.all }
        }
        let editions = read.map {
            Edition(published: .drawn($0.file.version, hash: $0.source.hash), content: $0.source.content)
        }
        .sorted { ($0.version.tool, $0.version.version) < ($1.version.tool, $1.version.version) }
        return (Catalogue(tools: tools, editions: editions), files, faults)
    }
}

/// Everything that is wrong with a catalogue: its files, how its versions follow each other, and its lock.
///
/// - Parameter folder: the path of the catalogue.
package func catalogueCheck(_ folder: String) -> [CatalogueFault] {
    let folder = CatalogueFolder(folder)
    let (_, files, faults) = Catalogue.read(folder)
    let lock = CatalogueLock.read(folder)
    return (faults + lock.faults + lock.broken(by: files) + lock.missing(of: files)).inOrderOfLines
}

/// - Throws: everything that is wrong, save that a file may be so new that it is not locked yet.
package func readCatalogue(_ folder: String) throws(CatalogueFaults) -> Catalogue {
    let folder = CatalogueFolder(folder)
    let (catalogue, files, found) = Catalogue.read(folder)
    let lock = CatalogueLock.read(folder)
    let faults = found + lock.faults + lock.broken(by: files)
    if !faults.isEmpty { throw CatalogueFaults(faults.inOrderOfLines) }
    return catalogue
}
