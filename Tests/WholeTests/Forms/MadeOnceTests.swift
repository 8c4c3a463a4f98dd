import App
import Database
import Foundation
import HTTPTypes
import Jobs
import Kernel
import Markup
import PeopleRules
import PlanRules
import Plans
import Schools
import Site
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

    @Test(arguments: Engine.available) func sentTwiceItIsMadeOnceAndBothAnswersLeadThere(
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
                #expect(
                    (try await trust.count(making.table) > made) == making.isRepeatable,
                    "\(making.path) anew: \(other.status)")
            }
        }
    }

    @Test(arguments: Engine.available) func fourAtTheSameMomentMakeOne(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let before = try await trust.count("trail WHERE verb = 'person-invited'")
            let invitations = "/people/\(trust.deputy.person)/invitations"
            let statuses = try await withThrowingTaskGroup(of: [Int].self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        let client = try await trust.client("Sam Okafor")
                        _ = try await client.get("/help/keys")
                        var statuses: [Int] = []
                        for round in 0..<10 {
                            statuses.append(try await client.post(invitations, ["once": "round-\(round)"]).status.code)
                        }
                        return statuses
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(statuses.filter { $0 == 200 }.count == 10 && statuses.filter { $0 == 303 }.count == 30)
            #expect(try await trust.count("trail WHERE verb = 'person-invited'") == before + 10)
        }
    }

    @Test func withOtherWordsItIsNeitherMadeNorLost() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let path = "/plans/\(try await trust.draft())/priorities"
            let client = try await trust.client("James Oyelaran")
            _ = try await client.get("/help/keys")
            _ = try await client.post(
                path, ["title": "Pupils read more", "why": "Seen in books", "stops": "The quiz", "once": "one"])
            let before = try await trust.count("plan_priority")
            let other = try await client.post(
                path, ["title": "Pupils write more", "why": "Seen in books", "stops": "The quiz", "once": "one"])
            #expect(other.status == .conflict && other.body.contains("This form was sent before"))
            #expect(other.body.contains("Pupils write more"))
            #expect(try await trust.count("plan_priority") == before)
            let drawn = try #require(other.body.firstMatch(of: /name="once" value="([0-9a-f]{32})"/)).1
            let again = try await client.post(
                path,
                ["title": "Pupils write more", "why": "Seen in books", "stops": "The quiz", "once": String(drawn)])
            #expect(again.status == .seeOther)
            #expect(try await trust.count("plan_priority") == before + 1)
        }
    }

    @Test func somebodyElsesIdIsAFormOfOnesOwn() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let path = "/plans/\(try await trust.draft())/priorities"
            let fields = ["title": "Pupils read more", "why": "Seen in books", "stops": "The quiz", "once": "one"]
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
            let path = "/plans/\(try await trust.draft())/priorities"
            let client = try await trust.client("James Oyelaran")
            _ = try await client.get("/help/keys")
            #expect(try await client.post(path, ["title": "", "once": "one"]).status == .unprocessableContent)
            let taken = try await client.post(
                path, ["title": "Pupils read more", "why": "Books", "stops": "The quiz", "once": "one"])
            #expect(taken.status == .seeOther)
        }
    }

    @Test(arguments: Engine.available) func whatFormsMadeIsForgottenInTheEnd(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let client = try await trust.client("James Oyelaran")
            _ = try await client.get("/help/keys")
            _ = try await client.post(
                "/plans/\(try await trust.draft())/priorities",
                ["title": "Read", "why": "Books", "stops": "The quiz", "once": "one"])
            let job = try #require(
                Features.all(mail: Mail(folder: nil)).flatMap(\.jobs).first { $0.name.hasPrefix("forms.") })
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
                    "when": "other", "from": today.description,
                    "to": (try await trust.schoolDay(today + 100)).description,
                ], table: "plan"),
            Making(
                who: head, path: "/plans/\(id)/priorities",
                fields: ["title": "Pupils read", "why": "Seen in books", "stops": "The quiz"],
                table: "plan_priority"),
            Making(
                who: head, path: "/plans/\(id)/outcomes/\(plan.outcomes[0].id)/criteria",
                fields: ["criterion": "Nine of ten"], table: "plan_criterion", isRepeatable: false),
            Making(
                who: head, path: "/plans/\(live)/revision", fields: [:], table: "plan", isRepeatable: false),
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

/// Every form is one that makes something, which carries an id, or one that changes what is there, which a version or its
/// own rule keeps from happening twice.
@Suite struct MakingForms {
    static let making: Set = [
        "/plans", "/plans/:plan/priorities", "/plans/:plan/priorities/:priority/actions",
        "/plans/:plan/priorities/:priority/outcomes", "/plans/:plan/outcomes/:outcome/criteria",
        "/plans/:plan/actions/:action/checks", "/plans/:plan/outcomes/:outcome/checks", "/plans/:plan/blockages",
        "/plans/:plan/revision", "/pro-formas/:key/:version/editions", "/evaluations",
        "/schools/:school/departments", "/schools/:school/category", "/administration/imports", "/calendar/years",
        "/calendar/:year/days", "/schools/:school/calendar/:year/days", "/people", "/people/:person/posts",
        "/people/:person/invitations", "/people/:person/leaving", "/meetings/lines", "/meetings/:meeting/items",
    ]

    /// The last part of the address of every other form: what it does to what is there. A promise is known by its words.
    static let changing: Set = [
        "sign-in", "demo", "sign-out", "first-use", ":secret", "password", "end", "details", "tries", "name", "closing",
        ":upload", "half-terms", ":item", "readiness", "reveal", "signatures", "reopenings", ":blockage", "clearing",
        ":action", "submission", "withdrawal", "disposal", "approval", "return", "start", "maintenance", "archive",
        ":priority", "place", "removals", "endings", ":criterion", "status", ":outcome", ":series", "removal", "ending",
        "result", "look", "beginning", "day", "calling-off", "finish", "notes", "times", ":subject", ":promise",
        "change",
        ":check", "kept", "promises", "notices", "feed", "entries", "sessions", "successor", "letters", "moves",
        "forgotten-password", "hand-over",
    ]

    @Test func everyFormIsKnownAsOneThatMakesOrOneThatChanges() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let forms = trust.site.responder.routes.filter { $0.method == .post }.map(\.path)
            #expect(Self.making.subtracting(forms).sorted() == [], "no such form")
            let unknown = forms.filter { path in
                !Self.making.contains(path) && !Self.changing.contains(String(path.split(separator: "/").last ?? ""))
            }
            #expect(unknown.sorted() == [], "say whether it makes something or changes what is there")
        }
    }

    @Test func everyFormThatMakesSomethingCarriesAnId() async throws {
        let samples = Features.all(mail: Mail(folder: nil)).flatMap(\.samples).map { ($0.name, $0.html().text) }
        let pages: [(String, String)] = try await Willowbrook.with(.sqlite) { try await self.pages(of: $0) }
        var drawn: Set<String> = []
        for (name, html) in samples + pages {
            for form in html.matches(
                of: /<form method="post" action="([^"#?]*)[^>]*>(.*?)<\/form>/.dotMatchesNewlines())
            {
                // A button may send its form elsewhere, and then carries the id itself.
                let buttons = form.2.matches(of: /<button([^>]*)formaction="([^"#?]*)/).map { ($0.2, $0.1) }
                for (action, marks) in [(form.1, form.2)] + buttons {
                    for pattern in Self.making where Self.fits(action, pattern) {
                        drawn.insert(pattern)
                        #expect(marks.contains("name=\"once\""), "\(name): the form to \(action) makes something")
                    }
                }
            }
        }
        #expect(Self.making.subtracting(drawn).sorted() == [], "no sample draws these forms")
    }

    /// Those that no sample draws.
    private func pages(of trust: Willowbrook) async throws -> [(String, String)] {
        let things = try await PlanThings(of: trust)
        let (draft, head) = (things.draft, try await trust.client("James Oyelaran"))
        let plan = "/plans/\(draft.plan.id)"
        let priority = plan + "/priorities/\(draft.priorities[0].id)"
        var pages: [(String, String)] = []
        for path in [
            plan + "/priorities/new", priority + "/actions/new", priority + "/outcomes/new",
            plan + "/outcomes/\(draft.outcomes[0].id)/criteria/new",
            plan + "/outcomes/\(draft.outcomes[0].id)/checks/new", "/plans/\(things.rapid.plan.id)/blockages/new",
            "/plans/\(things.live)/hand-over",
        ] { pages.append((path, try await head.get(path).body)) }
        let year = try await trust.database.read { try $0.calendar().years.last!.startsIn + 1 }
        let starting = "/calendar/years/new?starts=\(year)&from=blank"
        return pages + [(starting, try await trust.client("Sam Okafor").get(starting).body)]
    }

    private static func fits(_ path: Substring, _ pattern: String) -> Bool {
        let (parts, wanted) = (path.split(separator: "/"), pattern.split(separator: "/"))
        return parts.count == wanted.count && zip(parts, wanted).allSatisfy { $1.hasPrefix(":") || $0 == $1 }
    }
}
