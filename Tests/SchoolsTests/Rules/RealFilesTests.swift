import Foundation
import Kernel
import Testing

@testable import SchoolRules

/// The published files themselves, where they lie beside the package; a clone alone has no such folder.
private let gias = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../shared/data/gias").standardizedFileURL

private func real(_ name: String) throws -> FilePieces {
    let bytes = [UInt8](try Data(contentsOf: gias.appending(path: name)))
    return .of(bytes, size: 4_096)
}

@Suite(.enabled(if: FileManager.default.fileExists(atPath: gias.path))) struct RealFilesTests {
    private let eight = "edubasealldata_reconstructed_eight_trusts.csv"
    private let search = "gias_search_export_2022-04-20_surrey_hampshire.csv"
    private let links = "links_edubasealldata_2025-04-22_subset.csv"

    private func plan(
        _ file: String, _ trust: String, groups: [String] = [], links: [String] = [], existing: [School] = [],
        kept: [SuccessorLink] = []
    ) throws -> ImportPlan {
        var book = GroupsBook(on: today)
        for name in groups { try book.add(real(name)) }
        let chosen = try TrustDirectory(real(file), groups: book).choose(trust, known: nil)
        var reading = try RegisterReading(real(file), for: chosen, groups: book, existing: existing)
        for name in links { try reading.addLinks(real(name)) }
        return ImportPlan(reading, existing: existing, links: kept, today: today)
    }

    @Test(arguments: [
        ("GLF Schools", "3190", 42), ("Leigh Academies Trust", "3725", 33), ("RISE Multi Academy Trust", "3722", 19),
        ("The Howard Partnership Trust", "3493", 13), ("Lionheart Educational Trust", "3760", 12),
        ("LEARN Academies Trust", "16330", 11), ("South Farnham Educational Trust", "5481", 6),
        ("Illuminate Minds Trust", "5645", 2),
    ])
    func eachOfTheEightTrustsHasItsSchools(name: String, uid: String, count: Int) throws {
        let byName = try plan(eight, name)
        #expect(byName.added.count == count && byName.refused.isEmpty && byName.trust.uid == uid)
        #expect(try plan(eight, uid).addedNames == byName.addedNames)
        let after = schools(after: byName)
        let again = try plan(eight, uid, existing: after, kept: byName.links)
        #expect(again.changesNothing && again.unchanged == count)
    }

    @Test func theSearchExportHasItsTrustsAndTheirHistory() throws {
        let glf = try plan(search, "GLF Schools")
        #expect(glf.added.count == 20 && glf.refused.isEmpty && glf.trust.uid == nil)
        #expect(!glf.links.isEmpty)
        let numbered = try plan(search, "3190", groups: ["allgroupsdata_2026-08.csv"], links: [links])
        #expect(numbered.addedNames == glf.addedNames && numbered.trust.uid == "3190")
        #expect(numbered.links.contains { $0.established != nil })
        let counts = ["The Good Shepherd Trust": 15, "The Howard Partnership Trust": 6, "The Swan Trust": 6]
            .merging(["Lumen Learning Trust": 5, "South Farnham Educational Trust": 5]) { $1 }
        for (name, count) in counts { #expect(try plan(search, name).added.count == count, "\(name)") }
    }

    @Test func theLayoutsWithoutTrustsFindThemInTheLinksOfGroups() throws {
        let found = try plan(
            "edubaseallacademiesandfree_2025-07_sample.csv", "Oasis Community Learning",
            groups: ["grouplinks_edubaseallacademiesandfree_2025-07_sample.csv"])
        #expect(found.addedNames == ["Oasis Academy Enfield"])
        #expect(found.trust.uid == "4076")
        #expect(sentence { _ = try plan("edubaseallstatefunded_2025-07_sample.csv", "x") }.contains("group links"))
    }

    @Test func aFileThatASpreadsheetSavedIsRead() throws {
        let found = try plan("edubasealldata_2025-10_excel_resaved_rows.csv", "5488")
        #expect(found.addedNames == ["St Paul's Church of England Academy"])
        #expect(found.added[0].facts.opened == Day(2016, 8, 1) && found.warnings.isEmpty)
    }

    @Test func theLinksOfGroupsOf2022AreASourceThemselves() throws {
        #expect(try plan("allgroupslinksdata_2022-07_eight_trusts.csv", "3725").added.count == 31)
    }

    @Test func theListOfTheDepartmentsServicesIsRead() throws {
        let found = try plan("establishments_2026-08_dfe_sap.csv", "2157")
        #expect(found.added.count == 9 && found.refused.isEmpty)
    }
}
