import Foundation
import Testing
import ToolRules
import Tools

/// The folder of the package, wherever the clone lies.
let packageFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
let shippedCatalogue = packageFolder.appendingPathComponent("Catalogue").path

@Suite struct ShippedCatalogueTests {
    @Test func hasNoFaultsOnceLocked() throws {
        let catalogue = try readCatalogue(shippedCatalogue)
        #expect(catalogue.tools.count >= 4)
        #expect(catalogue.editions.allSatisfy { $0.version.judgedItems.count >= 20 })
    }
}
