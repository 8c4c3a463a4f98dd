import Hummingbird
import Kernel
import NIOCore
import Synchronization

/// What came in a body.
struct SentForm: Sendable {
    var form = Form.empty
    var uploads: [Upload] = []
    /// Whether nothing is left to come: of files without end, not all is heard.
    var isWhole = true
}

/// How long a body may take. A person on a slow line is waited for; whoever sends a byte now and then is not.
struct Patience: Sendable {
    /// From one piece to the next.
    let idle: Duration
    let whole: Duration
}

extension Patience {
    /// A minute, and a second for each 32 KB that may come: half an hour for 60 MB, a slow school's line.
    init(bytes: Int) { (idle, whole) = (.seconds(20), .seconds(60 + bytes / 32_768)) }
}

/// The pieces of a body as they arrive, so many bytes of them and no more.
struct BodyPieces: AsyncSequence, Sendable {
    fileprivate let body: RequestBody
    let limit: Int
    fileprivate let heard: Heard

    struct AsyncIterator: AsyncIteratorProtocol {
        fileprivate var pieces: RequestBody.AsyncIterator
        fileprivate var left: Int
        fileprivate let whole: BodyPieces

        mutating func next() async throws -> ByteBuffer? {
            let piece: ByteBuffer?
            do { piece = try await pieces.next() } catch { throw BrokenOff() }
            // The end that a cancelled body comes to is not its own.
            try Task.checkCancellation()
            guard let piece else { return nil }
            whole.heard.now()
            left -= piece.readableBytes
            guard left >= 0 else { throw TooLarge.bytes(whole.limit) }
            return piece
        }
    }

    func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(pieces: body.makeAsyncIterator(), left: limit, whole: self)
    }

    func collected() async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await piece in self { bytes += piece.readableBytesView }
        return bytes
    }
}

extension RequestBody {
    /// Gives `reading` the pieces and what it made of them back.
    ///
    /// - Throws: `TooLarge`; `TooSlow` once the body tries the patience; `BrokenOff` when its sender is gone.
    func read<Sent: Sendable>(
        upTo limit: Int, _ patience: Patience, _ reading: @escaping @Sendable (BodyPieces) async throws -> Sent
    ) async throws -> Sent {
        let heard = Heard()
        return try await withThrowingTaskGroup(of: Sent.self) { group in
            group.addTask { try await reading(BodyPieces(body: self, limit: limit, heard: heard)) }
            group.addTask { try await heard.watch(patience) }
            defer { group.cancelAll() }
            guard let sent = try await group.next() else { throw BrokenOff() }
            return sent
        }
    }
}

/// When the last piece came.
private final class Heard: Sendable {
    private let last = Mutex(ContinuousClock.now)

    func now() { last.withLock { $0 = .now } }

    /// - Throws: `TooSlow` when it is time.
    func watch(_ patience: Patience) async throws -> Never {
        let end = ContinuousClock.now + patience.whole
        while true {
            let due = min(last.withLock { $0 } + patience.idle, end)
            if due <= .now { throw TooSlow() }
            try await Task.sleep(until: due, clock: .continuous)
        }
    }
}

struct Malformed: Error {}
struct TooSlow: Error {}
/// The sender hung up; nobody reads the answer.
struct BrokenOff: Error {}
/// A form without the token of this visit. Only when it is known for whom its page was drawn are there texts of an upload.
struct ForgedForm: Error {
    let form: Form
    let person: PersonID?
}

enum TooLarge: Error { case bytes(Int), fields(Int) }
