import Database
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Logging
import SchoolRules
import Schools
import Site
import TestKit
import Testing

struct OneHome: Trusts {
    let home: TrustHome
    func home(host: String) async throws -> TrustHome? { home }
    func all() async throws -> [TrustHome] { [home] }
}
struct Door: Doorkeeper {
    let actor: Actor
    func entry(token: String, in database: any Database) async throws -> Entry? {
        Entry(actor: actor, trustName: "Willowbrook")
    }
    func trustName(in database: any Database) async throws -> String? { "Willowbrook" }
}
@Suite struct LocalRoutesTests {
    func client(_ db: any Database, _ actor: Actor) async throws -> TestClient {
        var routes = Routes()
        calendarFeature.routes(&routes)
        routes.open(.get, "/in", because: "test") { arrival in
            var a = Answer.text("in")
            a.cookies = ["termwise-session=" + String(repeating: "a", count: 64)]
            return a
        }
        let runtime = SiteRuntime(
            settings: SiteSettings(baseURL: "http://x"), trusts: OneHome(home: TrustHome(key: "w", database: db)),
            doorkeeper: Door(actor: actor), world: .test, logger: Logger(label: "x"), links: { _ in [] })
        let client = TestClient(SiteResponder(routes: routes, runtime: runtime))
        _ = try await client.get("/in")
        return client
    }
    @Test func walk() async throws {
        try await CalendarDatabase.with(.sqlite) { db in
            let c = try await client(db, CalendarDatabase.administrator)
            func show(_ name: String, _ e: TestClient.Exchange, body: Bool = false) {
                print("##", name, e.status.code, e.location ?? "", e.body.count)
                if body { print(e.body) }
            }
            show("empty", try await c.get("/calendar"), body: true)
            show("new", try await c.get("/calendar/years/new"), body: true)
            let p = try await c.get("/calendar/years/new?starts=2026&from=kirklees-2026")
            show("form", p, body: true)
            var f: [String: String] = ["starts": "2026"]
            for h in CalendarPreset.with(key: "kirklees-2026")!.halfTerms {
                f["name-\(h.number)"] = h.name
                f["first-\(h.number)"] = h.first.short
                f["last-\(h.number)"] = h.last.short
            }
            var bad = f
            bad["first-1"] = "Monday 1 Sep"
            bad["last-6"] = ""
            let bady = try await c.post("/calendar/years", bad)
            show("bad", bady)
            show("ok", try await c.post("/calendar/years", f))
            show("again", try await c.post("/calendar/years", f))
            let y = try await c.get("/calendar/2026?done=started")
            show("year", y, body: true)
            try y.body.write(toFile: "/tmp/cal-year.html", atomically: true, encoding: .utf8)
            show("2025", try await c.get("/calendar/2025"))
            show("junk", try await c.get("/calendar/abc"))
            show("edit", try await c.get("/calendar/2026/half-terms"))
            var m = f
            m["version"] = "1"
            m["last-2"] = "Wed 16 Dec 2026"
            show("move", try await c.post("/calendar/2026/half-terms", m))
            show("stale", try await c.post("/calendar/2026/half-terms", m), body: true)
            show(
                "mark",
                try await c.post(
                    "/calendar/2026/days", ["version": "2", "day": "Fri 27 Nov", "kind": "inset", "name": ""]))
            show(
                "mark bad",
                try await c.post("/calendar/2026/days", ["version": "3", "day": "Mon 27 Nov", "kind": "x", "name": ""]))
            show(
                "mark stale",
                try await c.post(
                    "/calendar/2026/days", ["version": "2", "day": "Fri 20 Nov", "kind": "inset", "name": ""]))
            show("end", try await c.post("/calendar/2026/days/2026-11-27/end", ["version": "3"]))
            show("end again", try await c.post("/calendar/2026/days/2026-11-27/end", ["version": "4"]))
            let ash = "/schools/\(Calendars.ash)/calendar"
            show("school", try await c.get(ash))
            var own = f
            own["version"] = "0"
            own["last-1"] = "16/10/2026"
            show("school move", try await c.post(ash + "/2026/half-terms", own))
            show(
                "school mark",
                try await c.post(
                    ash + "/2026/days", ["version": "1", "day": "2026-11-30", "kind": "inset", "name": "Moderation"]))
            let sy = try await c.get(ash + "/2026")
            try sy.body.write(toFile: "/tmp/cal-school.html", atomically: true, encoding: .utf8)
            let hh = try await c.get(ash + "/2026/half-terms")
            try hh.body.write(toFile: "/tmp/cal-halves.html", atomically: true, encoding: .utf8)
            let ny = try await c.get("/calendar/years/new?starts=2025")
            try ny.body.write(toFile: "/tmp/cal-new.html", atomically: true, encoding: .utf8)
            try bady.body.write(toFile: "/tmp/cal-bad.html", atomically: true, encoding: .utf8)
            show("school unknown", try await c.get("/schools/0000000000000000000000099/calendar"))
            show("bad school", try await c.get("/schools/x/calendar"))
            let h = try await client(db, Calendars.person(.headteacher, at: .school(Calendars.ash)))
            show("head own", try await h.get(ash + "/2026"))
            show("head other", try await h.get("/schools/\(Calendars.birch)/calendar"))
            show("head trust edit", try await h.get("/calendar/2026/half-terms"))
            show(
                "head post",
                try await h.post("/calendar/2026/days", ["version": "4", "day": "2026-11-30", "kind": "inset"]))
        }
    }
}
