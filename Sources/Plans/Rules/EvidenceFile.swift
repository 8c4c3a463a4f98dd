import Foundation
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
        do {
            let kind = try FileKind(of: content)
            return FileKept(name: kind.naming(name), kind: kind, content: content)
        } catch {
            errors.add("file", error.sentence)
            return nil
        }
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
    /// As Windows wrote it for thirty years, and as Excel still writes CSV.
    case windowsText

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
        case .windowsText: "text/plain; charset=windows-1252"
        }
    }

    /// The endings that fit; the first is added where none does.
    private var endings: [String] {
        switch self {
        case .jpeg: ["jpg", "jpeg"]
        case .text, .windowsText: ["txt", "csv", "md"]
        default: [rawValue]
        }
    }

    /// - Throws: `UnkeptFile` for everything else. Macros are refused where they lie open; a document may hide them, so
    ///   nobody is promised that a kept one has none.
    package init(of content: [UInt8]) throws(UnkeptFile) {
        if content.starts(with: Array("%PDF-".utf8)) {
            self = .pdf
        } else if content.starts(with: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) {
            self = .png
        } else if content.starts(with: [0xff, 0xd8, 0xff]) {
            self = .jpeg
        } else if content.starts(with: [0x50, 0x4b, 0x03, 0x04]) {
            self = try Self.packed(content)
        } else if content.starts(with: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) {
            self = try Self.compound(content)
        } else if content.isPhonePhoto {
            throw .phonePhoto
        } else {
            self = try Self.written(content)
        }
    }

    /// A packed document names its parts in plain bytes, whatever is packed.
    private static func packed(_ content: [UInt8]) throws(UnkeptFile) -> FileKind {
        guard content.holds("[Content_Types].xml") else { throw .other }
        if content.holds("vbaProject.bin") || content.holds("xl/macrosheets/") { throw .macros }
        if content.holds("word/document.xml") { return .docx }
        guard content.holds("xl/workbook.xml") else { throw .other }
        return .xlsx
    }

    /// The older format names its streams in UTF-16. A newer document that is protected comes in such a wrapping.
    private static func compound(_ content: [UInt8]) throws(UnkeptFile) -> FileKind {
        if content.holds(wide("EncryptedPackage")) { throw .protected }
        if content.holds(wide("_VBA_PROJECT")) { throw .macros }
        if content.holds(wide("WordDocument")) { return .doc }
        guard content.holds(wide("Workbook")) else { throw .other }
        return .xls
    }

    private static func wide(_ name: String) -> [UInt8] { name.utf8.flatMap { [$0, 0] } }

    private static func written(_ content: [UInt8]) throws(UnkeptFile) -> FileKind {
        let allowed: Set<UInt8> = [0x09, 0x0a, 0x0d]
        guard content.allSatisfy({ $0 >= 0x20 && $0 != 0x7f || allowed.contains($0) }) else { throw .other }
        if content.isWebPage { throw .webPage }
        if String(validating: content, as: UTF8.self) != nil { return .text }
        // The five bytes that stand for nothing in Windows-1252.
        let nothing: Set<UInt8> = [0x81, 0x8d, 0x8f, 0x90, 0x9d]
        let isWide = content.starts(with: [0xff, 0xfe]) || content.starts(with: [0xfe, 0xff])
        guard !isWide, !content.contains(where: nothing.contains) else { throw .other }
        return .windowsText
    }

    /// A name that any machine takes: no path, no signs that mean something, an ending that fits what is in it.
    package func naming(_ sent: String) -> String {
        let last = sent.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
        var plain = String.UnicodeScalarView()
        for scalar in last.precomposedStringWithCanonicalMapping.unicodeScalars {
            plain.append(scalar.isOfAName ? scalar : "-")
        }
        var name = String(String(plain).drop { $0 == "." || $0 == " " || $0 == "-" }.prefix(120))
        // One sign that people see may be made of any number of scalars.
        while name.unicodeScalars.count > 180 { name.removeLast() }
        while name.last == " " { name.removeLast() }
        if name.isEmpty { name = "evidence" }
        return endings.contains { name.lowercased().hasSuffix(".\($0)") } ? name : "\(name).\(endings[0])"
    }
}

extension Unicode.Scalar {
    /// Signs that are seen as themselves: none that controls, hides or turns what stands beside it.
    fileprivate var isOfAName: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
            !properties.isDefaultIgnorableCodePoint
        default: " .-_()".unicodeScalars.contains(self)
        }
    }
}

extension [UInt8] {
    /// The box at the start of HEIF's files (ISO/IEC 23008-12), with the brands that phones write.
    fileprivate var isPhonePhoto: Bool {
        guard count >= 12, self[4..<8].elementsEqual("ftyp".utf8) else { return false }
        let brands = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif"]
        return brands.contains(String(decoding: self[8..<12], as: UTF8.self))
    }

    /// What other systems export under the name of an Excel workbook: a web page, whole or packed for mail, or the XML that
    /// Excel wrote before 2007.
    fileprivate var isWebPage: Bool {
        let start = String(decoding: prefix(2_000), as: UTF8.self).lowercased().drop {
            $0.isWhitespace || $0 == "\u{FEFF}"
        }
        if start.hasPrefix("mime-version:") { return start.contains("multipart/related") }
        let marks = [
            "<!doctype html", "<html", "<table", "<?mso-application", "schemas-microsoft-com:office:spreadsheet",
        ]
        return start.hasPrefix("<") && marks.contains(where: start.contains)
    }

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
