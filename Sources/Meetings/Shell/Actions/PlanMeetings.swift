package import Database
import Jobs
import Kernel
import MeetingRules
import Plans
import Schools

/// How far ahead meetings are planned: the weeks that people look into when they agree a day.
let weeksAhead = 8

/// Keeps the meetings of every line planned some weeks ahead, as the weeks go by. Safe to repeat.
package func planMeetings(in database: any Database) async throws {
    // One school at a time, so that nobody else's save waits for a whole trust.
    for school in try await database.read({ try $0.schoolsWithLines() }) {
        try await database.write { tx in
            try tx.holdCalendar()
            let calendar = try tx.calendar(at: school.map(Place.school) ?? .trust)
            _ = try tx.planMeetings(of: tx.livingLines(.at(school))) { _ in calendar }
        }
    }
}

let planningJob = JobKind("meetings.plan", every: 24 * 60 * 60) { _, database in try await planMeetings(in: database) }

/// A line whose planned meetings are other ones now.
struct LineReplanned {
    let line: NamedLine
    let change: MeetingsReplanned
    /// The days of the withdrawn meetings that were really taken away.
    let takenAway: [Day]
}

extension Transaction {
    /// Of one line that goes on, after it was set up or changed.
    func planMeetings(of line: ID<MeetingLine>) throws {
        try holdCalendar()
        _ = try planMeetings(of: livingLines(.one(line)), by: calendar(at:))
    }

    /// Brings what is merely planned in line with each line's rhythm and calendar: as many statements for one line as for
    /// a whole trust's, but for one more for each few hundred meetings that move.
    ///
    /// - Parameter calendar: that which is kept at a place.
    /// - Returns: the lines for which that changed anything.
    func planMeetings(
        of lines: LivingLines, by calendar: (Place) throws -> SchoolCalendar
    ) throws -> [LineReplanned] {
        let today = self.today
        let changes = try lines.lines.map { named in
            let (line, planned) = (named.line, lines.planned[named.line.id] ?? [])
            let calendar = try calendar(line.place)
            let days = LineSchedule(line.times, in: calendar).ahead(
                of: today, weeks: weeksAhead, atLeastTo: planned.last?.planned)
            return (named, line.replanning(planned, to: days, in: calendar, today: today))
        }
        .filter { !$0.1.isEmpty }
        let gone = try save(changes.map(\.1))
        return changes.map { named, change in
            LineReplanned(
                line: named, change: change,
                takenAway: change.withdrawn.filter { gone.contains($0.id) }.map(\.planned))
        }
    }
}
