import Foundation
import TestKit

/// The files in a spreadsheet or Word file, as another program unpacks and parses them.
struct Unpacked {
    let files: [String: String]

    /// - Throws: when it is no archive, or one of its parts is not well-formed XML.
    init(_ bytes: [UInt8]) throws {
        let python = Process()
        let (stdin, stdout) = (Pipe(), Pipe())
        python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        python.arguments = ["python3", "-c", Self.script]
        (python.standardInput, python.standardOutput) = (stdin, stdout)
        try python.run()
        DispatchQueue.global().async {
            try? stdin.fileHandleForWriting.write(contentsOf: Data(bytes))
            try? stdin.fileHandleForWriting.close()
        }
        let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
        python.waitUntilExit()
        guard python.terminationStatus == 0 else { throw Refused() }
        files = try JSONDecoder().decode([String: String].self, from: output)
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
