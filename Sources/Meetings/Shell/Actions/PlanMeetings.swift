package import Database
import Jobs
import Kernel
import MeetingRules
import Plans
import Schools

/// How far ahead meetings are planned: the weeks that people look into when they agree a day.
let weeksAhead = 8

/// Keeps the meetings of every line planned some weeks ahead. The calendar may have changed since: what is merely planned
/// follows it. Safe to repeat.
package func planMeetings(in database: any Database) async throws {
    let lines = try await database.read { try $0.livingLines() }
    // One school at a time, so that nobody else's save waits for a whole trust.
    for (school, own) in Dictionary(grouping: lines, by: \.school) {
        let ids = own.map(\.line)
        try await database.write { tx in
            let calendar = try school.map { try tx.calendar(of: $0) } ?? tx.calendar()
            for id in ids {
                let line = try tx.line(id).line
                if line.ended == nil { try tx.planMeetings(of: line, in: calendar) }
            }
        }
    }
}

let planningJob = JobKind("meetings.plan", every: 24 * 60 * 60) { _, database in try await planMeetings(in: database) }

extension Transaction {
    /// - Parameter calendar: read when nil.
    func planMeetings(of line: MeetingLine, in calendar: SchoolCalendar? = nil) throws {
        let calendar = try calendar ?? self.calendar(at: line.place)
        let planned = try meetings(of: line.id, plannedFrom: today)
        let days = LineSchedule(line.times, in: calendar).ahead(
            of: today, weeks: weeksAhead, atLeastTo: planned.last?.planned)
        let change = line.replanning(planned, to: days, today: today)
        if !change.isEmpty { try save(change) }
    }
}
