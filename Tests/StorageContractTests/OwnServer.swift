import Foundation
import Programs
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
            let server = try await made(in: folder)
            let result: Result<Void, any Error>
            do {
                result = .success(try await body(server))
            } catch {
                result = .failure(error)
            }
            try? await server.kill()
            try result.get()
        }
    }

    private static func made(in folder: String) async throws -> OwnServer {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../..")
        let programs = try await output(root.appending(path: "Scripts/postgres").path, ["where"])
        if isRoot { try await output("/usr/bin/env", ["chown", "postgres", folder]) }
        let first = OwnServer(programs: programs, folder: folder, port: 0)
        try await first.run(
            "initdb",
            ["--pgdata=\(folder)/data", "--username=termwise", "--auth=trust", "--locale=C.UTF-8", "--no-sync"])
        for port in (20_000..<32_000).shuffled().prefix(5) {
            let server = OwnServer(programs: programs, folder: folder, port: port)
            if (try? await server.start()) != nil { return server }
        }
        throw Failure(said: "No port is free.")
    }

    func start() async throws {
        let options = "-p \(port) -c listen_addresses=127.0.0.1 -c unix_socket_directories=''"
        try await run(
            "pg_ctl",
            [
                "start", "--silent", "--wait", "--timeout=60", "--pgdata=\(folder)/data", "--log=\(folder)/log",
                "--options=\(options)",
            ])
    }

    /// Ends every process of the server at once, as a lost machine would: nothing is written down first.
    func kill() async throws {
        try await run("pg_ctl", ["stop", "--silent", "--wait", "--mode=immediate", "--pgdata=\(folder)/data"])
    }

    struct Failure: Error, CustomStringConvertible {
        let said: String
        var description: String { said }
    }

    private static var isRoot: Bool { NSUserName() == "root" }

    /// PostgreSQL refuses to run as root.
    private func run(_ program: String, _ arguments: [String]) async throws {
        let command = ["\(programs)/\(program)"] + arguments
        try await Self.output("/usr/bin/env", Self.isRoot ? ["runuser", "-u", "postgres", "--"] + command : command)
    }

    @discardableResult
    private static func output(_ program: String, _ arguments: [String]) async throws -> String {
        let answer = try await Program(file: program).run(arguments, folder: "/")
        let text = String(decoding: answer.output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        guard answer.isGood else { throw Failure(said: text + answer.complaint) }
        return text
    }
}
