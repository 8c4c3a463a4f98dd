import App
import Database
import Kernel
import MeetingRules
import Meetings
import Site
import TestKit
import Testing

/// What calendars keep of meetings that wait no longer.
@Suite struct MeetingsOverTests {
    private func over(_ trust: Willowbrook) async throws -> [Waiting] {
        try await trust.database.read { [actor = trust.headOfEnglish] tx in
            try meetingsFeature.over(actor, 31, tx.today + 200, tx)
        }
    }

    @Test(arguments: Engine.available)
    func whatWasHeldStaysForAMonthAndWhatWasCalledOffSaysSo(_ engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let line = try await trust.line()
            #expect(try await over(trust).isEmpty)
            let held = try await trust.begin(line)
            try await finishMeeting(held.id, by: trust.deputy, in: trust.database)
            let next = try await trust.meetings(of: line)[1]
            try await callOffMeeting(
                next.id, because: "A visit", version: next.version, by: trust.deputy, in: trust.database)
            let shown = try await over(trust)
            #expect(shown.map(\.id) == ["meeting-\(held.id)", "meeting-\(next.id)"])
            #expect(shown.map(\.end) == [.held, .calledOff] && shown.allSatisfy { $0.clock == "15:10" })
            trust.trust.clock.set(to: held.day + 31)
            #expect(try await over(trust).map(\.end) == [.held, .calledOff])
            trust.trust.clock.set(to: held.day + 32)
            #expect(try await over(trust).map(\.end) == [.calledOff])
        }
    }
}
