import Foundation
import TestKit

/// A PostgreSQL server of one test alone, to be killed. It flushes like a real one.
struct OwnServer: Sendable {
    private let programs: String
    private let folder: String
    private let port: Int

    var address: String { "postgresql://termwise@127.0.0.1:\(port)/postgres" }

    /// Starts a server, runs `body`, and stops and removes it.
    static func with(_ body: (OwnServer) async throws -> Void) async throws {
        try await TestDatabases.withFolder { folder in
            let server = try made(in: folder)
            defer { try? server.kill() }
            try await body(server)
        }
    }

    private static func made(in folder: String) throws -> OwnServer {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../..")
        let programs = try output(root.appending(path: "Scripts/postgres").path, ["where"])
        if isRoot { try output("/usr/bin/env", ["chown", "postgres", folder]) }
        let first = OwnServer(programs: programs, folder: folder, port: 0)
        try first.run(
            "initdb",
            ["--pgdata=\(folder)/data", "--username=termwise", "--auth=trust", "--locale=C.UTF-8", "--no-sync"])
        for port in (20_000..<32_000).shuffled().prefix(5) {
            let server = OwnServer(programs: programs, folder: folder, port: port)
            if (try? server.start()) != nil { return server }
        }
        throw Failure(said: "No port is free.")
    }

    func start() throws {
        let options = "-p \(port) -c listen_addresses=127.0.0.1 -c unix_socket_directories=''"
        try run(
            "pg_ctl",
            [
                "start", "--silent", "--wait", "--timeout=60", "--pgdata=\(folder)/data", "--log=\(folder)/log",
                "--options=\(options)",
            ])
    }

    /// Ends every process of the server at once, as a lost machine would: nothing is written down first.
    func kill() throws {
        try run("pg_ctl", ["stop", "--silent", "--wait", "--mode=immediate", "--pgdata=\(folder)/data"])
    }

    struct Failure: Error, CustomStringConvertible {
        let said: String
        var description: String { said }
    }

    private static var isRoot: Bool { NSUserName() == "root" }

    /// PostgreSQL refuses to run as root.
    private func run(_ program: String, _ arguments: [String]) throws {
        let command = ["\(programs)/\(program)"] + arguments
        try Self.output("/usr/bin/env", Self.isRoot ? ["runuser", "-u", "postgres", "--"] + command : command)
    }

    /// Foundation takes a process for running as long as anybody holds a file that it passed on, and the server that
    /// pg_ctl starts would hold it for ever; so the program gets its three files and no other.
    private static let withoutFiles = """
        for file in /proc/$$/fd/*; do number=${file##*/}; [ "$number" -gt 2 ] && eval "exec $number>&-"; done
        exec "$@"
        """

    @discardableResult
    private static func output(_ program: String, _ arguments: [String]) throws -> String {
        let process = Process()
        let said = FileManager.default.temporaryDirectory.appending(path: "termwise-\(UUID().uuidString)")
        try Data().write(to: said)
        defer { try? FileManager.default.removeItem(at: said) }
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", withoutFiles, "bash", program] + arguments
        process.currentDirectoryURL = URL(fileURLWithPath: "/")
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: said)
        process.standardError = process.standardOutput
        try process.run()
        process.waitUntilExit()
        let text = try String(contentsOf: said, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
        guard process.terminationStatus == 0 else { throw Failure(said: text) }
        return text
    }
}
