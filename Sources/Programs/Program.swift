import Foundation
import Subprocess

#if canImport(System)
import System
#else
import SystemPackage
#endif

/// A program of the system, run to its end: pandoc, pg_dump. When it is given up, whatever it started ends with it.
///
/// Foundation's own `Process` is not used: on Linux its `run()` reads past a directory entry and may end ours.
package struct Program: Sendable {
    private let file: String

    package init(file: String) { self.file = file }

    /// The first of that name in these folders which may be run.
    package static func find(_ name: String, in folders: [String]) -> Program? {
        folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }.map(Program.init)
    }

    /// - Parameters:
    ///   - surroundings: its environment.
    ///   - input: a file that it reads; nothing when nil. Nobody is left writing to a program that reads no more.
    ///   - folder: where it works; where ours does when nil.
    ///   - seconds: after which it is given up; never when nil.
    /// - Throws: `ProgramFault.tookTooLong`, `CancellationError`; Subprocess's own error when it cannot be started or says
    ///   more than a megabyte.
    package func run(
        _ arguments: [String], in surroundings: Surroundings = .ours(), input: String? = nil, folder: String? = nil,
        seconds: Int? = nil
    ) async throws -> Answer {
        try await withThrowingTaskGroup(of: Answer?.self) { group in
            defer { group.cancelAll() }
            group.addTask { try await answer(to: arguments, surroundings, input, folder) }
            if let seconds {
                group.addTask {
                    try await Task.sleep(for: .seconds(seconds))
                    return nil
                }
            }
            guard let answer = try await group.next() ?? nil else { throw ProgramFault.tookTooLong }
            // What was ended because nobody waits for it any more has not answered.
            try Task.checkCancellation()
            return answer
        }
    }

    private func answer(
        to arguments: [String], _ surroundings: Surroundings, _ input: String?, _ folder: String?
    ) async throws -> Answer {
        var options = PlatformOptions()
        options.processGroupID = 0
        options.teardownSequence = [.send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .seconds(1))]
        let most = 1_000_000
        let reading = try FileDescriptor.open(FilePath(input ?? "/dev/null"), .readOnly)
        defer { try? reading.close() }
        let result = try await Subprocess.run(
            .path(FilePath(file)), arguments: Arguments(arguments), environment: surroundings.environment,
            workingDirectory: folder.map { FilePath($0) }, platformOptions: options,
            input: .fileDescriptor(reading, closeAfterSpawningProcess: false),
            output: .bytes(limit: most), error: .bytes(limit: most))
        return Answer(
            isGood: result.terminationStatus.isSuccess, output: result.standardOutput,
            complaint: String(decoding: result.standardError, as: UTF8.self))
    }
}

package enum ProgramFault: Error, Equatable {
    case tookTooLong
}

extension Program {
    package struct Answer: Sendable {
        /// Whether it ended by itself with status 0.
        package let isGood: Bool
        package let output: [UInt8]
        /// What it wrote to its standard error.
        package let complaint: String
    }

    /// The variables that a program is given.
    package enum Surroundings: Sendable {
        /// Ours, some of them otherwise.
        case ours(with: [String: String] = [:])
        case only([String: String])

        fileprivate var environment: Environment {
            switch self {
            case .ours(let changed): .inherit.updating(Self.keyed(changed).mapValues { $0 as String? })
            case .only(let all): .custom(Self.keyed(all))
            }
        }

        private static func keyed(_ variables: [String: String]) -> [Environment.Key: String] {
            variables.reduce(into: [:]) { keyed, one in
                if let key = Environment.Key(rawValue: one.key) { keyed[key] = one.value }
            }
        }
    }
}
