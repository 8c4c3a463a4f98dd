package import Kernel

extension MeetingLine {
    /// - Throws: `invalid` with `member` and the fields of the times.
    package static func settingUp(
        _ id: ID<MeetingLine>, _ times: TimesInput, between leader: LineSeat, and member: LineSeat, at place: Place,
        in calendar: SchoolCalendar, today: Day, by permit: MayArrangeLine
    ) throws -> LineSetUp {
        guard leader.id != member.id else {
            throw Refusal.invalid("member", "Choose two different people.")
        }
        let line = MeetingLine(
            id: id, leader: leader, member: member, place: place, times: try times.times(in: calendar, today: today),
            version: 1, ended: nil)
        return LineSetUp(line: line)
    }

    /// - Throws: `conflict` when the line has ended; `invalid` with the fields of the times.
    package func changing(
        _ times: TimesInput, version: Int, in calendar: SchoolCalendar, today: Day, by permit: MayArrangeLine
    ) throws -> LineChanged {
        try checkGoing()
        return LineChanged(line: self, times: try times.times(in: calendar, today: today), version: version)
    }

    /// - Throws: `conflict` when it has ended already; `invalid` without a reason.
    package func ending(
        because reason: String, version: Int, today: Day, by permit: MayArrangeLine
    ) throws -> LineEnded {
        try checkGoing()
        return LineEnded(
            line: id, day: today, reason: try checked(reason, "reason", wanting: "Say why the line ends."),
            version: version)
    }

    private func checkGoing() throws {
        if let ended { throw Refusal.conflict("This line ended on \(ended.long).") }
    }
}

/// The most that fits on one line of an agenda or a summary.
let longestWords = 500

/// - Throws: `invalid` when nothing stands there, or too much.
func checked(_ words: String, _ field: String, wanting sentence: String) throws -> String {
    guard !words.isEmpty else { throw Refusal.invalid(field, sentence) }
    return try words.within(longestWords, at: field)
}
