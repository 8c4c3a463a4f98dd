import Kernel

/// A file as it was sent.
package struct FileSent: Hashable, Sendable {
    /// As the browser named it.
    package let name: String
    package let bytes: Int
    /// nil when it is larger than what is read.
    package let content: [UInt8]?

    package init(name: String, bytes: Int, content: [UInt8]?) {
        (self.name, self.bytes, self.content) = (name, bytes, content)
    }

    /// In bytes.
    package static let largest = 5_000_000

    func decided(_ errors: inout FieldErrors) -> FileKept? {
        guard bytes <= Self.largest, let content else {
            errors.add(
                "file", "That file is larger than \(Self.largest / 1_000_000) MB. Send a smaller one, or a link to it.")
            return nil
        }
        if content.isEmpty {
            errors.add("file", "That file is empty.")
            return nil
        }
        guard let kind = FileKind(content) else {
            errors.add(
                "file",
                "That is no file we keep. Send a PDF, a picture (PNG or JPEG), a Word or Excel document without macros, or "
                    + "plain text.")
            return nil
        }
        return FileKept(name: kind.naming(name), kind: kind, content: content)
    }
}

/// A file that is kept with what was seen.
package struct FileKept: Hashable, Sendable {
    package let name: String
    package let kind: FileKind
    package let content: [UInt8]
}

/// The kinds of file that are kept, told by what is in them: a name says nothing.
package enum FileKind: String, Sendable, CaseIterable {
    case pdf, png, jpeg, docx, xlsx, doc, xls, text

    package var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .png: "image/png"
        case .jpeg: "image/jpeg"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .doc: "application/msword"
        case .xls: "application/vnd.ms-excel"
        case .text: "text/plain; charset=utf-8"
        }
    }

    /// The endings that fit; the first is added where none does.
    private var endings: [String] {
        switch self {
        case .jpeg: ["jpg", "jpeg"]
        case .text: ["txt", "csv", "md"]
        default: [rawValue]
        }
    }

    /// - Returns: nil for what is not kept: anything else, and documents that carry macros.
    package init?(_ content: [UInt8]) {
        guard let found = Self.kind(of: content) else { return nil }
        self = found
    }

    private static func kind(of content: [UInt8]) -> FileKind? {
        if content.starts(with: Array("%PDF-".utf8)) { return .pdf }
        if content.starts(with: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) { return .png }
        if content.starts(with: [0xff, 0xd8, 0xff]) { return .jpeg }
        if content.starts(with: [0x50, 0x4b, 0x03, 0x04]) { return packed(content) }
        if content.starts(with: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) { return compound(content) }
        return isText(content) ? .text : nil
    }

    /// A packed document names its parts in plain bytes, whatever is packed.
    private static func packed(_ content: [UInt8]) -> FileKind? {
        if content.holds("vbaProject.bin") { return nil }
        guard content.holds("[Content_Types].xml") else { return nil }
        if content.holds("word/document.xml") { return .docx }
        return content.holds("xl/workbook.xml") ? .xlsx : nil
    }

    /// The older format names its streams in UTF-16; one called `VBA` holds macros.
    private static func compound(_ content: [UInt8]) -> FileKind? {
        if content.holds(wide("_VBA_PROJECT")) { return nil }
        if content.holds(wide("WordDocument")) { return .doc }
        return content.holds(wide("Workbook")) ? .xls : nil
    }

    private static func wide(_ name: String) -> [UInt8] { name.utf8.flatMap { [$0, 0] } }

    private static func isText(_ content: [UInt8]) -> Bool {
        let allowed: Set<UInt8> = [0x09, 0x0a, 0x0d]
        guard content.allSatisfy({ $0 >= 0x20 && $0 != 0x7f || allowed.contains($0) }) else { return false }
        return String(validating: content, as: UTF8.self) != nil
    }

    /// A name that any machine takes: no path, no signs that mean something, an ending that fits what is in it.
    package func naming(_ sent: String) -> String {
        let last = sent.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
        let plain = String(last.map { $0.isLetter || $0.isNumber || " .-_()".contains($0) ? $0 : "-" })
        var name = String(plain.drop { $0 == "." || $0 == " " || $0 == "-" }.prefix(120))
        while name.last == " " { name.removeLast() }
        if name.isEmpty { name = "evidence" }
        return endings.contains { name.lowercased().hasSuffix(".\($0)") } ? name : "\(name).\(endings[0])"
    }
}

extension [UInt8] {
    fileprivate func holds(_ text: String) -> Bool { holds(Array(text.utf8)) }

    /// Looks for the rarest thing first, the first byte; files are small enough for that.
    fileprivate func holds(_ part: [UInt8]) -> Bool {
        withUnsafeBufferPointer { all in
            guard let start = part.first, all.count >= part.count else { return false }
            var place = 0
            while place <= all.count - part.count {
                if all[place] == start, part.indices.allSatisfy({ all[place + $0] == part[$0] }) { return true }
                place += 1
            }
            return false
        }
    }
}
