import App
import Database
import Evaluations
import Foundation
import HTTPTypes
import Kernel
import People
import PeopleRules
import Site
import TestKit
import Testing

/// Lock six: every route, asked as nobody, as a stranger of another school, as a reader and as the right person.
@Suite struct RouteWalk {
    @Test func everyRouteAnswersEachKindOfPersonAsTheTableSays() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let things = try await things(of: trust)
            var wrong: [String] = []
            for row in RouteTable.rows(things) {
                // The right person last: what they do may change what the others find.
                let asked = [
                    (nil, row.nobody), ("Helen Marsh", row.stranger), ("David Unwin", row.reader),
                    (row.right, row.success),
                ]
                for (name, wanted) in asked {
                    let client = try await trust.client(name)
                    _ = try await client.get(name == nil ? "/sign-in" : "/help/keys")
                    let answer =
                        row.method == .get
                        ? try await client.get(row.path)
                        : name == row.right && row.page != nil
                            ? try await client.press(row.path, on: row.page!, row.fields)
                            : try await client.post(row.path, row.fields)
                    if answer.status.code != wanted {
                        wrong.append("\(row.name) as \(name ?? "nobody"): \(answer.status.code), not \(wanted)")
                    }
                    if name == nil, !row.isOpen, answer.location?.hasPrefix("/sign-in") != true {
                        wrong.append("\(row.name) as nobody does not lead to the sign-in page")
                    }
                }
            }
            #expect(wrong == [])
        }
    }

    @Test func everyRouteHasARow() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let rows = RouteTable.rows(try await things(of: trust))
            let listed = Set(rows.map(\.name))
            let served = Set(trust.site.responder.routes.map { "\($0.method.rawValue) \($0.path)" })
            #expect(served.subtracting(listed).sorted() == [], "routes without a row")
            #expect(listed.subtracting(served).sorted() == [], "rows without a route")
            #expect(rows.count == listed.count)
        }
    }

    /// What monitors, link checkers and calendar programmes ask first.
    @Test func everyAddressAnswersHEADAsGETWithoutTheBody() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let system = ["/health", "/ready", "/nowhere", "/metrics"]
            let rows = RouteTable.rows(try await things(of: trust)).filter { $0.method == .get }
            let asked: [(String?, String)] =
                system.map { (nil, $0) } + rows.map { ($0.isOpen ? nil : $0.right, $0.path) }
            var wrong: [String] = []
            for (name, path) in asked {
                let client = try await trust.client(name)
                let (get, head) = (try await client.get(path), try await client.head(path))
                let after = try await client.get(path)  // A page may tell of a moment, and that goes on.
                if head.status != get.status || !head.body.isEmpty { wrong.append("\(path): \(head.status)") }
                for header in [.contentType, .contentLength, .cacheControl, .location] as [HTTPField.Name]
                where ![get, after].map({ $0.headers[header] }).contains(head.headers[header]) {
                    wrong.append("\(path): \(header) is \(head.headers[header] ?? "not there")")
                }
            }
            #expect(wrong == [] && asked.count > 60)
        }
    }

    /// What our examples of a proxy let through is what the largest route takes.
    @Test func theExamplesOfProxiesLetThroughWhatTheLargestRouteTakes() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let largest = trust.site.responder.routes.compactMap { $0.size?.bytes }.max() ?? 0
            func text(_ path: String) throws -> String {
                try String(contentsOf: Project.root.appending(path: path), encoding: .utf8)
            }
            let caddy = try text("packaging/Caddyfile.example")
            let nginx = try text("Documentation/guides/operating.md")
            let megabytes = largest / 1_000_000
            #expect(megabytes == 150)
            #expect(caddy.contains("max_size \(megabytes)MB") && nginx.contains("client_max_body_size \(megabytes)m;"))
        }
    }

    @Test func aWrongAddressGetsAPageWithASentence() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            for name in [nil, "James Oyelaran"] {
                let answer = try await trust.client(name).get("/nowhere/at/all")
                #expect(answer.status == .notFound)
                #expect(answer.body.contains("There is nothing here that you can see."))
                #expect(answer.body.contains("Go to Today") == (name != nil))
                #expect(answer.body.contains("href=\"/sign-in\"") == (name == nil))
            }
        }
    }

    @Test func everyRouteSaysWhomItIsFor() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            for route in trust.site.responder.routes {
                #expect(!route.access.isEmpty)
                if route.access.hasPrefix("open: ") {
                    #expect(route.access.count > 15, "\(route.path) is open without a reason")
                }
            }
        }
    }

    @Test func noFormIsTakenWithoutItsToken() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let rows = RouteTable.rows(try await things(of: trust)).filter { $0.method == .post }
            let uploads = Set(
                trust.site.responder.routes.filter(\.takesUpload).map { "\($0.method.rawValue) \($0.path)" })
            for row in rows where !uploads.contains(row.name) {
                let client = try await trust.client(row.right)
                _ = try await client.get("/help/keys")
                for token in ["", String(repeating: "0", count: 32)] {
                    let answer = try await client.post(row.path, row.fields, token: token)
                    #expect(answer.status == .forbidden, "\(row.name) with the token \"\(token)\"")
                }
            }
        }
    }

    /// A refused form is shown at the address that it was sent to, which a person may reload, mail or come back to.
    @Test func theAddressOfEveryFormLeadsToAPage() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let rows = RouteTable.rows(try await things(of: trust))
            let pages = Set(rows.filter { $0.method == .get }.map(\.pattern))
            for row in rows where row.method == .post && !pages.contains(row.pattern) {
                let client = try await trust.client(row.right)
                let answer = try await client.get(row.path)
                #expect(answer.status == .seeOther, "\(row.name)")
                let page = try #require(answer.location, "\(row.name)")
                let reader = page == "/sign-in" ? try await trust.client(nil) : client
                #expect(try await reader.get(page).status == .ok, "\(row.name) leads to \(page)")
                guard !row.isOpen else { continue }
                let stranger = try await trust.client(nil).get(row.path)
                #expect(stranger.location?.hasPrefix("/sign-in") == true, "\(row.name) as nobody")
            }
        }
    }

    @Test func whatIsRefusedLinksThePageThatTheFormStandsOn() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let rows = RouteTable.rows(try await things(of: trust))
            let archiving = try #require(rows.first { $0.name == "POST /plans/:plan/archive" })
            let client = try await trust.client("Amir Hussain")
            _ = try await client.get("/help/keys")
            let refused = try await client.post(archiving.path, ["words": ""])
            #expect(
                refused.status.code >= 400 && refused.body.contains("<a href=\"\(archiving.path)\">Back to the page"))
            #expect(!(try await client.get("/nowhere/at/all").body.contains("Back to the page")))
        }
    }

    @Test func aSessionOfOneTrustIsNobodyInTheNext() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let here = try await trust.client("James Oyelaran")
            #expect(try await here.get("/me").status == .ok)
            try await Willowbrook.with(.sqlite) { other in
                let there = TestClient(other.site.responder)
                there.takeCookies(of: here)
                let answer = try await there.get("/me")
                #expect(answer.status == .seeOther && answer.location?.hasPrefix("/sign-in") == true)
            }
        }
    }

    func things(of trust: Willowbrook) async throws -> Things { try await Things(of: trust) }
}

extension Things {
    init(of trust: Willowbrook) async throws {
        let id = try await trust.open("inclusion", at: .school(trust.academy), by: trust.head)
        let item = try await readEvaluation(id, for: trust.head, in: trust.database).items[0]
        let person = trust.headOfEnglish.person
        let post = try await trust.database.read { try $0.posts(of: person, lasting: $0.today)[0].id }
        let year = try await trust.database.read { $0.today.month >= 9 ? $0.today.year : $0.today.year - 1 }
        self.init(
            academy: trust.academy.text, evaluation: id.text, item: item.text,
            english: trust.english.department!.text, person: person.text, post: post.text, year: year,
            plans: try await PlanThings(of: trust), meetings: try await MeetingThings(of: trust),
            checks: try await CheckThings(of: trust))
    }
}

extension RouteRow {
    /// Whether it can be reached without sign-in.
    var isOpen: Bool { nobody != 303 || ["/sign-out", "/first-use"].contains(pattern) }
}
