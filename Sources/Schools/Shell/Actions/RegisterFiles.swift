import Foundation
import Kernel
import SchoolRules

/// A file on this machine, with the name that people know it by.
package struct RegisterPath: Sendable, Hashable {
    package let path: String
    package let name: String

    package init(_ path: String, named name: String? = nil) {
        self.path = path
        self.name = name ?? URL(filePath: path).lastPathComponent
    }
}

/// The files of one import.
package struct RegisterFiles: Sendable, Hashable {
    package let schools: RegisterPath
    /// The register's files of groups, group links and links between schools, in any order: their headings tell which
    /// is which.
    package let beside: [RegisterPath]

    package init(schools: RegisterPath, beside: [RegisterPath] = []) {
        (self.schools, self.beside) = (schools, beside)
    }
}

/// What was read before the trust is chosen.
struct OpenedRegister: Sendable {
    let groups: GroupsBook
    let directory: TrustDirectory
    let linkFiles: [RegisterPath]

    /// - Throws: `RegisterUnreadable`, which names the file when it is one of those beside the schools.
    init(_ files: RegisterFiles, on today: Day) throws {
        var groups = GroupsBook(on: today)
        var linkFiles: [RegisterPath] = []
        for file in files.beside {
            try file.blamed {
                if try RegisterFile.kind(of: file.pieces) == .successorLinks {
                    linkFiles.append(file)
                } else {
                    try groups.add(file.pieces)
                }
            }
        }
        self.groups = groups
        self.linkFiles = linkFiles
        directory = try TrustDirectory(files.schools.pieces, groups: groups)
    }
}

extension RegisterPath {
    /// The bytes of the file, 64 KB at a time.
    var pieces: FilePieces {
        FilePieces { body in
            guard let file = FileHandle(forReadingAtPath: path) else {
                throw RegisterUnreadable("The file \(name) cannot be opened.")
            }
            defer { try? file.close() }
            while let data = try file.read(upToCount: 65_536), !data.isEmpty { try body([UInt8](data)) }
        }
    }

    /// Puts the file's name before what is wrong with it.
    func blamed<Value>(_ work: () throws -> Value) throws -> Value {
        do {
            return try work()
        } catch let error as RegisterUnreadable {
            throw RegisterUnreadable("\(name): \(error.sentence)")
        }
    }
}
