package import Foundation

/// A file that this program makes: for its user alone whatever the umask, and never one that lies there already, which
/// somebody else may have put there.
package enum OwnFile {
    /// Makes an empty file.
    ///
    /// - Throws: `POSIXError`, `.EEXIST` when anything lies at `path`, a link included.
    package static func make(at path: String) throws {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw fault() }
        defer { close(file) }
        guard fchmod(file, 0o600) == 0 else { throw fault() }
    }

    /// Writes a file whole or not at all; one that has its name gives way to it.
    ///
    /// - Throws: `POSIXError`; what writing throws.
    package static func write(_ content: Data, to path: String) throws {
        var name = Array("\(path).XXXXXX".utf8CString)
        let file = mkstemp(&name)
        guard file >= 0 else { throw fault() }
        let part = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        do {
            guard fchmod(file, 0o600) == 0 else { throw fault() }
            let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
            try handle.write(contentsOf: content)
            try handle.close()
            guard rename(part, path) == 0 else { throw fault() }
        } catch {
            unlink(part)
            throw error
        }
    }

    /// In a sentence for the operator.
    package static func whyNotMade(_ path: String, _ error: any Error) -> String {
        (error as? POSIXError)?.code == .EEXIST
            ? "\(path) lies there already. Remove it, unless another backup is being made."
            : "\(path) cannot be made: \(error.localizedDescription)"
    }

    private static func fault() -> POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
}
