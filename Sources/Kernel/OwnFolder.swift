package import Foundation

/// Runs `body` with an empty folder that only this process may read, and removes it afterwards.
package func withOwnFolder<Value>(_ body: (URL) throws -> Value) throws -> Value {
    let folder = try ownFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
}

package func withOwnFolder<Value>(_ body: (URL) async throws -> Value) async throws -> Value {
    let folder = try ownFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder)
}

private func ownFolder() throws -> URL {
    let pattern = FileManager.default.temporaryDirectory.appendingPathComponent("termwise.XXXXXX").path
    var path = Array(pattern.utf8CString)
    guard mkdtemp(&path) != nil else { throw CocoaError(.fileWriteUnknown) }
    return URL(fileURLWithPath: String(decoding: path.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self))
}
