/// Tells whether a password is among those that are tried first: a well-known word with trimmings, two such words,
/// a run along the keyboard, or one piece again and again.
package enum CommonPasswords {
    package static func contain(_ password: String) -> Bool {
        let folded = password.lowercased().filter { !$0.isWhitespace }
        guard Set(folded).count >= 5, !isRun(folded) else { return true }
        return Set([folded, plain(folded), plain(trimmed(folded))]).contains { form in
            isWord(form) || isTwoWords(form) || isRepetition(form)
        }
    }

    /// `P@ssw0rd` is `password`: the usual stand-ins for letters.
    private static func plain(_ folded: String) -> String {
        String(folded.map { standIns[$0] ?? $0 })
    }

    private static let standIns: [Character: Character] = [
        "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i", "€": "e", "£": "l",
    ]

    /// A listed word, whatever digits and signs hang on its ends.
    private static func isWord(_ form: String) -> Bool {
        let core = trimmed(form)
        return words.contains(form) || words.contains(core)
            || endings.contains { core.hasSuffix($0) && words.contains(String(core.dropLast($0.count))) }
    }

    private static func isTwoWords(_ form: String) -> Bool {
        let core = Array(trimmed(form))
        guard core.count >= 6 else { return false }
        return (3...core.count - 3).contains { cut in
            words.contains(trimmed(String(core[..<cut]))) && words.contains(trimmed(String(core[cut...])))
        }
    }

    private static func trimmed(_ form: String) -> String {
        let start = form.drop { !$0.isLetter }
        guard let end = start.lastIndex(where: \.isLetter) else { return "" }
        return String(start[...end])
    }

    /// A piece of at most six characters, or a listed word, repeated to the end.
    private static func isRepetition(_ form: String) -> Bool {
        let characters = Array(form)
        guard characters.count >= 2 else { return false }
        return (1...characters.count / 2).contains { length in
            let repeats = characters.indices.dropFirst(length).allSatisfy { characters[$0] == characters[$0 - length] }
            return repeats && (length <= 6 || isWord(String(characters[..<length])))
        }
    }

    private static let rows = ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "abcdefghijklmnopqrstuvwxyz"].map {
        Array($0)
    }

    /// Four of five steps go to the same key or the next one in a row, either way.
    private static func isRun(_ folded: String) -> Bool {
        let steps = zip(folded, folded.dropFirst())
        let near = steps.count { a, b in a == b || rows.contains { isNext(a, b, in: $0) } }
        return near * 5 >= (folded.count - 1) * 4
    }

    private static func isNext(_ a: Character, _ b: Character, in row: [Character]) -> Bool {
        guard let from = row.firstIndex(of: a), let to = row.firstIndex(of: b) else { return false }
        return abs(from - to) == 1 || abs(from - to) == row.count - 1
    }
}
