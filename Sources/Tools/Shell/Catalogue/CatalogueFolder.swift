import Crypto
import Foundation
import Kernel
import ToolRules

/// The files of a catalogue as they lie on the disk, unread.
package struct CatalogueFolder: Sendable {
    /// Larger than any tool that people could judge with, small enough to read in one piece.
    static let largest = 1_000_000

    private let url: URL

    package init(_ path: String) { url = URL(fileURLWithPath: path, isDirectory: true).standardizedFileURL }

    package struct File: Sendable {
        /// Within the catalogue: `tools/inclusion/2026-1.yaml`.
        package let path: String
        /// As faults name it: with the catalogue's own name in front.
        package let shown: String
        package let content: String
        package let hash: String

        /// `tools/inclusion`.
        package var folder: Substring { path.dropLast(path.split(separator: "/").last?.count ?? 0).dropLast() }
    }

    /// As faults name it: with the folder's own name in front.
    func shown(_ path: String) -> String { "\(url.lastPathComponent)/\(path)" }

    func text(_ path: String) throws -> String? {
        let file = url.appendingPathComponent(path)
        guard FileManager.default.fileExists(atPath: file.path) else { return nil }
        return String(decoding: try Data(contentsOf: file), as: UTF8.self).asPublished
    }

    func write(_ text: String, to path: String) throws {
        try OwnFile.write(Data(text.utf8), to: url.appendingPathComponent(path).path)
    }

    /// By path.
    func files(of kind: CatalogueKind, _ faults: inout [CatalogueFault]) -> [File] {
        let keys = names(in: kind.folder)
        if keys.isEmpty {
            faults.append(CatalogueFault(file: shown(kind.folder), sentence: "There are no \(kind.noun)s here."))
        }
        return keys.flatMap { key in
            let names = names(in: "\(kind.folder)/\(key)")
            if names.isEmpty {
                let sentence = "Only folders belong here, with a file for each version: \(kind.example)."
                faults.append(CatalogueFault(file: shown("\(kind.folder)/\(key)"), sentence: sentence))
            }
            return names.compactMap { file("\(kind.folder)/\(key)/\($0)", kind, &faults) }
        }
    }

    private func file(_ path: String, _ kind: CatalogueKind, _ faults: inout [CatalogueFault]) -> File? {
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
        guard bytes.count <= Self.largest else { return refuse("It is larger than a \(kind.noun) can be.") }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            return refuse("It is not text in UTF-8.")
        }
        let content = text.asPublished
        return File(path: path, shown: shown(path), content: content, hash: contentHash(content))
    }

    /// Hidden files, such as those a system leaves behind, do not count.
    private func names(in path: String) -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(
            atPath: url.appendingPathComponent(path).path)
        return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
    }
}

extension String {
    /// With plain line ends and no editor's mark in front, so that a copy from Windows is the file that was locked.
    fileprivate var asPublished: String { String(unicodeScalars.drop { $0 == "\u{feff}" }).printable }
}

/// SHA-256 in hexadecimal.
package func contentHash(_ content: String) -> String {
    SHA256.hash(data: Data(content.utf8)).hexadecimal
}
