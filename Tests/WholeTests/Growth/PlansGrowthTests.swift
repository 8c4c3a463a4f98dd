import App
import Database
import HTTPTypes
import Kernel
import MeetingRules
import PlanRules
import TestKit
import Testing

/// What is due for one person, a meeting's agenda and the recording of a check cost the same in a trust of two schools
/// and of twelve; the list of missed checks shows a page of them.
@Suite struct PlansGrowthTests {
    enum Work: CaseIterable { case today, agenda, record }

    /// A Tuesday of term.
    private static let tuesday = Day(2026, 11, 24)

    @Test(arguments: Engine.available)
    func sixTimesTheSchoolsCostNothing(engine: Engine) async throws {
        let two = try await costs(schools: 2, on: engine)
        let twelve = try await costs(schools: 12, on: engine)
        for work in Work.allCases {
            let (small, large) = (try #require(two[work]), try #require(twelve[work]))
            #expect(large.statements == small.statements, "\(work)")
            #expect(large.rows == small.rows, "\(work)")
            #expect(Double(large.steps) <= Double(small.steps) * 1.1, "\(work): \(small) became \(large)")
        }
        #expect(try #require(twelve[.record]).statements <= 16)
    }

    @Test(arguments: Engine.available)
    func missedChecksAreReadAPageAtATime(engine: Engine) async throws {
        try await grown(schools: 12, on: engine) { trust in
            let cost = try await trust.cost { _ = try await trust.found("/checks/missed") }
            let page = try await trust.found("/checks/missed")
            let missed = try #require(page.firstMatch(of: #/([0-9]+) checks were not done in time/#)?.output.1)
            #expect(try #require(Int(missed)) > 50)
            #expect(page.split(separator: "<tr>").count == 1 + 1 + 50)
            #expect(cost.statements <= 3 && cost.rows <= 50 + 12 + 5)
        }
    }

    private func costs(schools: Int, on engine: Engine) async throws -> [Work: Cost] {
        try await grown(schools: schools, on: engine) { trust in
            let leader = try await trust.signedIn(as: trust.seniorLeader)
            let meeting = try await trust.meetingAhead
            return [
                .today: try await leader.cost {
                    try #require(try await leader.found("/").contains("id=\"check-"))
                },
                .agenda: try await leader.cost { _ = try await leader.found("/meetings/\(meeting)") },
                .record: try await trust.costOfRecording(),
            ]
        }
    }

    private func grown<Value>(
        schools: Int, on engine: Engine, _ body: (GrownTrust) async throws -> Value
    ) async throws -> Value {
        let shape = LargeTrustShape(
            schools: schools, tools: 1, statements: 6, people: 10 * schools, rounds: 1, plans: 9, lines: 2)
        return try await GrownTrust.with(shape, as: try #require(Self.tuesday), on: engine, body)
    }
}

/// Of the school that is the first by name.
extension GrownTrust {
    fileprivate var seniorLeader: PersonID {
        get async throws {
            try await firstID(
                """
                SELECT t.person_id FROM line l JOIN post t ON t.seat_id = l.leader_seat_id
                JOIN school s ON s.id = l.school_id WHERE t.role = 'senior-leader' ORDER BY s.name LIMIT 1
                """)
        }
    }

    fileprivate var meetingAhead: ID<LineMeeting> {
        get async throws {
            try await firstID(
                """
                SELECT m.id FROM line l JOIN post t ON t.seat_id = l.leader_seat_id JOIN school s ON s.id = l.school_id
                JOIN line_meeting m ON m.line_id = l.id
                WHERE t.role = 'headteacher' AND m.began_at IS NULL ORDER BY s.name, m.meets_on LIMIT 1
                """)
        }
    }

    fileprivate func costOfRecording() async throws -> Cost {
        var checks = try await weeklyChecks
        _ = try await found("/plans")  // for its form token
        return try await cost {
            let fields = ["version": "1", "finding": "Seen in four rooms of six.", "rating": "green"]
            let answer = try await post("/checks/\(checks.removeFirst())/result", fields)
            try #require(answer.status == .seeOther)
        }
    }

    /// The two of one series that wait longest.
    private var weeklyChecks: [CheckID] {
        get async throws {
            try await database.read { tx in
                try tx.rows(
                    """
                    SELECT w.check_id FROM open_check w JOIN impact_check c ON c.id = w.check_id
                    JOIN check_plan k ON k.id = c.check_plan_id JOIN school s ON s.id = w.school_id
                    WHERE k.rhythm = 'weekly' ORDER BY s.name, w.due_on LIMIT 2
                    """
                ) { try $0[0] as CheckID }
            }
        }
    }

    private func firstID<Thing>(_ question: SQL) async throws -> ID<Thing> {
        let id = try await database.read { tx in try tx.first(question) { try $0[0] as ID<Thing> } }
        return try #require(id)
    }
}
