package import Kernel

/// Two seats that meet in a rhythm: the one who leads, and the one whose work it is about.
package struct MeetingLine: Hashable, Sendable {
    package let id: ID<MeetingLine>
    package let leader: LineSeat
    package let member: LineSeat
    /// Where the member works: whose checks and statements the agenda looks at.
    package let place: Place
    package let times: LineTimes
    package let version: Int
    /// The day from which nothing is planned any more.
    package let ended: Day?

    package init(
        id: ID<MeetingLine>, leader: LineSeat, member: LineSeat, place: Place, times: LineTimes, version: Int,
        ended: Day?
    ) {
        (self.id, self.leader, self.member, self.place) = (id, leader, member, place)
        (self.times, self.version, self.ended) = (times, version, ended)
    }

    package var seats: [SeatID] { [leader.id, member.id] }
}

/// One end of a line, with the role that decides who may arrange it.
package struct LineSeat: Hashable, Sendable {
    package let id: SeatID
    package let role: Role

    package init(_ id: SeatID, _ role: Role) { (self.id, self.role) = (id, role) }
}

/// When a line meets.
package struct LineTimes: Hashable, Sendable {
    package let rhythm: LineRhythm
    /// A school day, from which the rhythm is counted.
    package let first: Day
    /// `15:10`
    package let startsAt: String
    package let minutes: Int

    package init(rhythm: LineRhythm, first: Day, startsAt: String, minutes: Int) {
        (self.rhythm, self.first, self.startsAt, self.minutes) = (rhythm, first, startsAt, minutes)
    }

    package static let possibleMinutes = 5...240
}

/// When a line is to meet, as it was typed.
package struct TimesInput: Hashable, Sendable {
    package let rhythm: LineRhythm?
    package let first: Day?
    package let startsAt: String
    package let minutes: Int?

    package init(rhythm: LineRhythm?, first: Day?, startsAt: String, minutes: Int?) {
        (self.rhythm, self.first, self.startsAt, self.minutes) = (rhythm, first, startsAt, minutes)
    }

    /// - Throws: `invalid` with `rhythm`, `first`, `starts-at` and `minutes`.
    func times(in calendar: SchoolCalendar, today: Day) throws -> LineTimes {
        var errors = FieldErrors()
        if rhythm == nil { errors.add("rhythm", "Choose how often they meet.") }
        if let refusal = first.map({ calendar.refusal(of: $0, from: today) }) ?? "Enter the day of the first meeting." {
            errors.add("first", refusal)
        }
        let clock = readClock(startsAt)
        if clock == nil { errors.add("starts-at", "Enter a time of day, such as 15:10 or 3.10pm.") }
        if !(minutes.map(LineTimes.possibleMinutes.contains) ?? false) {
            errors.add("minutes", "Enter how many minutes it takes, from 5 to 240.")
        }
        try errors.check()
        guard let rhythm, let first, let clock, let minutes else { throw Refusal.invalid(errors) }
        return LineTimes(rhythm: rhythm, first: first, startsAt: clock, minutes: minutes)
    }
}

/// A time of day as people write it: `15:10`, `15.10`, `1510`, `3.10pm`, `8 am`.
///
/// - Returns: five characters, `15:10`; nil for what is none, and for `3.10`, which may be meant for the afternoon.
func readClock(_ text: String) -> String? {
    let written = text.lowercased().filter { !$0.isWhitespace }
    let half = ["am", "pm"].first(where: written.hasSuffix)
    let digits = written.dropLast(half?.count ?? 0)
    var parts = digits.split(omittingEmptySubsequences: false, whereSeparator: { ":.".contains($0) })
    if parts.count == 1, digits.count == 4 { parts = [digits.prefix(2), digits.suffix(2)] }
    if parts.count == 1, half != nil { parts.append("00") }
    guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
        var hour = Int(written: parts[0]), Int(written: parts[1], 0...59) != nil
    else { return nil }
    if let half {
        guard (1...12).contains(hour) else { return nil }
        hour = hour % 12 + (half == "pm" ? 12 : 0)
    } else if parts[0].count == 1, hour < 7 {
        return nil
    }
    return hour < 24 ? "\(hour < 10 ? "0" : "")\(hour):\(parts[1])" : nil
}
