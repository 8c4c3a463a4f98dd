import Kernel

/// Single values as they are found: after a spreadsheet took the zeros from codes and made floats of numbers.
enum RegisterValue {
    /// `420`, `420.0`, `1,050`; nil for anything else, and for a float whose last digits are lost (`1.00063E+11`).
    static func number(_ text: String) -> Int? {
        var digits = Substring(text)
        if let point = digits.lastIndex(of: "."), digits[point...].dropFirst().allSatisfy({ $0 == "0" }) {
            digits = digits[..<point]
        }
        digits.removeAll { $0 == "," }
        return Int(written: digits)
    }

    /// A code of digits with its leading zeros back; other codes (`CE10`) as they are.
    static func code(_ text: String, width: Int) -> String {
        guard let number = number(text) else { return text }
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    /// Six digits that do not begin with zero. Five belong to a children's centre, which is no school.
    static func urn(_ text: String) -> String? {
        guard let number = number(text), (100_000...999_999).contains(number) else { return nil }
        return String(number)
    }

    static func ukprn(_ text: String) -> String? {
        guard let number = number(text), (10_000_000...19_999_999).contains(number) else { return nil }
        return String(number)
    }

    /// The number of a group, which has no leading zeros.
    static func uid(_ text: String) -> String? { number(text).map(String.init) }

    enum Dated: Hashable {
        case day(Day), none, wrong
    }

    /// `dd-mm-yyyy`, `dd/mm/yyyy` or ISO, with or without a time after it. 1 January 1900 stands for "not known".
    static func day(_ text: String) -> Dated {
        let written = text.split(whereSeparator: { $0 == " " || $0 == "T" }).first ?? ""
        if written.isEmpty { return .none }
        let parts = written.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "/" || $0 == "." }
        guard parts.count == 3, let a = Int(written: parts[0]), let b = Int(written: parts[1]),
            let c = Int(written: parts[2])
        else {
            return .wrong
        }
        guard let day = parts[0].utf8.count == 4 ? Day(a, b, c) : parts[2].utf8.count == 4 ? Day(c, b, a) : nil else {
            return .wrong
        }
        return day == Day(1900, 1, 1) ? .none : .day(day)
    }
}
