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
    /// In bytes, also of those that were not kept.
    package let size: Int
    /// Whether less of it was kept than came: it is more than its route takes.
    package let isCut: Bool
}

/// Reads `multipart/form-data` as it arrives: fields into memory, files onto the disk, never more than one chunk held.
/// Of files that are together too large, the rest is counted and not kept, so that the words around them arrive and the
/// form can be shown again.
enum Uploads {
    /// - Parameters:
    ///   - most: bytes of all files that are kept.
    ///   - accepts: whether a form token is the right one; it is the first part, and nothing is kept without it.
    ///   - person: for whom the page of another token was drawn. Then the texts of the first megabyte are read, and no file.
    static func read(
        _ pieces: BodyPieces, keeping most: Int, contentType: String, accepts: (String) -> Bool,
        person: (String) -> PersonID?
    ) async throws -> SentForm {
        guard let boundary = boundary(of: contentType) else { throw Malformed() }
        var reader = MultipartReader(boundary: boundary)
        var received = Received(most: most)
        do {
            var left = Bounds.formBytes
            for try await piece in pieces {
                for event in try reader.read(piece.readableBytesView) { try received.take(event, accepts, person) }
                left -= piece.readableBytes
                if left < 0, received.writer != nil { break }
            }
            if let writer = received.writer { throw ForgedForm(form: try received.finished().form, person: writer) }
            guard reader.isFinished, received.isTrusted else { throw Malformed() }
            return try received.finished()
        } catch {
            if case TooLarge.bytes(pieces.limit) = error, received.isTrusted, let sent = try? received.brokenOff() {
                return sent
            }
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

extension String {
    /// Without signs that control, hide or turn what stands beside them: a name stands in the middle of our sentences.
    fileprivate var seenSigns: String {
        let hidden: Set<Unicode.GeneralCategory> = [.control, .format, .lineSeparator, .paragraphSeparator]
        var kept = String.UnicodeScalarView()
        for scalar in unicodeScalars where !hidden.contains(scalar.properties.generalCategory) { kept.append(scalar) }
        return String(kept)
    }
}

/// What has arrived so far.
private struct Received {
    private var pairs: [(name: String, value: [UInt8])] = []
    private var uploads: [Upload] = []
    private var open: (field: String, name: String, path: String, file: FileHandle, size: Int, kept: Int)?
    /// Bytes of files for which there is still room.
    private var room: Int
    private var parts = 0
    private var text = 0
    /// Whether the right token came.
    private(set) var isTrusted = false
    /// Whose form it is, when the token is of another sign-in.
    private(set) var writer: PersonID?
    private var isSkipping = false

    init(most: Int) { room = most }

    mutating func take(
        _ event: MultipartReader.Event, _ accepts: (String) -> Bool, _ person: (String) -> PersonID?
    ) throws {
        switch event {
        case .part(let name, let file):
            parts += 1
            guard parts <= Bounds.parts else { throw TooLarge.fields(Bounds.parts) }
            guard isTrusted || writer != nil || (parts == 1 && name == formTokenField && file == nil) else {
                throw ForgedForm(form: .empty, person: nil)
            }
            isSkipping = file != nil && writer != nil
            if let file, !isSkipping { try start(field: name, name: file.seenSigns) }
            if file == nil { pairs.append((name, [])) }
        case .bytes(let bytes): if !isSkipping { try append(bytes) }
        case .end:
            try close()
            guard parts == 1 else { return }
            let token = String(decoding: pairs[0].value, as: UTF8.self)
            isTrusted = accepts(token)
            writer = isTrusted ? nil : person(token)
        }
    }

    private mutating func start(field: String, name: String) throws {
        let folder = FileManager.default.temporaryDirectory
        let template = folder.appendingPathComponent("termwise-upload-XXXXXX").path
        var bytes = Array(template.utf8CString)
        let descriptor = mkstemp(&bytes)
        guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        let path = String(decoding: bytes.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        open = (field, name, path, FileHandle(fileDescriptor: descriptor, closeOnDealloc: true), 0, 0)
    }

    private mutating func append(_ bytes: ArraySlice<UInt8>) throws {
        if open != nil {
            let kept = bytes.prefix(room)
            try open?.file.write(contentsOf: Data(kept))
            room -= kept.count
            open?.size += bytes.count
            open?.kept += kept.count
        } else if !pairs.isEmpty {
            text += bytes.count
            guard text <= Bounds.partText else { throw TooLarge.bytes(Bounds.partText) }
            pairs[pairs.count - 1].value += bytes
        }
    }

    private mutating func close() throws {
        guard let file = open else { return }
        try file.file.close()
        uploads.append(
            Upload(field: file.field, name: file.name, path: file.path, size: file.size, isCut: file.kept < file.size))
        open = nil
    }

    func finished() throws -> SentForm {
        SentForm(form: Form(try pairs.map { ($0.name, try String(sent: $0.value)) }), uploads: uploads)
    }

    /// What came until the file that has no end.
    mutating func brokenOff() throws -> SentForm {
        try close()
        var sent = try finished()
        sent.isWhole = false
        return sent
    }

    func discard() {
        Uploads.discard(uploads)
        if let open { try? FileManager.default.removeItem(atPath: open.path) }
    }
}
