package import Database
package import Kernel
package import MeetingRules
import People
import Plans
import Schools
import Trail

/// A new line as it was typed.
package struct LineInput: Hashable, Sendable {
    package let school: SchoolID
    package let leader: SeatID?
    package let member: SeatID?
    package let times: TimesInput

    package init(school: SchoolID, leader: SeatID?, member: SeatID?, times: TimesInput) {
        (self.school, self.leader, self.member, self.times) = (school, leader, member, times)
    }
}

/// Sets up a line between two seats of a school, and plans its first meetings.
///
/// - Throws: `notFound` at a school that this person does not see, `forbidden`; `invalid` with `leader`, `member`,
///   `rhythm`, `first`, `starts-at` and `minutes`; `conflict` when the two have a line already.
package func setUpLine(
    _ input: LineInput, by actor: Actor, in database: any Database
) async throws -> ID<MeetingLine> {
    try await database.write { tx in
        guard actor.sees(.school(input.school)) else { throw Refusal.notFound }
        try tx.holdSchoolThatGoesOn(.school(input.school))
        let choices = try tx.seatsToChoose(at: .school(input.school), on: tx.today)
        let (leader, member) = try chosen(input, from: choices)
        let place = member.place.school == nil ? Place.school(input.school) : member.place
        let permit = try MayArrangeLine(actor, to: member.role, at: place)
        let change = try MeetingLine.settingUp(
            tx.newID(), input.times, between: LineSeat(leader.id, leader.role), and: LineSeat(member.id, member.role),
            at: place, in: tx.calendar(at: place), today: tx.today, by: permit)
        try tx.save(change)
        try tx.planMeetings(of: change.line.id)
        try tx.record(
            "line-set-up", "line", change.line.id, by: actor,
            after: "\(leader.holderName) and \(member.holderName), \(words(change.line.times))")
        return change.line.id
    }
}

private func chosen(_ input: LineInput, from choices: [Seat]) throws -> (leader: Seat, member: Seat) {
    let (leader, member) = (choices.first { $0.id == input.leader }, choices.first { $0.id == input.member })
    guard let leader, let member else {
        var errors = FieldErrors()
        if leader == nil { errors.add("leader", "Choose who leads.") }
        if member == nil { errors.add("member", "Choose whose work it is about.") }
        throw Refusal.invalid(errors)
    }
    return (leader, member)
}

/// Gives a line another rhythm, day or time. What is planned is planned anew; what was moved by hand stays.
///
/// - Throws: `notFound`, `forbidden`; `conflict` when it has ended; `invalid` with the fields of the times; `stale`.
package func changeLine(
    _ id: ID<MeetingLine>, to times: TimesInput, version: Int, by actor: Actor, in database: any Database
) async throws {
    try await database.write { tx in
        let line = try tx.lineToChange(id).line
        let permit = try MayArrangeLine(actor, line)
        let change = try line.changing(
            times, version: version, in: tx.calendar(at: line.place), today: tx.today, by: permit)
        try tx.save(change)
        try tx.planMeetings(of: id)
        try tx.record(
            "line-changed", "line", id, by: actor, before: words(line.times), after: words(change.times))
    }
}

/// Ends a line: what it had planned is taken away, its history stays.
///
/// - Throws: `notFound`, `forbidden`; `conflict` when it has ended; `invalid` with `reason`; `stale`.
package func endLine(
    _ id: ID<MeetingLine>, because reason: String, version: Int, by actor: Actor, in database: any Database
) async throws {
    try await database.write { tx in
        let line = try tx.lineToChange(id).line
        let permit = try MayArrangeLine(actor, line)
        let change = try line.ending(because: reason, version: version, today: tx.today, by: permit)
        try tx.save(change)
        try tx.clearMeetings(of: change, by: actor.person)
        try tx.record("line-ended", "line", id, by: actor, after: change.reason)
    }
}

extension Transaction {
    /// A line that is about to change. Its meetings are planned from it and from the calendar, by the people who change either
    /// and by the clock, so all of them follow one another.
    ///
    /// - Throws: `notFound`.
    fileprivate func lineToChange(_ id: ID<MeetingLine>) throws -> NamedLine {
        try holdCalendar()
        return try line(id)
    }
}

/// `Every two weeks from 24 November 2026, 15:10, 30 minutes`
private func words(_ times: LineTimes) -> String {
    "\(times.rhythm.name) from \(times.first.long), \(times.startsAt), \(times.minutes) minutes"
}
