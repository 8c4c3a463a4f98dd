package import Kernel

extension LineMeeting {
    /// The most that the notes of one meeting hold.
    package static let longestNotes = 20_000
    /// The most fields of a page whose words are kept before they are said.
    package static let mostFields = 300

    /// - Throws: `conflict` once it was begun, held or called off; `invalid` for a day without school or no reason.
    package func moving(
        to day: Day?, because reason: String, version: Int, in calendar: SchoolCalendar, today: Day,
        by permit: MayHoldLine
    ) throws -> MeetingMoved {
        try checkOpen(today)
        var errors = FieldErrors()
        if let refusal = day.map({ calendar.refusal(of: $0, from: today) }) ?? "Enter the day it moves to." {
            errors.add("day", refusal)
        } else if day == self.day {
            errors.add("day", "It is on this day already.")
        }
        if reason.isEmpty { errors.add("reason", "Say why it moves.") }
        errors.limit("reason", reason, to: longestWords)
        try errors.check()
        guard let day else { throw Refusal.invalid(errors) }
        return MeetingMoved(meeting: id, day: day, reason: reason, version: version)
    }

    /// - Throws: `conflict` once it was begun, held or called off; `invalid` without a reason.
    package func callingOff(
        because reason: String, version: Int, today: Day, by permit: MayHoldLine
    ) throws -> MeetingCalledOff {
        try checkOpen(today)
        return MeetingCalledOff(
            meeting: id, reason: try checked(reason, "reason", wanting: "Say why it does not take place."),
            version: version)
    }

    /// - Parameter label: what the day is called that turned out to be closed; a day without a name is just closed.
    package func lost(to label: String) -> MeetingCalledOff {
        let name = label == MarkedDay.Kind.closed.name ? "" : ": \(label)"
        return MeetingCalledOff(meeting: id, reason: "The school was closed\(name).", version: version)
    }

    /// It may begin on another day than planned, and then it was moved.
    ///
    /// - Throws: `conflict` when it is under way, held or called off.
    package func beginning(on today: Day, by permit: MayHoldLine) throws -> MeetingBegun {
        try checkOpen(today)
        guard day != today else { return MeetingBegun(meeting: id, day: day, movedBecause: nil) }
        let reason = wasMoved ? movedBecause : today < day ? "held before its day." : "held after its day."
        return MeetingBegun(meeting: id, day: today, movedBecause: reason)
    }

    /// - Throws: `conflict` unless it is under way; `invalid` when too long.
    package func noting(_ words: String, version: Int, today: Day, by permit: MayHoldLine) throws -> NotesKept {
        try checkRunning(today)
        return NotesKept(meeting: id, words: try words.within(Self.longestNotes, at: "notes"), version: version)
    }

    /// What was typed is kept however the meeting stands: the other one may have finished it meanwhile.
    ///
    /// - Throws: `invalid` for more fields than a page has.
    package func keepingUnsaid(_ words: [String: String], by permit: MayHoldLine) throws -> UnsaidKept {
        guard words.count <= Self.mostFields else {
            throw Refusal.invalid("words", "Say some of what you wrote before you write more.")
        }
        return UnsaidKept(meeting: id, person: permit.actor.person, words: words)
    }

    /// - Throws: `conflict` unless it is under way.
    package func checkRunning(_ today: Day) throws {
        switch state(on: today) {
        case .running: return
        case .held: throw Refusal.conflict("This meeting is over; its summary stands.")
        case .calledOff: throw Refusal.conflict("This meeting was called off.")
        case .planned, .moved, .missed: throw Refusal.conflict("Begin the meeting first.")
        }
    }

    /// - Throws: `conflict` once it was begun, held or called off.
    func checkOpen(_ today: Day) throws {
        switch state(on: today) {
        case .planned, .moved, .missed: return
        case .running: throw Refusal.conflict("This meeting is under way.")
        case .held: throw Refusal.conflict("This meeting was held.")
        case .calledOff: throw Refusal.conflict("This meeting was called off.")
        }
    }

    /// - Throws: `conflict` once it was held or called off.
    func checkNotOver(_ today: Day) throws {
        if state(on: today) != .running { try checkOpen(today) }
    }
}
