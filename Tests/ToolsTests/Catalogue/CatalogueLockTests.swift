import Foundation
import Programs
import Testing
import ToolRules
import Tools

@Suite struct CatalogueLockTests {
    func check(_ catalogue: CatalogueOnDisk) -> [String] {
        catalogueCheck(catalogue.path, of: [.tools]).map(\.description)
    }

    @Test func tellsHowToAddANewFile() async throws {
        try await CatalogueOnDisk.with(oneTool) { folder in
            #expect(
                check(folder) == [
                    "Catalogue/\(readingFile): It is not in catalogue.lock. When its words are final, add it with "
                        + "“termwise catalogue lock”."
                ])
            #expect((try? readCatalogue(folder.path)) != nil, "a new file may be tried out before it is locked")
        }
    }

    @Test func writesALineAFileAsSha256sumReadsIt() async throws {
        try await CatalogueOnDisk.with(oneTool.merging(twoVersions) { a, _ in a }) { folder in
            #expect(try catalogueLock(folder.path, of: [.tools]) == [readingFile] + twoVersions.keys.sorted())
            let lines = try folder.text("catalogue.lock").split(separator: "\n")
            #expect(lines.count == 3 && lines.allSatisfy { $0.prefix { $0 != " " }.count == 64 })
            #expect(lines[0].dropFirst(64) == "  \(readingFile)")
            #expect(check(folder) == [])
        }
    }

    @Test func hashesTheBytesThatLieThere() async throws {
        try await CatalogueOnDisk.with(oneTool.mapValues { $0.replacing("MIT", with: "“é”") }) { folder in
            _ = try catalogueLock(folder.path, of: [.tools])
            let shasum = Program(file: "/usr/bin/sha256sum")
            #expect(try await shasum.run(["--check", "--status", "catalogue.lock"], folder: folder.path).isGood)
        }
    }

    /// A copy that went through Windows has other line ends and perhaps a mark in front, the lock too.
    @Test(arguments: ["\r\n", "\r", "\n"]) func aCopyWithOtherLineEndsIsTheFileThatWasLocked(_ end: String) async throws
    {
        try await CatalogueOnDisk.with(oneTool.merging(twoVersions) { a, _ in a }) { folder in
            _ = try catalogueLock(folder.path, of: [.tools])
            let before = try readCatalogue(folder.path).editions
            for path in [readingFile, "catalogue.lock"] + twoVersions.keys {
                try folder.write("\u{feff}" + folder.text(path).replacing("\n", with: end), to: path)
            }
            #expect(check(folder) == [])
            let after = try readCatalogue(folder.path).editions
            #expect(after.map(\.published.id) == before.map(\.published.id))
            #expect(after.map(\.content) == before.map(\.content))
        }
    }

    @Test func noticesAChangedByte() async throws {
        try await CatalogueOnDisk.with(oneTool) { folder in
            _ = try catalogueLock(folder.path, of: [.tools])
            try folder.write(readingTool.replacing("stumbles.", with: "stumbles!"), to: readingFile)
            let fault =
                "Catalogue/\(readingFile): It was published and has changed. Put it back, and make the change a "
                + "new version."
            #expect(check(folder) == [fault])
            #expect(throws: CatalogueFaults.self) { _ = try readCatalogue(folder.path) }
        }
    }

    @Test func noticesAPublishedFileThatWent() async throws {
        try await CatalogueOnDisk.with(oneTool.merging(twoVersions) { a, _ in a }) { folder in
            _ = try catalogueLock(folder.path, of: [.tools])
            try folder.remove("tools/reading")
            #expect(
                check(folder) == [
                    "Catalogue/catalogue.lock:1: “\(readingFile)” was published and is not there any more. Put it back."
                ])
        }
    }

    @Test func onlyEverAddsLines() async throws {
        try await CatalogueOnDisk.with(twoVersions) { folder in
            #expect(try catalogueLock(folder.path, of: [.tools]).count == 2)
            let before = try folder.text("catalogue.lock")
            try folder.write(readingTool, to: readingFile)
            #expect(try catalogueLock(folder.path, of: [.tools]) == [readingFile])
            let after = try folder.text("catalogue.lock")
            #expect(after.hasSuffix(before) && after.count > before.count)
            #expect(try catalogueLock(folder.path, of: [.tools]) == [])

            try folder.write(sumsFirst.yaml + "\n# changed\n", to: "tools/sums/2026-1.yaml")
            try folder.write(reading(replacing: "2026-1", by: "2026-2"), to: "tools/reading/2026-2.yaml")
            #expect(throws: CatalogueFaults.self) { _ = try catalogueLock(folder.path, of: [.tools]) }
            #expect(try folder.text("catalogue.lock") == after)
        }
    }

    @Test func refusesToLockAFileWithFaults() async throws {
        try await CatalogueOnDisk.with([readingFile: reading(replacing: "licence: MIT\n", by: "")]) { folder in
            #expect(throws: CatalogueFaults.self) { _ = try catalogueLock(folder.path, of: [.tools]) }
            #expect(throws: (any Error).self) { _ = try folder.text("catalogue.lock") }
        }
    }

    @Test func refusesLinesThatAreNone() async throws {
        try await CatalogueOnDisk.with(oneTool) { folder in
            _ = try catalogueLock(folder.path, of: [.tools])
            let good = try folder.text("catalogue.lock")
            try folder.write(good + good + "abc  tools/x\n" + good.uppercased(), to: "catalogue.lock")
            #expect(
                check(folder) == [
                    "Catalogue/catalogue.lock:2: “\(readingFile)” is here twice.",
                    "Catalogue/catalogue.lock:3: A line is a hash, two spaces and the path of a file.",
                    "Catalogue/catalogue.lock:4: A line is a hash, two spaces and the path of a file.",
                ])
        }
    }
}
