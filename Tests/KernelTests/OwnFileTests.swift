import Foundation
import Kernel
import TestKit
import Testing

@Suite struct OwnFiles {
    private func rights(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test func aFileIsForItsUserAloneWhateverTheUmask() async throws {
        try await TestDatabases.withFolder { folder in
            let before = umask(0)
            defer { umask(before) }
            try OwnFile.make(at: folder + "/made")
            try OwnFile.write(Data("one".utf8), to: folder + "/written")
            try OwnFile.write(Data("two".utf8), to: folder + "/written")
            #expect(try ["/made", "/written"].map { try rights(folder + $0) } == [0o600, 0o600])
            #expect(try String(contentsOfFile: folder + "/written", encoding: .utf8) == "two")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["made", "written"])
        }
    }

    @Test func whatLiesThereIsNotTakenOver() async throws {
        try await TestDatabases.withFolder { folder in
            try Data("theirs".utf8).write(to: URL(fileURLWithPath: folder + "/file"))
            try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: folder + "/none")
            for name in ["file", "link"] {
                let fault = #expect(throws: POSIXError.self) { try OwnFile.make(at: "\(folder)/\(name)") }
                #expect(fault?.code == .EEXIST)
            }
            #expect(try String(contentsOfFile: folder + "/file", encoding: .utf8) == "theirs")
            #expect(!FileManager.default.fileExists(atPath: folder + "/none"))
        }
    }

    @Test func aLinkIsReplacedAndNotWrittenThrough() async throws {
        try await TestDatabases.withFolder { folder in
            try Data("theirs".utf8).write(to: URL(fileURLWithPath: folder + "/file"))
            try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: folder + "/file")
            try OwnFile.write(Data("ours".utf8), to: folder + "/link")
            #expect(try String(contentsOfFile: folder + "/file", encoding: .utf8) == "theirs")
            #expect(try String(contentsOfFile: folder + "/link", encoding: .utf8) == "ours")
        }
    }
}
