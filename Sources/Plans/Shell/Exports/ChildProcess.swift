import Foundation
import Synchronization

/// A program of the system that reads its standard input and ends by itself.
struct ChildProcess: Sendable {
    /// Looked for in the folders of PATH.
    let name: String
    let arguments: [String]
    /// After this it is ended.
    let seconds: Int

    enum Fault: Error, Equatable {
        case notInstalled
        case tookTooLong
        /// With the end of what it complained about.
        case failed(status: Int, complaint: String)
    }

    /// Blocks until the program has ended: for a thread that may wait.
    ///
    /// - Parameter input: a file, which a program may leave unread; nobody is left writing into a closed pipe.
    /// - Throws: `Fault`.
    func run(input: URL, path: String) throws {
        guard let program = Self.find(name, in: path) else { throw Fault.notInstalled }
        let (process, stderr) = (Process(), Pipe())
        (process.executableURL, process.arguments) = (URL(fileURLWithPath: program), arguments)
        process.standardInput = try FileHandle(forReadingFrom: input)
        (process.standardOutput, process.standardError) = (FileHandle.nullDevice, stderr)
        process.environment = ["LANG": "C.UTF-8", "PATH": path, "HOME": "/nonexistent"]
        try process.run()
        let isLate = Atomic(false)
        let alarm = DispatchWorkItem {
            isLate.store(true, ordering: .relaxed)
            // With whatever it started: Foundation gives each process a group of its own.
            kill(-process.processIdentifier, SIGKILL)
            kill(process.processIdentifier, SIGKILL)
        }
        DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(seconds), execute: alarm)
        let complaint = (try? stderr.fileHandleForReading.readToEnd()) ?? Data()
        process.waitUntilExit()
        alarm.cancel()
        if isLate.load(ordering: .relaxed) { throw Fault.tookTooLong }
        guard process.terminationReason == .exit, process.terminationStatus == 0 else {
            throw Fault.failed(
                status: Int(process.terminationStatus),
                complaint: String(decoding: complaint.suffix(2000), as: UTF8.self))
        }
    }

    private static func find(_ name: String, in path: String) -> String? {
        path.split(separator: ":").map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}
