import App
import Database
import Kernel
import MeetingRules
import TestKit
import Testing

@testable import Meetings

/// Composing an agenda reads what is on it, not what ever was.
@Suite struct AgendaCosts {
    @Test(arguments: Engine.available) func tenTimesTheHistoryCostsNothing(engine: Engine) async throws {
        let one = try await cost(meetings: 20, on: engine)
        let ten = try await cost(meetings: 200, on: engine)
        #expect(ten.statements == one.statements && ten.statements <= 20)
        #expect(ten.rows == one.rows)
        #expect(Double(ten.steps) <= Double(one.steps) * 1.1, "\(one) became \(ten)")
    }

    /// - Parameter meetings: held in the line and in each of two others.
    private func cost(meetings: Int, on engine: Engine) async throws -> (statements: Int, rows: Int, steps: Int) {
        try await Willowbrook.with(engine) { trust in
            let line = try await trust.line()
            let day = try await trust.firstDay
            for (name, leader) in [("Lucy Fenn", trust.deputy), ("Amir Hussain", trust.head)] {
                let input = LineInput(
                    school: trust.academy, leader: leader.seats[0], member: trust.actor(name).seats[0],
                    times: TimesInput(rhythm: .weekly, first: day, startsAt: "09:00", minutes: 30))
                let other = try await setUpLine(input, by: trust.head, in: trust.database)
                try await trust.grow(other, meetings: meetings, before: day)
            }
            try await trust.grow(line, meetings: meetings, before: day)
            let meeting = try await trust.database.read {
                try #require($0.livingLines(.one(line)).planned[line]).first { $0.planned >= day }!
            }
            trust.trust.clock.set(to: day)
            _ = try await trust.seen(meeting)
            let counts = trust.database.counts
            let before = (counts.statements, counts.rows, counts.steps)
            let seen = try await trust.seen(meeting)
            #expect(seen.agenda.entries.count == 1, "the newest promise is still asked for")
            return (counts.statements - before.0, counts.rows - before.1, counts.steps - before.2)
        }
    }
}

extension Willowbrook {
    /// A past of meetings, each a week before the next, each with an item and a promise that was kept in it; and one
    /// promise that was not.
    func grow(_ line: ID<MeetingLine>, meetings: Int, before day: Day) async throws {
        let (person, seat) = (deputy.person, headOfEnglish.seats[0])
        try await database.write { tx in
            for number in 1...meetings {
                let (meeting, item, promise): (ID<LineMeeting>, ID<AgendaItem>, ID<Promise>) =
                    (tx.newID(), tx.newID(), tx.newID())
                let (held, at) = (day - 7 * number, "\(day - 7 * number)T15:10:00.000Z")
                try tx.run(
                    """
                    INSERT INTO line_meeting (id, line_id, planned_on, meets_on, version, moved_reason, began_at, held_at,
                                              called_off_reason, notes, notes_version)
                    VALUES (\(meeting), \(line), \(held), \(held), 1, '', \(at), \(at), '', 'Notes', 1)
                    """)
                try tx.run(
                    """
                    INSERT INTO line_meeting_item (id, meeting_id, words, added_by, added_at, outcome, note, carried, version)
                    VALUES (\(item), \(meeting), 'Item', \(person), \(at), 'talked', '', 0, 1)
                    """)
                let ended: Promise.Ending? = number == 1 ? nil : .kept
                let (endedAt, endedIn) = number == 1 ? (nil, nil) : (at as String?, meeting as ID<LineMeeting>?)
                try tx.run(
                    """
                    INSERT INTO promise (id, line_id, meeting_id, seat_id, words, by_day, made_at, made_by, version,
                                         ended_as, ended_at, ended_words, ended_in)
                    VALUES (\(promise), \(line), \(meeting), \(seat), 'Promise', \(held), \(at), \(person), 1, \(ended),
                            \(endedAt), '', \(endedIn))
                    """)
            }
        }
    }
}
