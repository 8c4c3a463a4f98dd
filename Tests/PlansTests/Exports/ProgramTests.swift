import Foundation
import Programs
import Testing

/// Other programs, as shells that are told what to do.
@Suite struct ProgramTests {
    private let shell = Program(file: "/bin/sh")

    @Test func isFoundInTheFirstFolderThatHasIt() {
        #expect(Program.find("sh", in: ["/nonexistent", "/usr/bin", "/bin"]) != nil)
        #expect(Program.find("sh", in: ["/nonexistent"]) == nil)
    }

    @Test func getsItsArgumentsVariablesFolderAndInput() async throws {
        try await withFolder { folder in
            let input = folder.appending(path: "input")
            try Data("read".utf8).write(to: input)
            let answer = try await shell.run(
                ["-c", "echo $0 $ONLY $HOME $(pwd) $(cat)", "named"],
                in: .only(["ONLY": "this", "PATH": "/usr/bin:/bin"]),
                input: input.path, folder: "/")
            #expect(answer.isGood && String(decoding: answer.output, as: UTF8.self) == "named this / read\n")
        }
    }

    @Test func keepsOurVariablesButThoseThatAreSaidOtherwise() async throws {
        let answer = try await shell.run(
            ["-c", "echo $TERMWISE_ONE $PATH"], in: .ours(with: ["TERMWISE_ONE": "other"]))
        let path = try #require(ProcessInfo.processInfo.environment["PATH"])
        #expect(String(decoding: answer.output, as: UTF8.self) == "other \(path)\n")
    }

    @Test(arguments: ["echo no >&2; exit 3", "echo no >&2; kill -9 $$"])
    func whatFailsIsNotGoodAndSaysWhy(script: String) async throws {
        let answer = try await shell.run(["-c", script])
        #expect(!answer.isGood && answer.complaint == "no\n")
    }

    @Test func whatTakesTooLongIsGivenUp() async {
        await #expect(throws: ProgramFault.tookTooLong) { _ = try await shell.run(["-c", "sleep 600"], seconds: 1) }
    }

    @Test func whatIsGivenUpEndsWithAllThatItStarted() async throws {
        try await withFolder { folder in
            let note = folder.appending(path: "note").path
            let running = Task { try await shell.run(["-c", "sleep 600 & echo $! > '\(note)'; wait"]) }
            var started = ""
            for _ in 0..<60_000 where !started.hasSuffix("\n") {
                try await Task.sleep(for: .milliseconds(10))
                started = (try? String(contentsOfFile: note, encoding: .utf8)) ?? ""
            }
            let number = started.trimmingCharacters(in: .newlines)
            #expect(isRunning(number))
            running.cancel()
            await #expect(throws: CancellationError.self) { try await running.value }
            for _ in 0..<60_000 where isRunning(number) { try await Task.sleep(for: .milliseconds(10)) }
            #expect(!isRunning(number))
        }
    }

    /// Neither gone nor merely waiting for somebody to ask how it ended.
    private func isRunning(_ number: String) -> Bool {
        guard let state = try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8) else { return false }
        return !state.contains(") Z ")
    }

    @Test func whatSaysMoreThanAMegabyteIsEnded() async throws {
        await #expect(throws: (any Error).self) { _ = try await shell.run(["-c", "yes"]) }
    }

    private func withFolder(_ body: (URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "termwise-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(folder)
    }
}
