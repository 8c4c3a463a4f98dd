import Database
import Foundation
import Kernel
import Programs

/// One of the programs that come with PostgreSQL. It is told where to connect by its environment, because everybody on
/// the machine can read its arguments, and the address may hold a password.
struct ServerProgram {
    private let name: String

    init(_ name: String) { self.name = name }

    /// Takes as long as it takes: what a trust holds is dumped or restored whole.
    ///
    /// - Throws: `DatabaseError.failed` with what the program said, when it is missing or did not succeed;
    ///   `CancellationError`.
    func run(_ arguments: [String], at place: PostgresPlace) async throws {
        guard let program = Self.find(name, in: ProcessInfo.processInfo.environment["PATH"] ?? "") else {
            throw backupFault("\(name) is not installed; it comes with PostgreSQL's client programs.")
        }
        // Its complaints are read here, so they come in one language.
        var variables = ["LC_ALL": "C"]
        for option in try PostgresPlace.options(in: place.address) {
            if let variable = option.variable { variables[variable] = option.value }
        }
        let answer = try await run(program, arguments, variables)
        guard !answer.isGood else { return }
        let said = answer.complaint.split(whereSeparator: \.isNewline).joined(separator: " ")
        if saysNoRoom(said) { throw DatabaseError.full(detail: said) }
        throw backupFault("\(name) failed: \(said)")
    }

    private func run(
        _ program: Program, _ arguments: [String], _ variables: [String: String]
    ) async throws -> Program.Answer {
        do {
            return try await program.run(arguments, in: .ours(with: variables))
        } catch let error as CancellationError {
            throw error
        } catch {
            throw backupFault("\(name) could not be run: \(error)")
        }
    }

    /// The first on the path, else the newest of those that Debian keeps beside each server.
    static func find(_ name: String, in path: String) -> Program? {
        let known = "/usr/lib/postgresql"
        let there = (try? FileManager.default.contentsOfDirectory(atPath: known)) ?? []
        let versions = there.compactMap { Int(written: $0) }.sorted(by: >)
        return Program.find(
            name, in: path.split(separator: ":").map(String.init) + versions.map { "\(known)/\($0)/bin" })
    }
}
