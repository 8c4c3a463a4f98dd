package import PlanRules
package import ToolRules
package import Tools

/// One published pro-forma with the text that it was read from.
package struct ProFormaEdition: Sendable {
    package let proForma: ProForma
    package let source: String

    private init(proForma: ProForma, source: String) { (self.proForma, self.source) = (proForma, source) }

    /// What is published is read from its own text, so that it is what every later reading of that text gives.
    package init(_ reworded: ProFormaReworded) throws {
        source = try reworded.proForma.yaml()
        proForma = try .reading(source, path: "\(reworded.proForma.key)/\(reworded.proForma.version).yaml")
    }
}

extension CatalogueKind {
    package static let proFormas = CatalogueKind(
        folder: "pro-formas", noun: "pro-forma", example: "pro-formas/department-plan/2026-1.yaml",
        faults: { ProFormaEdition.read($0).1 })
}

extension ProFormaEdition {
    fileprivate static func read(_ files: [CatalogueFolder.File]) -> ([ProFormaEdition], [CatalogueFault]) {
        var (editions, faults): ([ProFormaEdition], [CatalogueFault]) = ([], [])
        var kinds: [ProFormaKey: PlanKind] = [:]
        for file in files {
            do throws(CatalogueFaults) {
                let proForma = try ProForma.reading(file.content, path: file.shown)
                try proForma.check(isShippedAs: file.shown, with: &kinds)
                editions.append(ProFormaEdition(proForma: proForma, source: file.content))
            } catch { faults += error.all }
        }
        return (editions, faults)
    }
}

extension ProForma {
    /// - Parameter kinds: of the keys seen so far.
    fileprivate func check(
        isShippedAs file: String, with kinds: inout [ProFormaKey: PlanKind]
    ) throws(CatalogueFaults) {
        func refuse(_ sentence: String) -> CatalogueFaults {
            CatalogueFaults([CatalogueFault(file: file, sentence: sentence)])
        }
        if isOwnEdition {
            throw refuse("“\(version)” is a version of a trust's own edition, which is made on its page.")
        }
        let first = kinds[key, default: kind]
        if first != kind { throw refuse("It is “\(kind.rawValue)”, and an earlier version is “\(first.rawValue)”.") }
        kinds[key] = kind
    }
}

/// - Parameter folder: the path of the catalogue.
/// - Throws: everything that is wrong with its pro-formas, save that a file may be so new that it is not locked yet.
package func readProFormas(_ folder: String) throws(CatalogueFaults) -> [ProFormaEdition] {
    try CatalogueFolder(folder).read(.proFormas, ProFormaEdition.read)
}
