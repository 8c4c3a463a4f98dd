import Crypto
import Foundation
import Kernel
import ToolRules

/// The files of a catalogue as they lie on the disk, unread.
struct CatalogueFolder {
    /// Larger than any tool that people could judge with, small enough to read in one piece.
    static let largest = 1_000_000

    private let url: URL

    init(_ path: String) { url = URL(fileURLWithPath: path, isDirectory: true).standardizedFileURL }

    struct File {
        /// Within the catalogue: `tools/inclusion/2026-1.yaml`.
        let path: String
        let content: String
        let hash: String

        /// `tools/inclusion`.
        var folder: Substring { path.dropLast(path.split(separator: "/").last?.count ?? 0).dropLast() }
    }

    /// As faults name it: with the folder's own name in front.
    func shown(_ path: String) -> String { "\(url.lastPathComponent)/\(path)" }

    func text(_ path: String) throws -> String? {
        let file = url.appendingPathComponent(path)
        guard FileManager.default.fileExists(atPath: file.path) else { return nil }
        return String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }

    func write(_ text: String, to path: String) throws {
        try Data(text.utf8).write(to: url.appendingPathComponent(path), options: .atomic)
    }

    /// The files of tools, by path.
    func toolFiles(_ faults: inout [CatalogueFault]) -> [File] {
        let tools = names(in: "tools")
        if tools.isEmpty {
            faults.append(CatalogueFault(file: shown("tools"), sentence: "There are no tools here."))
        }
        return tools.flatMap { tool in
            let names = names(in: "tools/\(tool)")
            if names.isEmpty {
                let sentence =
                    "Only folders belong here, with a file for each version: tools/inclusion/2026-1.yaml."
                faults.append(CatalogueFault(file: shown("tools/\(tool)"), sentence: sentence))
            }
            return names.compactMap { file("tools/\(tool)/\($0)", &faults) }
        }
    }

    private func file(_ path: String, _ faults: inout [CatalogueFault]) -> File? {
        func refuse(_ sentence: String) -> File? {
            faults.append(CatalogueFault(file: shown(path), sentence: sentence))
            return nil
        }
        guard path.hasSuffix(".yaml") else {
            return refuse("Only files that end in .yaml belong here.")
        }
        guard let bytes = try? Data(contentsOf: url.appendingPathComponent(path)) else {
            return refuse("It cannot be read.")
        }
        guard bytes.count <= Self.largest else { return refuse("It is larger than a tool can be.") }
        guard let content = String(validating: bytes, as: UTF8.self) else {
            return refuse("It is not text in UTF-8.")
        }
        return File(path: path, content: content, hash: contentHash(content))
    }

    /// Hidden files, such as those a system leaves behind, do not count.
    private func names(in path: String) -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(
            atPath: url.appendingPathComponent(path).path)
        return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
    }
}

/// SHA-256 in hexadecimal.
func contentHash(_ content: String) -> String {
    SHA256.hash(data: Data(content.utf8)).hexadecimal
}
