import Foundation
import Programs

/// The files in a spreadsheet or Word file, as another program unpacks and parses them.
struct Unpacked {
    let files: [String: String]

    /// - Throws: when it is no archive, or one of its parts is not well-formed XML.
    init(_ bytes: [UInt8]) async throws {
        let archive = FileManager.default.temporaryDirectory.appending(path: "termwise-\(UUID().uuidString)")
        try Data(bytes).write(to: archive)
        defer { try? FileManager.default.removeItem(at: archive) }
        let python = Program(file: "/usr/bin/env")
        let answer = try await python.run(["python3", "-c", Self.script], input: archive.path)
        guard answer.isGood else { throw Refused() }
        files = try JSONDecoder().decode([String: String].self, from: Data(answer.output))
    }

    struct Refused: Error {}

    func file(_ name: String) -> String { files[name] ?? "" }

    private static let script = """
        import io, json, sys, zipfile
        import xml.dom.minidom as xml
        archive = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
        assert archive.testzip() is None
        files = {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}
        for name, text in files.items():
            if name.endswith((".xml", ".rels")): xml.parseString(text.encode())
        json.dump(files, sys.stdout)
        """
}
