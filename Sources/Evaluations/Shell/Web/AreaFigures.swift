import EvaluationRules
import Kernel
import Markup
import Site

// What the map, the school's page and the area's page say alike of what was judged.

extension Tally {
    /// - Parameter levels: the scale, from the lowest level up.
    func spread(_ levels: [LevelMark]) -> Spread {
        Spread(zip(levels, counts).map { Spread.Share($0, $1) }, notJudged: notJudged, left: left)
    }

    /// "26 of 30 judged, 1 left until next time".
    var judgedWords: String {
        let all = judged == statements ? "All \(statements) judged" : "\(judged) of \(statements) judged"
        return left == 0 ? all : all + ", \(left) left until next time"
    }
}

extension SchoolAreaTotal {
    /// The level that stands for the area, in the area's own words; nil while nothing in it is agreed.
    func level(_ words: AreaWords) -> LevelMark? { level(of: levels(words)) }

    /// - Parameter scale: the marks of the area's scale, lowest first.
    func level(of scale: [LevelMark]) -> LevelMark? {
        guard agreed != nil, let median = tally.median else { return nil }
        return scale[median - 1]
    }

    func spread(_ words: AreaWords) -> Spread { tally.spread(levels(words)) }

    /// Nil while none is under way.
    var openWords: String? { open == 0 ? nil : "\(open) under way" }

    private func levels(_ words: AreaWords) -> [LevelMark] {
        LevelMark.scale(words.levels(tally.counts.count, in: area))
    }
}

/// How old what was agreed is: its oldest part, because that is what has to be doubted first.
func agreedAge(_ agreed: ClosedRange<Day>, on today: Day) -> HTML {
    ageText(
        agreed.lowerBound, on: today, saying: agreed.lowerBound == agreed.upperBound ? "agreed" : "oldest part agreed")
}

/// The trust's category of a school, with the shape that stands for how concerned the trust is.
func schoolCategory(_ name: String, concern: Int) -> HTML {
    let shapes = CategoryShape.allCases
    return categoryTag(name, shapes[min(max(concern, 1), shapes.count) - 1])
}

/// How a verdict is shown.
///
/// - Parameter levels: the scale, from the lowest level up.
func standing(_ verdict: Verdict?, _ levels: [LevelMark]) -> Standing {
    switch verdict {
    case .level(let level) where levels.indices.contains(level - 1): .level(levels[level - 1])
    case .left: .left
    default: .notJudged
    }
}
