package import Kernel

/// The weekly letter to one person: what was missed, what waits, and what comes in the next seven days.
package struct Digest: Hashable, Sendable {
    package let subject: String
    package let text: String

    /// How far it looks ahead, in days.
    package static let lookout = 7

    /// - Parameters:
    ///   - waiting: in any order; what comes later than the lookout is left out.
    ///   - site: what addresses begin with.
    /// - Returns: nil when there is nothing to tell.
    package init?(to name: String, of trust: String, on today: Day, _ waiting: [Waiting], site: String) {
        let told = waiting.filter { $0.day <= today + Self.lookout }
        guard !told.isEmpty else { return nil }
        let begun = told.filter { $0.day <= today }.sorted { ($0.lastDay, $0.id) < ($1.lastDay, $1.id) }
        let missed = begun.filter { $0.isMissed(on: today) }
        let now = begun.filter { !$0.isMissed(on: today) }
        let coming = told.filter { $0.day > today }
            .sorted { ($0.day, $0.clock ?? "", $0.id) < ($1.day, $1.clock ?? "", $1.id) }
        subject = Self.subject(missed.count, now.count, coming.count)
        let parts = [
            Self.part("Missed", missed) { "\($0.due), \($0.day.age(on: today))" },
            Self.part("Waiting for you", now) { item in
                item.until.map { "until \($0.weekdayAndDay)" } ?? item.due
            },
            Self.part("In the next seven days", coming, \.due),
        ].flatMap { $0 }
        let lines = parts.map { $0.hasPrefix("/") ? "  " + site + $0 : $0 }
        text = """
            Hello \(name.isolated),

            \(lines.joined(separator: "\n"))
            All of it: \(site)/

            You get this letter of \(trust.isolated) once a week in term time. When, what it tells, or no letter at all:
            \(site)/me/notices
            """
    }

    private static func subject(_ missed: Int, _ now: Int, _ coming: Int) -> String {
        let parts = [(missed, "missed"), (now, "waiting"), (coming, "to come")].filter { $0.0 > 0 }
        return "Your week: " + parts.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    }

    /// The address stands on a line of its own, so that mail programmes make a link of it.
    private static func part(_ name: String, _ waiting: [Waiting], _ when: (Waiting) -> String) -> [String] {
        guard !waiting.isEmpty else { return [] }
        let lines = waiting.flatMap { item in
            let place = item.place.isEmpty ? "" : ", \(item.place.inOneLine)"
            return ["- \(item.kind.name)\(place), \(when(item)): \(item.title.inOneLine)", item.address]
        }
        return [name, ""] + lines + [""]
    }
}

extension Waiting {
    fileprivate var lastDay: Day { until ?? day }

    fileprivate func isMissed(on today: Day) -> Bool { DueTime(day: day, until: until, on: today) == .missed }

    /// `Tuesday 24 November at 15:10`
    fileprivate var due: String { day.weekdayAndDay + (clock.map { " at \($0)" } ?? "") }
}

extension String {
    /// What somebody typed over several lines cannot look like a line of ours.
    fileprivate var inOneLine: String {
        printable.split(whereSeparator: \.isWhitespace).joined(separator: " ").isolated
    }
}
