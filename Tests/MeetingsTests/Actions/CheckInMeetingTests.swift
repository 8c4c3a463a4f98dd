import App
import Database
import HTTPTypes
import Kernel
import MeetingRules
import PlanRules
import Plans
import TestKit
import Testing

@testable import Meetings

/// Impact checks on the agenda: recorded where they stand, and told by the summary.
@Suite struct ChecksInMeetings {
    /// A live plan of the English department with a look every week, on the day of the first meeting after its first
    /// look came due.
    private func running(
        _ engine: Engine, _ body: (Willowbrook, LineMeeting, CheckLine) async throws -> Void
    ) async throws {
        try await Willowbrook.with(engine) { trust in
            let plan = try await trust.filledDraft()
            let action = try await trust.written(plan).actions[0].id
            let first = try await trust.firstDay
            let input = CheckPlanInput(
                looked: "Reading aloud in three lessons", how: "Ten minutes each", seat: trust.headOfEnglish.seats[0],
                rhythm: .weekly, first: first, last: first + 28, days: [], version: 0)
            _ = try await planCheck(input, for: .action(action), of: plan, by: trust.headOfEnglish, in: trust.database)
            try await trust.putLive(plan)
            let meeting = try await trust.begin(try await trust.line())
            let check = try #require(try await trust.seen(meeting).checks.first)
            try await body(trust, meeting, check)
        }
    }

    @Test(arguments: Engine.available) func aCheckIsRecordedInPlaceAndStandsInTheSummary(engine: Engine) async throws {
        try await running(engine) { trust, meeting, check in
            let address = "/meetings/\(meeting.id)"
            let browser = try await trust.client("Kate Brennan")
            let page = try await browser.get(address).body
            #expect(page.contains("formaction=\"\(address)/checks/\(check.id)\"") && page.contains(check.looked))
            let card = "check-\(check.id)"
            var fields = [
                "\(card).finding": "Two of three", "\(card).rating": "amber", "\(card).version": "\(check.version)",
                "new-promise.words": "Read them again",
            ]
            let refused = try await browser.post("\(address)/checks/\(check.id)", fields)
            #expect(refused.status == .unprocessableContent && refused.body.contains("value=\"Two of three\""))
            #expect(refused.body.contains("value=\"amber\" checked"))
            fields["\(card).response"] = "keep"
            let recorded = try await browser.post("\(address)/checks/\(check.id)", fields)
            #expect(recorded.location == address + "#checked")
            #expect(try await browser.get(address).body.contains("value=\"Read them again\""))
            let after = try await trust.seen(meeting)
            #expect(after.looks.map(\.rating) == [.amber] && !after.checks.contains { $0.id == check.id })
            try await finishMeeting(meeting.id, by: trust.deputy, in: trust.database)
            let lines = try await trust.seen(meeting).summary.filter { $0.section == .checked }
            #expect(lines.map(\.words) == ["\(check.looked) (working in parts): Two of three"])
        }
    }

    @Test(arguments: Engine.available) func aGreenCheckIsWhatTheNextMeetingCelebrates(engine: Engine) async throws {
        try await running(engine) { trust, meeting, check in
            let input = CheckInput(
                finding: "All three", rating: .green, response: nil, nextLook: nil, version: check.version)
            _ = try await recordImpactCheck(input, of: check.id, by: trust.headOfEnglish, in: trust.database)
            try await finishMeeting(meeting.id, by: trust.deputy, in: trust.database)
            let next = try await trust.meetings(of: meeting.line)[1]
            let news = try await trust.seen(next).agenda.entries.compactMap { entry -> String? in
                if case .celebration(let news) = entry { news.words } else { nil }
            }
            #expect(news == ["\(check.looked): All three"])
        }
    }

    @Test(arguments: Engine.available) func anAgendaShowsWhatIsDueOnItsDayAndTheSummaryWhatWasNotReached(
        engine: Engine
    ) async throws {
        try await running(engine) { trust, meeting, check in
            let next = try await trust.meetings(of: meeting.line)[1]
            let later = try await trust.seen(next)
            #expect(
                later.agenda.entries.contains { if case .check(let due) = $0 { due.due > meeting.day } else { false } })
            let now = try await trust.seen(meeting)
            #expect(now.checks.map(\.id) == [check.id])
            try await finishMeeting(meeting.id, by: trust.deputy, in: trust.database)
            let lines = try await trust.seen(meeting).summary
            #expect(lines == [SummaryLine(.notReached, "\(check.looked), on time until \(check.look.until.long)")])
        }
    }
}
