import Foundation
import Testing
import ToolRules
import Tools

/// The folder of the package, wherever the clone lies.
private let packageFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
let shippedCatalogue = packageFolder.appendingPathComponent("Catalogue").path

@Suite struct ShippedCatalogueTests {
    @Test func isInOrder() throws {
        let catalogue = try readCatalogue(shippedCatalogue)
        let keys = Set(catalogue.tools.map(\.key.text))
        #expect(
            keys.isSuperset(of: ["curriculum-intent", "teaching-and-learning", "behaviour-and-attitudes", "inclusion"]))
        #expect(catalogue.tools.allSatisfy { $0.newest.judgedItems.count >= 20 })
    }

    @Test func takesTheQuestionOfSequencingApart() throws {
        let catalogue = try readCatalogue(shippedCatalogue)
        let tool = try #require(catalogue.tools.first { $0.key.text == "curriculum-intent" }).newest
        #expect(tool.judgedFor == [.department, .school])
        let sequencing = try #require(tool.aspects.first { $0.key.text == "sequencing" })
        #expect(sequencing.statements.flatMap(\.parts).count >= 6)
    }

    @Test func leavesStatementsToJudgeInASchoolOfEveryPhase() throws {
        for tool in try readCatalogue(shippedCatalogue).tools.map(\.newest) {
            for phase in SettingPhase.allCases {
                let setting = Setting(phase: phase, hasNursery: false, hasSixthForm: false)
                #expect(tool.items(for: setting).count >= 15, "\(tool.tool) in a \(phase.rawValue) school")
            }
        }
    }
}
