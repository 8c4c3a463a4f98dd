import Foundation
package import Kernel

/// How letters leave.
package struct Mail: Sendable {
    package enum Way: Hashable, Sendable {
        /// They are not written, and pages say so.
        case none
        /// One file each, from which the operator's mail system takes them.
        case folder(String)
        case server(MailServer)
    }

    package let way: Way
    package let sender: String

    package init(_ way: Way, sender: String = "termwise@localhost") { (self.way, self.sender) = (way, sender) }

    package init(folder: String?, sender: String = "termwise@localhost") {
        self.init(folder.map { .folder($0) } ?? .none, sender: sender)
    }

    package var isSetUp: Bool { way != .none }

    /// Sends the letter whole or not at all. It may come twice when an answer is lost, under the same mark.
    ///
    /// - Throws: `MailFault`; errors of the file system.
    package func send(_ letter: Letter, at moment: Instant) async throws {
        let message = letter.message(from: sender, at: moment)
        switch way {
        case .none: break
        case .folder(let folder): try write(message, of: letter, into: folder)
        case .server(let server):
            try await SMTPCall(server: server, sender: sender, recipient: letter.to, message: message).answer()
        }
    }

    /// The same letter again replaces the first.
    private func write(_ message: String, of letter: Letter, into folder: String) throws {
        let place = URL(fileURLWithPath: folder, isDirectory: true)
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        let name = String(letter.mark.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") ? $0 : "-" })
        try OwnFile.write(Data(message.utf8), to: place.appendingPathComponent("\(name).eml").path)
    }
}
