import Foundation
import Kernel

/// The settings file, read as systemd reads the file of an `EnvironmentFile=`, so that the service and the command line
/// have the same settings of the same file: quotation marks in front, backslashes, comments with `#` and `;`, what stands
/// further down before what stands above. Line ends may be those of Windows, and an editor's mark may stand in front.
struct SettingsFile {
    let values: [String: String]

    /// - Throws: `WrongSetting` when it cannot be read, or naming the first line that holds no setting.
    init(at path: String) throws {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw WrongSetting("TERMWISE_SETTINGS names \(path), which cannot be read.")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw WrongSetting("TERMWISE_SETTINGS names \(path), which is no text in UTF-8. Save it as UTF-8.")
        }
        var lines = SettingLines(text)
        do {
            values = try lines.settings()
        } catch {
            throw WrongSetting("Line \(error.line) of \(path), which TERMWISE_SETTINGS names, \(error.what)")
        }
    }
}

extension String {
    /// A setting without what an editor, a web page or another system left at its ends and nobody sees: a carriage
    /// return, a no-break space, an invisible mark, and the spaces beside these. Plain spaces alone were meant.
    var withoutStrayEnds: String {
        func end(_ scalars: some Sequence<Unicode.Scalar>) -> Int {
            let end = scalars.prefix { $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint }
            return end.contains { $0 != " " && $0 != "\t" } ? end.count : 0
        }
        let kept = unicodeScalars.dropFirst(end(unicodeScalars))
        return String(kept.dropLast(end(kept.reversed())))
    }
}

private struct NoSetting: Error {
    let line: Int
    let what: String
}

private struct SettingLines {
    private var rest: Substring.UnicodeScalarView
    private var line = 1

    init(_ text: String) { rest = Substring(text.printable).unicodeScalars.drop { $0 == "\u{feff}" } }

    mutating func settings() throws(NoSetting) -> [String: String] {
        var found: [String: String] = [:]
        while let first = rest.first {
            if first.properties.isWhitespace {
                _ = next()
            } else if first == "#" || first == ";" {
                while let sign = next(), sign != "\n" {}
            } else {
                let name = try name()
                found[name] = try value()
            }
        }
        return found
    }

    private mutating func next() -> Unicode.Scalar? {
        guard let first = rest.popFirst() else { return nil }
        if first == "\n" { line += 1 }
        return first
    }

    private mutating func name() throws(NoSetting) -> String {
        let start = line
        var name = String.UnicodeScalarView()
        while let sign = next(), sign != "=" {
            guard sign != "\n", !rest.isEmpty else {
                throw NoSetting(line: start, what: "has no “=”; a line should be like TERMWISE_PORT=8080.")
            }
            name.append(sign)
        }
        let words = String(name.filter { !$0.properties.isDefaultIgnorableCodePoint })
            .trimmingCharacters(in: .whitespaces)
        guard words.utf8.allSatisfy({ $0 == 0x5f || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || isLetter($0) }),
            let first = words.utf8.first, first > UInt8(ascii: "9")
        else {
            throw NoSetting(
                line: start, what: "begins with “\(words)”, which is no name; a line should be like TERMWISE_PORT=8080."
            )
        }
        return words
    }

    private func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte) }

    /// To the end of the line, or beyond it inside quotation marks and after a backslash. A quotation mark means something
    /// only where nothing else stands before it.
    private mutating func value() throws(NoSetting) -> String {
        var value = String.UnicodeScalarView()
        var (isBegun, spaces) = (false, 0)
        while let sign = next(), sign != "\n" {
            let isSpace = sign == " " || sign == "\t"
            switch sign {
            case "'" where !isBegun, "\"" where !isBegun: try value.append(contentsOf: quoted(by: sign))
            case _ where isSpace && !isBegun: break
            case "\\":
                (isBegun, spaces) = (true, 0)
                if let escaped = next(), escaped != "\n" { value.append(escaped) }
            default:
                (isBegun, spaces) = (true, isSpace ? spaces + 1 : 0)
                value.append(sign)
            }
        }
        return String(value.dropLast(spaces))
    }

    private mutating func quoted(by mark: Unicode.Scalar) throws(NoSetting) -> String.UnicodeScalarView {
        let start = line
        var words = String.UnicodeScalarView()
        while let sign = next() {
            if sign == mark { return words }
            guard sign == "\\", mark == "\"", let escaped = next() else {
                words.append(sign)
                continue
            }
            if escaped == "\n" { continue }
            if !["\"", "\\", "`", "$"].contains(escaped) { words.append(sign) }
            words.append(escaped)
        }
        throw NoSetting(line: start, what: "opens a quotation mark that is never closed.")
    }
}
