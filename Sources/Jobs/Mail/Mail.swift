import Foundation
package import Kernel

/// Where letters go: into a folder, one file each, from which the operator's mail system takes them.
package struct Mail: Sendable {
    /// nil while no folder is set; letters are then not written, and pages say so.
    package let folder: String?
    package let sender: String

    package init(folder: String?, sender: String = "termwise@localhost") {
        (self.folder, self.sender) = (folder, sender)
    }

    package var isSetUp: Bool { folder != nil }

    /// Writes the letter whole or not at all; again under the same mark replaces it.
    package func send(_ letter: Letter, at moment: Instant) throws {
        guard let folder else { return }
        let place = URL(fileURLWithPath: folder, isDirectory: true)
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        let name = String(letter.mark.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") ? $0 : "-" })
        try Data(letter.message(from: sender, at: moment).utf8)
            .write(to: place.appendingPathComponent("\(name).eml"), options: .atomic)
    }
}
