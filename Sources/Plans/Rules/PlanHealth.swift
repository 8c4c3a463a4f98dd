package import Kernel

/// How a plan stands, from what was looked at; with the sentence that says why.
package struct PlanHealth: Hashable, Sendable {
    package enum Level: String, Sendable, CaseIterable {
        case red, amber, green
        /// So much was missed that nobody knows how it stands.
        case missed
        /// Nothing that was looked at says how it stands. Never green: what was not checked is not known.
        case unknown
        /// Nothing is due before a plan is live.
        case notLive = "not-live"

        package var name: String {
            switch self {
            case .red: "Not working yet"
            case .amber: "Working in parts"
            case .green: "Working"
            case .missed: "Checks missed"
            case .unknown: "Not checked yet"
            case .notLive: "Not live"
            }
        }
    }

    package let level: Level
    package let sentence: String
}

/// What is known of a plan on a day; lists read it for many plans at once.
package struct HealthFacts: Hashable, Sendable {
    package var state: PlanState
    /// How many series of looks the plan has that did not end.
    package var series = 0
    /// The newest rating of each of those that was looked at.
    package var ratings: [Rating] = []
    /// How many looks were done, and how many of them in time.
    package var done = 0
    package var onTime = 0
    package var missed = 0
    /// When the missed one that waits for longest was due.
    package var oldestMissed: Day?
    package var lastLook: Day?
    package var nextLook: Day?
    package var criteria = 0
    package var met = 0
    package var cannotBeJudged = 0
    /// Criteria of outcomes whose day has passed that are not met.
    package var overdue = 0

    package init(state: PlanState) { self.state = state }

    /// After ten weeks, which is longer than any half term, a finding says little about today.
    package static let freshDays = 70
}

extension HealthFacts {
    package func health(on today: Day) -> PlanHealth {
        if !state.isAtWork, state != .archived, state != .superseded {
            return PlanHealth(level: .notLive, sentence: "The plan is not live, so nothing is due yet.")
        }
        let level = level(on: today)
        return PlanHealth(level: level, sentence: sentences(on: today).joined(separator: " "))
    }

    private func level(on today: Day) -> PlanHealth.Level {
        if ratings.contains(.red) { return .red }
        if (missed > 0 && done == 0) || (missed >= 3 && missed > done) { return .missed }
        if ratings.contains(.amber) || missed > 0 || overdue > 0 { return .amber }
        if ratings.isEmpty || ratings.count < series { return .unknown }
        return isOld(on: today) || cannotBeJudged > 0 ? .amber : .green
    }

    private func isOld(on today: Day) -> Bool { lastLook.map { today - $0 > Self.freshDays } ?? false }

    private func sentences(on today: Day) -> [String] {
        [found, unlooked(on: today), missing(on: today), aged(on: today), judged].compactMap { $0 }
    }

    private var found: String? {
        guard !ratings.isEmpty else { return nil }
        let counts = Rating.allCases.map { rating in (rating, ratings.count { $0 == rating }) }.filter { $0.1 > 0 }
        if counts.count == 1, let only = counts.first {
            return only.1 == 1
                ? "What was looked at is \(only.0.name.lowercased())."
                : "\(only.1 == 2 ? "Both" : "All \(only.1)") things that were looked at are \(only.0.name.lowercased())."
        }
        let each = counts.map { "\($0.1) \($0.1 == 1 ? "is" : "are") \($0.0.name.lowercased())" }
        return "Of \(ratings.count) things that were looked at, \(each.joined(separator: ", "))."
    }

    private func unlooked(on today: Day) -> String? {
        let waiting = series - ratings.count
        if series == 0, ratings.isEmpty { return "No looks are planned, so nobody will know whether it works." }
        guard waiting > 0 else { return nil }
        let next = nextLook.map { ", \($0 < today ? "one look was due" : "next look") \($0.age(on: today))" } ?? ""
        return ratings.isEmpty
            ? "Nothing was looked at yet\(next)." : "\(waiting) of \(series) not looked at yet\(next)."
    }

    private func missing(on today: Day) -> String? {
        guard missed > 0 else { return nil }
        let oldest = oldestMissed.map { ", the oldest due \($0.age(on: today))" } ?? ""
        return missed == 1 ? "One look was missed\(oldest)." : "\(missed) looks were missed\(oldest)."
    }

    private func aged(on today: Day) -> String? {
        guard let lastLook, isOld(on: today) else { return nil }
        return "Nobody has looked since \(lastLook.long), \(lastLook.age(on: today))."
    }

    private var judged: String? {
        guard criteria > 0, met + cannotBeJudged + overdue > 0 else { return nil }
        var parts = ["\(met) of \(criteria) \(criteria == 1 ? "criterion" : "criteria") met"]
        if overdue > 0 { parts.append("\(overdue) past \(overdue == 1 ? "its" : "their") day") }
        if cannotBeJudged > 0 { parts.append("\(cannotBeJudged) cannot be judged") }
        return parts.joined(separator: ", ").sentence
    }
}

extension String {
    fileprivate var sentence: String { prefix(1).uppercased() + dropFirst() + "." }
}
