/// How many statements stand at each level, were left, or were not judged: what every roll-up is made of. A roll-up is
/// always computed from these and never typed in.
package struct Tally: Hashable, Sendable {
    /// `counts[0]` is the lowest level's.
    package private(set) var counts: [Int]
    package private(set) var left: Int
    package private(set) var notJudged: Int

    package init(levels: Int) {
        counts = Array(repeating: 0, count: levels)
        left = 0
        notJudged = 0
    }

    package init(counts: [Int], left: Int, notJudged: Int) {
        self.counts = counts
        self.left = left
        self.notJudged = notJudged
    }

    /// - Parameter verdicts: one for each statement; nil where nothing was decided.
    package init(_ verdicts: some Sequence<Verdict?>, levels: Int) {
        self.init(levels: levels)
        for verdict in verdicts { add(verdict) }
    }

    package mutating func add(_ verdict: Verdict?) {
        switch verdict {
        case .level(let level) where counts.indices.contains(level - 1): counts[level - 1] += 1
        case .level, nil: notJudged += 1
        case .left: left += 1
        }
    }

    package var judged: Int { counts.reduce(0, +) }
    package var statements: Int { judged + left + notJudged }

    /// The level that at least half of the judged statements reach or stay below: the lower median, so that a doubt
    /// never makes a school look better. Nil while nothing is judged.
    package var median: Int? {
        guard judged > 0 else { return nil }
        var below = 0
        for (index, count) in counts.enumerated() {
            below += count
            if below * 2 >= judged { return index + 1 }
        }
        return nil
    }

    /// Lowest and highest level that any statement stands at.
    package var range: ClosedRange<Int>? {
        guard let low = counts.firstIndex(where: { $0 > 0 }), let high = counts.lastIndex(where: { $0 > 0 }) else {
            return nil
        }
        return (low + 1)...(high + 1)
    }

    /// Both together; a shorter scale's levels count from the bottom.
    package static func + (a: Tally, b: Tally) -> Tally {
        let levels = max(a.counts.count, b.counts.count)
        let counts = (0..<levels).map { index in
            (index < a.counts.count ? a.counts[index] : 0) + (index < b.counts.count ? b.counts[index] : 0)
        }
        return Tally(counts: counts, left: a.left + b.left, notJudged: a.notJudged + b.notJudged)
    }
}
