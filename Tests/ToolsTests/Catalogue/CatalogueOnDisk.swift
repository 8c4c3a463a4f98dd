import Foundation
import TestKit
import Testing
import ToolRules

/// A catalogue in a folder of its own, for as long as one test.
struct CatalogueOnDisk {
    let path: String

    static func with(_ files: [String: String], _ body: (CatalogueOnDisk) async throws -> Void) async throws {
        try await TestDatabases.withFolder { folder in
            let catalogue = CatalogueOnDisk(path: folder + "/Catalogue")
            try FileManager.default.createDirectory(atPath: catalogue.path, withIntermediateDirectories: true)
            for (path, text) in files { try catalogue.write(text, to: path) }
            try await body(catalogue)
        }
    }

    func write(_ text: String, to path: String) throws { try write(Data(text.utf8), to: path) }

    func write(_ bytes: Data, to path: String) throws {
        let url = URL(fileURLWithPath: self.path).appendingPathComponent(path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: url)
    }

    func remove(_ file: String) throws {
        try FileManager.default.removeItem(atPath: path + "/" + file)
    }

    func text(_ file: String) throws -> String { try String(contentsOfFile: path + "/" + file, encoding: .utf8) }
}

let readingFile = "tools/reading/2026-1.yaml"
let oneTool = [readingFile: readingTool]

/// Two versions of one tool, which differ in every way in which statements can.
let sumsFirst = edition("2026-1", ["told", "drawn", "early", "late", "voices", "gone"])
let sumsSecond = edition(
    "2026-2", ["told", "drawn", "early-one", "early-two", "both", "fresh"],
    follows: """
        version: 2026-1
          statements: {told: same, drawn: reworded, early-one: {split: early}, early-two: {split: early},
                       both: {merged: [late, voices]}, fresh: new}
          retired: [gone]
        """, changed: ["drawn": "Drawn with care."])
let twoVersions = ["tools/sums/2026-1.yaml": sumsFirst.yaml, "tools/sums/2026-2.yaml": sumsSecond.yaml]
