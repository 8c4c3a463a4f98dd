import CCrack
import Foundation
import Synchronization

/// The dictionary of Debian's `cracklib-runtime`, and the ways in which people trim a word of it to a password. It comes on
/// top of our own list, which is all that there is where the dictionary is not installed.
package struct PasswordDictionary: Sendable {
    /// Without a file's ending; nil where there is no dictionary.
    private let path: String?

    package static let installed = PasswordDictionary(at: String(cString: GetDefaultCracklibDict()))

    /// - Parameter path: what its three files begin with.
    package init(at path: String) {
        let isThere = [".hwm", ".pwd", ".pwi"].allSatisfy { FileManager.default.isReadableFile(atPath: path + $0) }
        self.path = isThere ? path : nil
    }

    package var isThere: Bool { path != nil }

    /// Whether a stranger with the dictionary would soon try this.
    func holds(_ password: String) -> Bool {
        guard let path else { return false }
        // The library keeps its own state. A user's name that is empty stands for none, or it would ask for the machine's.
        return Self.turn.withLock { _ in FascistCheckUser(password, path, "", nil) != nil }
    }

    private static let turn = Mutex(())
}
