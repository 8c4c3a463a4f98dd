import Database
import Dispatch
import Foundation

/// One of the programs that come with PostgreSQL. It is told where to connect by its environment, because everybody on
/// the machine can read its arguments, and the address may hold a password.
struct ServerProgram {
    private let name: String

    init(_ name: String) { self.name = name }

    /// - Throws: `DatabaseError.failed` with what the program said, when it is missing or did not succeed.
    func run(_ arguments: [String], at place: PostgresPlace) async throws {
        var environment = ProcessInfo.processInfo.environment
        guard let file = Self.find(name, in: environment["PATH"] ?? "") else {
            throw backupFault("\(name) is not installed; it comes with PostgreSQL's client programs.")
        }
        for option in try PostgresPlace.options(in: place.address) {
            if let variable = option.variable { environment[variable] = option.value }
        }
        let process = Process()
        let messages = Pipe()
        process.executableURL = URL(fileURLWithPath: file)
        process.arguments = arguments
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = messages
        try await finish(process, messages)
    }

    private func finish(_ process: Process, _ messages: Pipe) async throws {
        let said = try await withCheckedThrowingContinuation { (caller: CheckedContinuation<String, any Error>) in
            do { try process.run() } catch { return caller.resume(throwing: error) }
            // Reading to the end first: a program whose messages nobody takes stops when the pipe is full.
            DispatchQueue.global().async {
                let said = messages.fileHandleForReading.readDataToEndOfFile()
                process.waitUntilExit()
                caller.resume(returning: String(decoding: said, as: UTF8.self))
            }
        }
        guard process.terminationStatus != 0 else { return }
        throw backupFault("\(name) failed: \(said.split(whereSeparator: \.isNewline).joined(separator: " "))")
    }

    /// The first on the path, else the newest of those that Debian keeps beside each server.
    static func find(_ name: String, in path: String) -> String? {
        let files = FileManager.default
        let known = "/usr/lib/postgresql"
        let versions = ((try? files.contentsOfDirectory(atPath: known)) ?? []).compactMap { Int($0) }.sorted(by: >)
        let folders = path.split(separator: ":").map(String.init) + versions.map { "\(known)/\($0)/bin" }
        return folders.map { "\($0)/\(name)" }.first { files.isExecutableFile(atPath: $0) }
    }
}
