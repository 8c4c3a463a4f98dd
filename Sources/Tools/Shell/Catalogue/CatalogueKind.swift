package import ToolRules

/// What a catalogue holds files of: tools, pro-formas. Each kind has a folder of its own and a way of reading; the lock
/// is one for all.
package struct CatalogueKind: Sendable {
    /// Within the catalogue: `tools`.
    let folder: String
    /// Its plural takes an s.
    let noun: String
    /// The path of a file as it could be.
    let example: String
    /// What is wrong with these files, each and between them.
    let faults: @Sendable ([CatalogueFolder.File]) -> [CatalogueFault]

    package init(
        folder: String, noun: String, example: String,
        faults: @escaping @Sendable ([CatalogueFolder.File]) -> [CatalogueFault]
    ) {
        (self.folder, self.noun, self.example, self.faults) = (folder, noun, example, faults)
    }

    func holds(_ path: String) -> Bool { path.hasPrefix("\(folder)/") }
}

extension CatalogueFolder {
    /// - Parameter read: what the files hold, with what is wrong with them.
    /// - Throws: everything that is wrong, save that a file may be so new that it is not locked yet.
    package func read<Content>(
        _ kind: CatalogueKind, _ read: ([File]) -> (Content, [CatalogueFault])
    ) throws(CatalogueFaults) -> Content {
        var faults: [CatalogueFault] = []
        let files = self.files(of: kind, &faults)
        let (content, found) = read(files)
        let lock = CatalogueLock.read(self)
        faults += found + lock.faults + lock.broken(by: files, of: [kind])
        if !faults.isEmpty { throw CatalogueFaults(faults.inOrderOfLines) }
        return content
    }

    /// Every file of these kinds with what is wrong with them.
    func files(of kinds: [CatalogueKind]) -> ([File], [CatalogueFault]) {
        var faults: [CatalogueFault] = []
        let files = kinds.flatMap { kind in
            let found = self.files(of: kind, &faults)
            faults += kind.faults(found)
            return found
        }
        return (files, faults)
    }
}

/// Everything that is wrong with a catalogue: its files, how its versions follow each other, and its lock.
///
/// - Parameters:
///   - folder: the path of the catalogue.
///   - kinds: what it holds; what the lock says of other kinds is not looked at.
package func catalogueCheck(_ folder: String, of kinds: [CatalogueKind]) -> [CatalogueFault] {
    let folder = CatalogueFolder(folder)
    let (files, faults) = folder.files(of: kinds)
    let lock = CatalogueLock.read(folder)
    return (faults + lock.faults + lock.broken(by: files, of: kinds) + lock.missing(of: files)).inOrderOfLines
}
