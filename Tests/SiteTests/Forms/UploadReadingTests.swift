import Foundation
import Hummingbird
import Testing

@testable import Site

@Suite struct UploadReading {
    private func part(_ name: String, _ value: String, file: String? = nil) -> String {
        let named = file.map { "; filename=\"\($0)\"" } ?? ""
        return "--edge\r\nContent-Disposition: form-data; name=\"\(name)\"\(named)\r\n\r\n\(value)\r\n"
    }

    private var token: String { part("form-token", "right") }

    /// - Parameter size: of the pieces in which it comes.
    private func read(_ body: String, pieces size: Int = 1_000, patience: Patience = Patience(bytes: 0)) async throws
        -> SentForm
    {
        let bytes = Array("\(body)--edge--\r\n".utf8)
        let pieces = stride(from: 0, to: bytes.count, by: size).map {
            ByteBuffer(bytes: bytes[$0..<min($0 + size, bytes.count)])
        }
        let stream = AsyncStream { stream in
            for piece in pieces { stream.yield(piece) }
            stream.finish()
        }
        return try await RequestBody(asyncSequence: stream).read(upTo: 3_000_000, patience) { pieces in
            try await Uploads.read(
                pieces, keeping: 1_000_000, contentType: "multipart/form-data; boundary=edge",
                accepts: { $0 == "right" },
                person: { _ in nil })
        }
    }

    @Test(arguments: [1, 2, 3, 7, 64, 100_000]) func itIsReadAlikeInPiecesOfAnySize(size: Int) async throws {
        let hostile = "\r\n--edg\r\r\n\r\n--\r\n--edgf"
        let sent = try await read(
            token + part("words", "one\r\ntwo") + part("file", hostile, file: "a.txt") + part("empty", ""), pieces: size
        )
        defer { Uploads.discard(sent.uploads) }
        #expect(sent.form.names == ["form-token", "words", "empty"] && sent.form.text("words") == "one\ntwo")
        let file = try #require(sent.uploads.first)
        #expect(file.name == "a.txt" && file.size == hostile.utf8.count)
        #expect(FileManager.default.contents(atPath: file.path) == Data(hostile.utf8))
    }

    @Test func nothingIsTakenBeforeTheToken() async {
        for body in [
            part("words", "w") + token, part("file", "f", file: "a.txt") + token, part("form-token", "wrong") + token,
            part("form-token", "right", file: "a.txt"),
        ] {
            await #expect(throws: ForgedForm.self) { try await read(body) }
        }
        await #expect(throws: Malformed.self) { try await read(part("form-token", "wrong")) }
    }

    @Test func partsAndTheirTextAreCounted() async throws {
        let many = (1..<100).map { part("n\($0)", "") }.joined()
        #expect(try await read(token + many).form.names.count == 100)
        await #expect(throws: TooLarge.self) { try await read(token + many + part("one-more", "")) }
        let half = String(repeating: "w", count: 500_000)
        await #expect(throws: TooLarge.self) { try await read(token + part("a", half) + part("b", half)) }
        await #expect(throws: TooLarge.self) { try await read(token + part("a", String(repeating: half, count: 7))) }
        await #expect(throws: Malformed.self) {
            try await read("--edge\r\nX: \(String(repeating: "x", count: 9_000))\r\n")
        }
    }

    @Test func ofFilesThatAreTooLargeTheRestIsCountedAndTheWordsArrive() async throws {
        let small = String(repeating: "w", count: 400_000)
        let large = String(repeating: "w", count: 900_000)
        let sent = try await read(
            token + part("a", small, file: "a.txt") + part("b", large, file: "b.txt") + part("c", "c", file: "c.txt")
                + part("words", "typed after it"))
        defer { Uploads.discard(sent.uploads) }
        #expect(sent.uploads.map(\.size) == [400_000, 900_000, 1] && sent.uploads.map(\.isCut) == [false, true, true])
        let kept = sent.uploads.map { FileManager.default.contents(atPath: $0.path)?.count }
        #expect(kept == [400_000, 600_000, 0])
        #expect(sent.form.text("words") == "typed after it")
    }

    @Test func ofAFileWithoutEndTheWordsBeforeItArrive() async throws {
        let endless = String(repeating: "w", count: 3_000_000)
        let sent = try await read(token + part("words", "typed before it") + part("a", endless, file: "a.txt"))
        defer { Uploads.discard(sent.uploads) }
        #expect(sent.form.text("words") == "typed before it" && sent.uploads.map(\.isCut) == [true] && !sent.isWhole)
    }

    @Test(arguments: [
        Patience(idle: .milliseconds(1), whole: .seconds(3_600)),
        Patience(idle: .seconds(3_600), whole: .milliseconds(1)),
    ])
    func whatDoesNotComeIsNotWaitedForForEver(patience: Patience) async {
        let (stream, source) = AsyncStream<ByteBuffer>.makeStream()
        source.yield(ByteBuffer(string: "a=1"))
        await #expect(throws: TooSlow.self) {
            try await RequestBody(asyncSequence: stream).read(upTo: 100, patience) { try await $0.collected() }
        }
        source.finish()
    }
}
