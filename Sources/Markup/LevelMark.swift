/// A level as pages show it: its number on the scale, how many there are, and the trust's word for it.
package struct LevelMark: Hashable, Sendable {
    /// 1 is the lowest.
    package let number: Int
    package let count: Int
    package let word: String

    package init(_ number: Int, of count: Int, _ word: String) {
        self.number = number
        self.count = count
        self.word = word
    }

    package var tone: Int { Tone.step(Double(number), of: count) }

    /// The levels of a scale from its words, lowest first.
    package static func scale(_ words: [String]) -> [LevelMark] {
        words.enumerated().map { LevelMark($0.offset + 1, of: words.count, $0.element) }
    }
}

/// How a statement stands.
package enum Standing: Hashable, Sendable {
    case level(LevelMark)
    case notJudged
    /// Left until next time.
    case left
}

/// One hue in seven steps from pale to deep; the stylesheet holds the colours as `tone-1` to `tone-7`.
package enum Tone {
    package static let steps = 7

    /// The step for a level, or for a mean of levels, on a scale of `count` levels: the ends are always 1 and 7, so that
    /// scales of four and of six use the whole hue.
    package static func step(_ level: Double, of count: Int) -> Int {
        guard count > 1 else { return steps }
        let share = (level - 1) / Double(count - 1)
        return 1 + Int((min(max(share, 0), 1) * Double(steps - 1)).rounded())
    }

    /// The class that carries a step's ground and its readable ink.
    package static func name(_ step: Int) -> String { names[min(max(step, 1), steps) - 1] }

    private static let names = (1...steps).map { "tone-\($0)" }
}
