/// How far one side has come. Computed, never clicked.
package struct Progress: Hashable, Sendable {
    package var judged = 0
    package var left = 0
    /// Levels that still lack their reason; they do not count as judged.
    package var withoutReason = 0

    package init(judged: Int = 0, left: Int = 0, withoutReason: Int = 0) {
        self.judged = judged
        self.left = left
        self.withoutReason = withoutReason
    }

    package init(of judgement: Judgement?) {
        guard let judgement else { return }
        if judgement.verdict == .left {
            left = 1
        } else if judgement.lacksReason {
            withoutReason = 1
        } else if judgement.isComplete {
            judged = 1
        }
    }

    package var done: Int { judged + left }

    package static func + (a: Progress, b: Progress) -> Progress {
        Progress(
            judged: a.judged + b.judged, left: a.left + b.left, withoutReason: a.withoutReason + b.withoutReason)
    }

    package static func - (a: Progress, b: Progress) -> Progress {
        Progress(
            judged: a.judged - b.judged, left: a.left - b.left, withoutReason: a.withoutReason - b.withoutReason)
    }
}
