import Foundation
import HTTPTypes
import Hummingbird
import Kernel

/// A file that came with a form, in a temporary place until the answer is made.
package struct Upload: Sendable {
    package let field: String
    /// As the browser named it; never used as a path.
    package let name: String
    package let path: String
    package let size: Int
}

/// Reads `multipart/form-data` as it arrives: fields into memory, files onto the disk, never more than one chunk held.
enum Uploads {
    /// - Parameters:
    ///   - limit: bytes of the whole body.
    ///   - accepts: whether a form token is the right one. It must come before the first file.
    static func read(
        _ request: Request, limit: Int, accepts: (String?) -> Bool
    ) async throws -> (form: Form, uploads: [Upload]) {
        guard let boundary = boundary(of: request.headers[.contentType] ?? "") else { throw Malformed() }
        var reader = MultipartReader(boundary: boundary)
        var received = Received()
        do {
            var total = 0
            for try await chunk in request.body {
                total += chunk.readableBytes
                guard total <= limit else { throw TooLarge(limit: limit) }
                for event in try reader.read(Array(chunk.readableBytesView)) {
                    try received.take(event, tokenIsGood: accepts)
                }
            }
            guard reader.isFinished, accepts(received.text("form-token")) else { throw Malformed() }
            return try received.finished()
        } catch {
            received.discard()
            throw error
        }
    }

    static func discard(_ uploads: [Upload]) {
        for upload in uploads { try? FileManager.default.removeItem(atPath: upload.path) }
    }

    private static func boundary(of contentType: String) -> String? {
        guard contentType.lowercased().hasPrefix("multipart/form-data"),
            let start = contentType.range(of: "boundary=", options: .caseInsensitive)
        else { return nil }
        let value = contentType[start.upperBound...].prefix { $0 != ";" }
        let bare = String(value).trimmed.trimmingCharacters(in: ["\""])
        return (1...70).contains(bare.utf8.count) ? bare : nil
    }
}

/// What has arrived so far.
private struct Received {
    private var pairs: [(name: String, value: [UInt8])] = []
    private var uploads: [Upload] = []
    private var open: (field: String, name: String, path: String, file: FileHandle, size: Int)?

    func text(_ name: String) -> String? {
        pairs.first { $0.name == name }.map { String(decoding: $0.value, as: UTF8.self) }
    }

    mutating func take(_ event: MultipartReader.Event, tokenIsGood: (String?) -> Bool) throws {
        switch event {
        case .part(let name, nil):
            pairs.append((name, []))
        case .part(let name, let file?):
            guard tokenIsGood(text("form-token")) else { throw ForgedForm(form: .empty) }
            try start(field: name, name: file)
        case .bytes(let bytes): try append(bytes)
        case .end: try close()
        }
    }

    private mutating func start(field: String, name: String) throws {
        let folder = FileManager.default.temporaryDirectory
        let template = folder.appendingPathComponent("termwise-upload-XXXXXX").path
        var bytes = Array(template.utf8CString)
        let descriptor = mkstemp(&bytes)
        guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        let path = String(decoding: bytes.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        open = (field, name, path, FileHandle(fileDescriptor: descriptor, closeOnDealloc: true), 0)
    }

    private mutating func append(_ bytes: ArraySlice<UInt8>) throws {
        if open != nil {
            try open?.file.write(contentsOf: Data(bytes))
            open?.size += bytes.count
        } else if !pairs.isEmpty {
            pairs[pairs.count - 1].value += bytes
            guard pairs[pairs.count - 1].value.count <= 1_000_000 else { throw TooLarge(limit: 1_000_000) }
        }
    }

    private mutating func close() throws {
        guard let file = open else { return }
        try file.file.close()
        uploads.append(Upload(field: file.field, name: file.name, path: file.path, size: file.size))
        open = nil
    }

    func finished() throws -> (form: Form, uploads: [Upload]) {
        (Form(pairs.map { ($0.name, String(decoding: $0.value, as: UTF8.self)) }), uploads)
    }

    func discard() {
        Uploads.discard(uploads)
        if let open { try? FileManager.default.removeItem(atPath: open.path) }
    }
}
