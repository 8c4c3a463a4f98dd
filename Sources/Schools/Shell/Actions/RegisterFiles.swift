import Dispatch
import Foundation
package import SchoolRules

/// The files of one import: the schools, and whatever lies beside them.
package struct RegisterFiles: Sendable, Hashable {
    package let schools: String
    /// Paths of the register's files of groups, group links and links between schools, in any order: their headings
    /// tell which is which.
    package let beside: [String]

    package init(schools: String, beside: [String] = []) {
        (self.schools, self.beside) = (schools, beside)
    }
}

/// What was read before the trust is chosen.
struct OpenedRegister: Sendable {
    let groups: GroupsBook
    let directory: TrustDirectory
    let linkFiles: [String]

    /// - Throws: `RegisterUnreadable`, which names the file when it is one of those beside the schools.
    init(_ files: RegisterFiles) throws {
        var groups = GroupsBook()
        var linkFiles: [String] = []
        for path in files.beside {
            try named(path) {
                if try RegisterFile.kind(of: pieces(of: path)) == .successorLinks {
                    linkFiles.append(path)
                } else {
                    try groups.add(pieces(of: path))
                }
            }
        }
        self.groups = groups
        self.linkFiles = linkFiles
        directory = try TrustDirectory(pieces(of: files.schools), groups: groups)
    }
}

/// The bytes of a file in pieces of 64 KB.
func pieces(of path: String) -> FilePieces {
    FilePieces { body in
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw RegisterUnreadable("The file \(path) cannot be opened.")
        }
        defer { try? file.close() }
        while let data = try file.read(upToCount: 65_536), !data.isEmpty { try body([UInt8](data)) }
    }
}

func named<Value>(_ path: String, _ work: () throws -> Value) throws -> Value {
    do {
        return try work()
    } catch let error as RegisterUnreadable {
        throw RegisterUnreadable("\(URL(filePath: path).lastPathComponent): \(error.sentence)")
    }
}

/// Runs long work, such as reading sixty megabytes, where it keeps no request waiting for a thread.
func apart<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { done in
        DispatchQueue.global(qos: .userInitiated).async { done.resume(with: Result(catching: work)) }
    }
}
