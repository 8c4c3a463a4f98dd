import App
import Database
import Foundation
import HTTPTypes
import Jobs
import Kernel
import PeopleRules
import PlanRules
import Plans
import TestKit
import Testing

/// What is made is made once, however often its form is sent.
@Suite struct MadeOnce {
    /// A form that makes something, and the table that what it makes stands in.
    struct Making: Sendable {
        let who: String
        let path: String
        let fields: [String: String]
        let table: SQL
        /// Whether the same may be made again on purpose, with a form drawn anew.
        var isRepeatable = true
    }

    @Test(arguments: TestDatabases.available) func sentTwiceItIsMadeOnceAndBothAnswersLeadThere(
        engine: Engine
    ) async throws {
        try await Willowbrook.with(engine) { trust in
            for (number, making) in try await makings(in: trust).enumerated() {
                let client = try await trust.client(making.who)
                _ = try await client.get("/help/keys")
                let (before, once) = (try await trust.count(making.table), "form-\(number)")
                let fields = making.fields.merging(["once": once]) { $1 }
                let first = try await client.post(making.path, fields)
                #expect([200, 303].contains(first.status.code), "\(making.path): \(first.status.code)")
                let made = try await trust.count(making.table)
                #expect(made > before, "\(making.path)")
                let second = try await client.post(making.path, fields)
                #expect(second.status == .seeOther, "\(making.path) again: \(second.status.code)")
                if first.status == .seeOther { #expect(second.location == first.location) }
                #expect(try await trust.count(making.table) == made, "\(making.path) made it twice")
                let other = try await client.post(making.path, making.fields.merging(["once": once + "x"]) { $1 })
                #expect((try await trust.count(making.table) > made) == making.isRepeatable, "\(making.path) anew: \(other.status)")
            }
        }
    }

    @Test(arguments: TestDatabases.available) func twoAtTheSameMomentMakeOne(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let path = PlanLinks.priorities(try await trust.draft())
            let client = try await trust.client("James Oyelaran")
            _ = try await client.get("/help/keys")
            for round in 0..<10 {
                let before = try await trust.count("plan_priority")
                let fields = ["title": "Pupils read more", "why": "Seen in books", "once": "round-\(round)"]
                let twins = (0..<4).map { _ in
                    let twin = TestClient(trust.site.responder)
                    twin.takeCookies(of: client)
                    return twin
                }
                let token = client.formToken
                let answers = try await withThrowingTaskGroup(of: TestClient.Exchange.self) { group in
                    for twin in twins { group.addTask { try await twin.post(path, fields, token: token) } }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                #expect(Set(answers.map(\.location)).count == 1 && answers.allSatisfy { $0.status == .seeOther })
                #expect(try await trust.count("plan_priority") == before + 1)
            }
        }
    }

    @Test func withOtherWordsItIsNeitherMadeNorLost() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let path = PlanLinks.priorities(try await trust.draft())
            let client = try await trust.client("James Oyelaran")
            _ = try await client.get("/help/keys")
            _ = try await client.post(path, ["title": "Pupils read more", "why": "Seen in books", "once": "one"])
            let before = try await trust.count("plan_priority")
            let other = try await client.post(path, ["title": "Pupils write more", "why": "Seen in books", "once": "one"])
            #expect(other.status == .conflict && other.body.contains("This form was sent before"))
            #expect(other.body.contains("Pupils write more"))
            #expect(try await trust.count("plan_priority") == before)
            let drawn = try #require(other.body.firstMatch(of: /name="once" value="([0-9a-f]{32})"/)).1
            let again = try await client.post(
                path, ["title": "Pupils write more", "why": "Seen in books", "once": String(drawn)])
            #expect(again.status == .seeOther)
            #expect(try await trust.count("plan_priority") == before + 1)
        }
    }

    @Test func somebodyElsesIdIsAFormOfOnesOwn() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let path = PlanLinks.priorities(try await trust.draft())
            let fields = ["title": "Pupils read more", "why": "Seen in books", "once": "one"]
            let before = try await trust.count("plan_priority")
            var places: Set<String?> = []
            for name in ["James Oyelaran", "Kate Brennan"] {
                let client = try await trust.client(name)
                _ = try await client.get("/help/keys")
                places.insert(try await client.post(path, fields).location)
            }
            #expect(places.count == 2)
            #expect(try await trust.count("plan_priority") == before + 2)
        }
    }

    @Test func aRefusedFormKeepsItsIdFree() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let path = PlanLinks.priorities(try await trust.draft())
            let client = try await trust.client("James Oyelaran")
            _ = try await client.get("/help/keys")
            #expect(try await client.post(path, ["title": "", "once": "one"]).status == .unprocessableContent)
            let taken = try await client.post(path, ["title": "Pupils read more", "why": "Books", "once": "one"])
            #expect(taken.status == .seeOther)
        }
    }

    @Test(arguments: TestDatabases.available) func whatFormsMadeIsForgottenInTheEnd(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let client = try await trust.client("James Oyelaran")
            _ = try await client.get("/help/keys")
            _ = try await client.post(
                PlanLinks.priorities(try await trust.draft()), ["title": "Read", "why": "Books", "once": "one"])
            let job = try #require(Features.all(mail: Mail(folder: nil)).flatMap(\.jobs).first { $0.name.hasPrefix("forms.") })
            try await job.run("", trust.database)
            #expect(try await trust.count("made_once") == 1)
            trust.trust.clock.set(to: trust.testDay + 61)
            try await job.run("", trust.database)
            #expect(try await trust.count("made_once") == 0)
        }
    }

    private func makings(in trust: Willowbrook) async throws -> [Making] {
        let plan = try await trust.written(trust.filledDraft())
        let (id, today) = (plan.plan.id, try await trust.schoolDay(trust.testDay))
        let kind = try await trust.proForma(.department).id.text
        let live = try await trust.livePlan()
        let meeting = try await MeetingThings(of: trust).meeting
        let head = "James Oyelaran"
        let school = "/schools/\(trust.academy)"
        return [
            Making(
                who: head, path: "/plans",
                fields: [
                    "place": "\(trust.academy).\(trust.english.department!)", "pro-forma": kind, "title": "Reading",
                    "when": "other", "from": today.description, "to": (try await trust.schoolDay(today + 100)).description,
                ], table: "plan"),
            Making(
                who: head, path: PlanLinks.priorities(id), fields: ["title": "Pupils read", "why": "Seen in books"],
                table: "plan_priority"),
            Making(
                who: head, path: "/plans/\(id)/outcomes/\(plan.outcomes[0].id)/criteria",
                fields: ["criterion": "Nine of ten"], table: "plan_criterion"),
            Making(
                who: head, path: PlanLinks.revision(live), fields: [:], table: "plan", isRepeatable: false),
            Making(
                who: head, path: school + "/departments", fields: ["name": "Drama", "kind": "subject"],
                table: "department", isRepeatable: false),
            Making(
                who: "Sam Okafor", path: "/people",
                fields: [
                    "name": "Nia Roberts", "email": "nia@willowbrook.example", "role": "governor",
                    "place": trust.academy.text, "starts": today.description,
                ], table: "person", isRepeatable: false),
            Making(
                who: "Sam Okafor", path: "/people/\(trust.deputy.person)/invitations", fields: [:], table: "invitation"),
            Making(
                who: "Kate Brennan", path: "/meetings/\(meeting)/items", fields: ["words": "Cover"],
                table: "line_meeting_item"),
        ]
    }
}

extension Willowbrook {
    fileprivate func count(_ table: SQL) async throws -> Int {
        try await database.read { try $0.first("SELECT COUNT(*) FROM \(table)") { try $0[0] as Int } ?? 0 }
    }
}
