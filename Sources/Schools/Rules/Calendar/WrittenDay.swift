package import Kernel

/// Why a written day could not be taken, for the field it stands in.
package struct Misread: Error, Hashable, Sendable {
    package let sentence: String
}

/// Reads a day as people write it: `Mon 3rd Nov 2025`, `3/11/2025`, `November 3, 2025`, `2025-11-03`.
///
/// A weekday, when written, must be that day's: term dates on school pages are wrong often enough.
package enum WrittenDay {
    /// - Parameter startsIn: the academic year that a day without a year belongs to; September begins it, and so does
    ///   August, because Leicestershire starts then.
    package static func read(_ text: String, startsIn: Int? = nil) throws(Misread) -> Day {
        let words = try Words(text)
        let (year, month, day) = try parts(of: words, startsIn)
        guard (1...12).contains(month) else {
            throw Misread(sentence: "There is no month \(month). Write the day before the month: 21/11/2026.")
        }
        guard let found = Day(year, month, day) else {
            throw Misread(sentence: "There is no \(day) \(monthNames[month - 1]) \(year).")
        }
        if let written = words.weekday, written != found.weekday {
            let both = "\(found.long) is a \(found.weekday.name), not a \(written.name)."
            throw Misread(sentence: both + " Check whether the date or the weekday is right.")
        }
        return found
    }

    private static func parts(of words: Words, _ startsIn: Int?) throws(Misread) -> (Int, Int, Int) {
        var numbers = words.numbers
        let yearStoodFirst = numbers.first?.digits == 4
        var year = numbers.firstIndex { $0.digits == 4 }.map { numbers.remove(at: $0).value }
        let wanted = words.month == nil ? 2 : 1
        if year == nil && numbers.count == wanted + 1 { year = 2000 + numbers.removeLast().value }
        guard numbers.count == wanted else { throw words.notADate }
        if yearStoodFirst { numbers.reverse() }
        let month = words.month ?? numbers[1].value
        if let year { return (year, month, numbers[0].value) }
        guard let startsIn else { throw Misread(sentence: "Write the year too, as in “\(words.shown) 2026”.") }
        return (month >= 8 ? startsIn : startsIn + 1, month, numbers[0].value)
    }
}

/// The words of a written day, sorted by what they are.
private struct Words {
    let shown: String
    var numbers: [(value: Int, digits: Int)] = []
    var month: Int?
    var weekday: Weekday?

    private static let filling: Set<String> = ["st", "nd", "rd", "th", "of", "the"]

    init(_ text: String) throws(Misread) {
        let runs = text.lowercased().split { !$0.isLetter && !$0.isNumber }.flatMap(Words.splitAtDigits)
        shown = String(text.split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(40))
        guard !runs.isEmpty else { throw Misread(sentence: shown.isEmpty ? "Give a date." : notADate.sentence) }
        for run in runs where !Words.filling.contains(run) { try take(run) }
    }

    var notADate: Misread {
        Misread(sentence: "“\(shown)” is not a date. Write it like 3 November 2025 or 3/11/2025.")
    }

    private mutating func take(_ run: String) throws(Misread) {
        if let value = Int(written: run), run.utf8.count == 4 || run.utf8.count <= 2 {
            numbers.append((value, run.utf8.count))
        } else if let found = Words.month(run), month == nil {
            month = found
        } else if let found = Words.weekday(run), weekday == nil {
            weekday = found
        } else {
            throw notADate
        }
    }

    private static func splitAtDigits(_ run: Substring) -> [String] {
        run.reduce(into: []) { runs, character in
            if let last = runs.last?.last, last.isNumber == character.isNumber {
                runs[runs.count - 1].append(character)
            } else {
                runs.append(String(character))
            }
        }
    }

    private static func month(_ word: String) -> Int? {
        guard word.count >= 3 else { return nil }
        return monthNames.firstIndex { $0.lowercased().hasPrefix(word) }.map { $0 + 1 }
    }

    private static func weekday(_ word: String) -> Weekday? {
        if word == "weds" { return .wednesday }
        guard word.count >= 3 else { return nil }
        return Weekday.allCases.first { $0.name.lowercased().hasPrefix(word) }
    }
}
