import Plans
import ToolRules
import Tools

/// Everything that the shipped catalogue holds.
let catalogueKinds: [CatalogueKind] = [.proFormas, .tools]

/// - Returns: what is wrong with the catalogue, a line each with file and line number; empty when nothing is.
package func checkCatalogue(_ folder: String?) throws -> [String] {
    catalogueCheck(try catalogueFolder(folder), of: catalogueKinds).map(\.description)
}

/// Adds files that are new to `catalogue.lock`.
///
/// - Returns: the files that were added.
/// - Throws: `WrongSetting` when a published file changed.
package func lockCatalogue(_ folder: String?) throws -> [String] {
    do {
        return try catalogueLock(catalogueFolder(folder), of: catalogueKinds)
    } catch let faults as CatalogueFaults {
        throw WrongSetting("\(faults)")
    }
}
