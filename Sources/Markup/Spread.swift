/// How many statements stand at each level, and how many are not judged or left until next time.
package struct Spread: Hashable, Sendable {
    package let levels: [Share]
    package let notJudged: Int
    package let left: Int

    package struct Share: Hashable, Sendable {
        package let level: LevelMark
        package let count: Int

        package init(_ level: LevelMark, _ count: Int) {
            self.level = level
            self.count = count
        }
    }

    package init(_ levels: [Share], notJudged: Int, left: Int = 0) {
        self.levels = levels
        self.notJudged = notJudged
        self.left = left
    }

    package var judged: Int { levels.reduce(0) { $0 + $1.count } }
    package var total: Int { judged + notJudged + left }

    /// `4 Not yet, 11 Emerging, 9 Secure, 2 not judged`: everything that is there, nothing that is not.
    package var words: String {
        let parts =
            levels.map { ($0.count, $0.level.word) } + [(left, "left until next time"), (notJudged, "not judged")]
        let said = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        return said.isEmpty ? "No statements" : said.joined(separator: ", ")
    }
}
