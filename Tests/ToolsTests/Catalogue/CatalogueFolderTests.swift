import Foundation
import Kernel
import Testing
import ToolRules
import Tools

@Suite struct CatalogueFolderTests {
    /// What is wrong with the catalogue, save that nothing is locked.
    func faults(_ catalogue: CatalogueOnDisk) -> [String] {
        do {
            _ = try readCatalogue(catalogue.path)
            return []
        } catch { return error.all.map(\.description) }
    }

    @Test func readsToolsWithTheirWordsAndVersions() async throws {
        try await CatalogueOnDisk.with(oneTool.merging(twoVersions) { a, _ in a }) { folder in
            let catalogue = try readCatalogue(folder.path)
            #expect(catalogue.tools.map(\.key.text) == ["reading", "sums"])
            #expect(catalogue.tools[1].newest.version.description == "2026-2")
            #expect(
                catalogue.editions.map { "\($0.version.tool) \($0.version.version)" } == [
                    "reading 2026-1", "sums 2026-1", "sums 2026-2",
                ])
            #expect(catalogue.editions[0].content == readingTool)
        }
    }

    @Test func drawsTheSameIDsFromTheSameWordsAndOthersFromOthers() async throws {
        let other = oneTool.mapValues { $0.replacing("MIT", with: "CC0") }
        var ids: [[String]] = []
        for files in [oneTool, oneTool, other] {
            try await CatalogueOnDisk.with(files) { folder in
                let tool = try readCatalogue(folder.path).editions[0].published
                ids.append([tool.id.text] + tool.items.flatMap { [$0.id.text, $0.aspect.text] })
            }
        }
        #expect(ids[0] == ids[1])
        #expect(Set(ids[0]).isDisjoint(with: ids[2]))
        #expect(Set(ids[0]).count == 1 + 4 + 2)
    }

    /// YAML knows only the plain space; at the ends of words the other is left out, elsewhere the line is named.
    @Test func aNoBreakSpaceIsLeftOutOrNamedWithItsLine() async throws {
        let ends = reading(replacing: "kind: data", by: "kind: data\u{a0}")
        try await CatalogueOnDisk.with([readingFile: ends]) { #expect(faults($0) == []) }
        for wrong in ["kind:\u{a0}data", "\u{a0}kind: data", "kind\u{a0}: data"] {
            let file = reading(replacing: "kind: data", by: wrong)
            let line = file.split(separator: "\n", omittingEmptySubsequences: false).firstIndex {
                $0.contains("\u{a0}")
            }
            try await CatalogueOnDisk.with([readingFile: file]) { folder in
                #expect(
                    faults(folder).contains { $0.hasPrefix("Catalogue/\(readingFile):\((line ?? 0) + 1): ") },
                    "\(wrong)")
            }
        }
    }

    @Test func namesTheFileAndTheLine() async throws {
        try await CatalogueOnDisk.with([readingFile: reading(replacing: "kind: data", by: "kind: gossip")]) { folder in
            let sentence = "aspects 1, statements 1, evidence 2, kind: “gossip” is not known here."
            #expect(faults(folder).count == 1)
            #expect(faults(folder)[0].hasPrefix("Catalogue/\(readingFile):29: \(sentence)"))
        }
    }

    @Test func namesTheFaultsOfEveryFileAndBetweenFiles() async throws {
        var files = twoVersions.mapValues { $0.replacing("retired: [gone]", with: "retired: []") }
        files[readingFile] = reading(replacing: "licence: MIT\n", by: "")
        try await CatalogueOnDisk.with(files) { folder in
            #expect(
                faults(folder) == [
                    "Catalogue/tools/reading/2026-1.yaml:1: “licence” is missing.",
                    "Catalogue/tools/sums/2026-2.yaml:9: follows: “gone” of 2026-1 is not accounted for: continue it "
                        + "or retire it.",
                ])
        }
    }

    @Test func blamesNoVersionForFollowingOneThatCannotBeRead() async throws {
        var files = twoVersions
        files["tools/sums/2026-1.yaml"] = sumsFirst.yaml.replacing("licence: MIT\n", with: "")
        try await CatalogueOnDisk.with(files) { folder in
            #expect(faults(folder) == ["Catalogue/tools/sums/2026-1.yaml:1: “licence” is missing."])
        }
    }

    @Test func refusesFilesThatAreNoTools() async throws {
        try await CatalogueOnDisk.with(oneTool) { folder in
            try folder.write("x", to: "tools/notes.txt")
            try folder.write("x", to: "tools/reading/2026-1.yml")
            try folder.write("x", to: "tools/.DS_Store")
            try folder.write(Data([0x61, 0xff]), to: "tools/latin/2026-1.yaml")
            try folder.write(String(repeating: "# long\n", count: 150_000), to: "tools/long/2026-1.yaml")
            #expect(
                faults(folder) == [
                    "Catalogue/tools/latin/2026-1.yaml: It is not text in UTF-8.",
                    "Catalogue/tools/long/2026-1.yaml: It is larger than a tool can be.",
                    "Catalogue/tools/notes.txt: Only folders belong here, with a file for each version: "
                        + "tools/inclusion/2026-1.yaml.",
                    "Catalogue/tools/reading/2026-1.yml: Only files that end in .yaml belong here.",
                ])
        }
    }

    @Test func refusesAFolderWithoutTools() async throws {
        try await CatalogueOnDisk.with([:]) { folder in
            #expect(faults(folder) == ["Catalogue/tools: There are no tools here."])
        }
    }
}
