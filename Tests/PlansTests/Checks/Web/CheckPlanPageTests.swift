import App
import Database
import HTTPTypes
import Kernel
import PlanRules
import Plans
import TestKit
import Testing

/// Planning what will be looked at, in the browser.
@Suite struct CheckPlanPageTests {
    private func draft(_ body: (CheckedPlan, TestClient, String) async throws -> Void) async throws {
        try await CheckedPlan.with(.sqlite) { made in
            let client = try await made.trust.client("Amir Hussain")
            let path = "/plans/\(made.plan)/actions/\(made.action)/checks"
            #expect(try await client.get(path + "/new").status == .ok)
            try await body(made, client, path)
        }
    }

    private func fields(_ made: CheckedPlan, _ more: [String: String] = [:]) -> [String: String] {
        [
            "looked": "Six books", "how": "Ten minutes", "seat": made.seat.text, "rhythm": "weekly",
            "first": made.start.description, "last": (made.start + 20).description, "version": "0",
        ].merging(more) { $1 }
    }

    @Test func theDaysAreShownBeforeTheCheckIsPlanned() async throws {
        try await draft { made, client, path in
            let shown = try await client.post(path, fields(made))
            #expect(shown.status == .ok && shown.body.contains("Plan this check"))
            let looks = CheckSchedule(rhythm: .weekly, first: made.start, last: made.start + 20).looks(
                in: made.calendar)
            for look in looks { #expect(shown.body.contains(look.due.short)) }
            #expect(try await series(made).isEmpty, "seeing is not planning")
            let print = try #require(hidden("shown", in: shown.body))
            let other = fields(made, ["shown": print, "rhythm": "fortnightly"])
            #expect(try await client.post(path, other).status == .ok, "other days are shown first")
            #expect(try await client.post(path, fields(made, ["shown": print])).status == .seeOther)
            #expect(try await series(made).map(\.check.looked) == ["Six books"])
        }
    }

    @Test func aNewCheckBeginsWithTheRhythmOfThePlanTheOwnerAndTheDaysOfTheAction() async throws {
        try await draft { made, client, path in
            let page = try await client.get(path + "/new").body
            #expect(page.contains("value=\"fortnightly\" checked"))
            #expect(page.contains("<option value=\"\(made.seat)\" selected>"))
            let action = try await made.trust.written(made.plan).action(made.action)
            let first = try #require(made.calendar.adding(schoolWeeks: 2, to: action.starts))
            #expect(page.contains("name=\"first\" value=\"\(first)\"") || page.contains("value=\"\(first)\""))
            #expect(page.contains("value=\"\(action.ends)\""))
        }
    }

    @Test func theDaysAreWhereThePageComesBackToAndSayWhenTheyHaveChanged() async throws {
        try await draft { made, client, path in
            let shown = try await client.post(path, fields(made)).body
            #expect(shown.contains("action=\"\(path)#looks\"") && shown.contains(" id=\"looks\">"))
            #expect(shown.contains("Read the days, then plan the check."))
            let print = try #require(hidden("shown", in: shown))
            let other = try await client.post(path, fields(made, ["shown": print, "rhythm": "fortnightly"])).body
            #expect(other.contains("The days have changed. Read them, then plan the check."))
            let refused = try await client.post(path, fields(made, ["looked": "", "first": "soon"]))
            #expect(refused.status == .unprocessableContent && !refused.body.contains("id=\"looks\""))
            for field in ["looked", "first"] { #expect(refused.body.contains("id=\"\(field)-error\"")) }
        }
    }

    @Test func aNamedDayInAHolidayIsOfferedTheNextSchoolDayInOnePress() async throws {
        try await draft { made, client, path in
            let free = made.start.through(made.start + 60).first { made.calendar.isSchoolDay($0) == false }
            let day = try #require(free)
            let next = try #require(made.calendar.schoolDay(onOrAfter: day))
            let typed = fields(made, ["rhythm": "dates", "day-1": made.start.description, "day-2": day.description])
            let refused = try await client.post(path, typed)
            #expect(refused.status == .unprocessableContent)
            #expect(refused.body.contains("value=\"2=\(next)\">Take \(next.weekdayAndDay)</button>"))
            let weekly = try await client.post(path, typed.merging(["rhythm": "weekly", "first": ""]) { $1 })
            #expect(!weekly.body.contains("Take "), "the days are not used")
            #expect(refused.body.contains("Six books"), "nothing typed is lost")
            let taken = try await client.post(path, typed.merging(["instead": "2=\(next)"]) { $1 })
            #expect(taken.status == .ok && taken.body.contains("Plan this check"))
            #expect(taken.body.contains("value=\"\(next)\""))
        }
    }

    @Test func twoEditorsSeeEachOther() async throws {
        try await draft { made, client, path in
            let id = try await made.planned()
            let typed = fields(made, ["version": "1"])
            let address = "/plans/\(made.plan)/checks/\(id)"
            let print = try #require(hidden("shown", in: try await client.post(address, typed).body))
            let send = typed.merging(["shown": print]) { $1 }
            #expect(try await client.post(address, send).status == .seeOther)
            let mine = ["looked": "Mine", "how": "My own way"]
            let stale = try await client.post(address, send.merging(mine) { $1 })
            #expect(stale.status == .conflict)
            let when = "Every week, \(made.start.long) to \((made.start + 20).long)"
            #expect(stale.body.contains("It now says: “Six books”, “Ten minutes”, \(when), by Amir Hussain."))
            #expect(stale.body.contains("Mine") && stale.body.contains("My own way"))
            #expect(hidden("version", in: stale.body) == "2")
        }
    }

    @Test func whatIsTakenOutCanBePutBack() async throws {
        try await draft { made, client, _ in
            let id = try await made.planned()
            let address = "/plans/\(made.plan)/checks/\(id)"
            let out = try await client.post(address + "/removal")
            #expect(out.location == "/plans/\(made.plan)?removed-check=\(id)")
            #expect(try await series(made).isEmpty)
            #expect(try await client.post(address + "/removal/end").status == .seeOther)
            #expect(try await series(made).count == 1)
        }
    }

    @Test func onceLiveTheWordsAreSealedAndTheCheckEndsWithAReason() async throws {
        try await draft { made, client, path in
            let id = try await made.planned()
            try await made.goLive()
            #expect(try await client.get(path + "/new").status == .conflict)
            let address = "/plans/\(made.plan)/checks/\(id)"
            #expect(try await client.post(address, fields(made, ["version": "1"])).status == .conflict)
            #expect(try await client.get(address + "/ending").status == .ok)
            #expect(try await client.post(address + "/ending", ["version": "1"]).status == .unprocessableContent)
            let ended = try await client.post(address + "/ending", ["reason": "Done elsewhere", "version": "1"])
            #expect(ended.status == .seeOther)
            #expect(try await made.looks().allSatisfy { !$0.isOpen })
        }
    }

    @Test func readersAndStrangersFindNoDraft() async throws {
        try await draft { made, _, path in
            for name in ["David Unwin", "Helen Marsh"] {
                let other = try await made.trust.client(name)
                _ = try await other.get("/me")
                #expect(try await other.get(path + "/new").status == .notFound)
                #expect(try await other.post(path, fields(made)).status == .notFound)
            }
        }
    }

    private func series(_ made: CheckedPlan) async throws -> [PlannedCheck] {
        try await made.database.read { [plan = made.plan] in try $0.plannedChecks(of: plan) }
    }

    private func hidden(_ name: String, in page: String) -> String? {
        page.split(separator: "name=\"\(name)\" value=\"").dropFirst().first.map { String($0.prefix { $0 != "\"" }) }
    }
}
