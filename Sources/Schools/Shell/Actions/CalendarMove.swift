package import Kernel

/// An impact check or a line, with each of its days that the calendar moves.
package struct CalendarMove: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        /// Its days are looks.
        case check
        /// Its days are line meetings.
        case line
    }

    package struct Step: Hashable, Sendable {
        /// nil for what comes anew.
        package let from: Day?
        /// nil for what no longer takes place.
        package let to: Day?

        package init(from: Day?, to: Day?) { (self.from, self.to) = (from, to) }
    }

    package let kind: Kind
    /// What is looked at, or who meets.
    package let what: String
    package let place: String
    package let steps: [Step]

    /// - Returns: nil when no day moves.
    package init?(_ kind: Kind, what: String, place: String, steps: [Step]) {
        if steps.isEmpty { return nil }
        (self.kind, self.what, self.place, self.steps) = (kind, what, place, steps)
    }

    /// For the trail: `27 November 2026 to 30 November 2026; 4 December 2026 called off`.
    package var inWords: String {
        steps.map { step in
            switch (step.from, step.to) {
            case (let from?, let to?): "\(from.long) to \(to.long)"
            case (let from?, nil): "\(from.long) \(kind.gone)"
            case (nil, let to): "\(to?.long ?? "") added"
            }
        }
        .joined(separator: "; ")
    }
}

extension CalendarMove.Kind {
    /// What happens to a day for which there is no other: a look is called off, while a meeting that was merely planned
    /// goes without a trace in the line's history.
    var gone: String {
        switch self {
        case .check: "called off"
        case .line: "taken away"
        }
    }
}

/// A change of the calendar would move what nobody has seen yet. Nothing was saved; the page shows the moves and sends
/// their fingerprint back with "do it".
package struct CalendarMovesUnseen: Error {
    package let moves: [CalendarMove]
    package var fingerprint: String { moves.fingerprint }
}

extension [CalendarMove] {
    var fingerprint: String {
        map { [$0.kind.rawValue, $0.what, $0.place, $0.inWords].joined(separator: "\t") }
            .joined(separator: "\n").fingerprint
    }
}
