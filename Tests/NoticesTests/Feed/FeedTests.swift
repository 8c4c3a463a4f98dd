import App
import Database
import Foundation
import HTTPTypes
import Kernel
import NoticeRules
import Notices
import People
import PeopleRules
import Site
import TestKit
import Testing

@Suite struct FeedTests {
    /// The path of the address that a page shows.
    private func path(in answer: TestClient.Exchange) throws -> String {
        let start = try #require(answer.body.range(of: "http://willowbrook.test/feeds/"))
        return "/feeds/" + answer.body[start.upperBound...].prefix { $0 != "<" }
    }

    private func newFeed(_ trust: Willowbrook, _ name: String = "James Oyelaran") async throws -> String {
        let browser = try await trust.client(name)
        _ = try await browser.get("/me/notices")
        return try path(in: try await browser.post("/me/notices/feed"))
    }

    @Test func theAddressIsShownOnceAndOpensWithoutSignIn() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let feed = try await newFeed(trust)
            let programme = TestClient(trust.site)
            let answer = try await programme.get(feed)
            #expect(answer.status == .ok && answer.headers[.contentType] == "text/calendar; charset=utf-8")
            #expect(answer.body.hasPrefix("BEGIN:VCALENDAR\r\n") && answer.body.hasSuffix("END:VCALENDAR\r\n"))
            #expect(answer.body.contains("SUMMARY:Christmas holiday") || answer.body.contains("begins"))
            let page = try await trust.client("James Oyelaran").get("/me/notices")
            #expect(page.body.contains("Your address is from") && !page.body.contains("/feeds/"))
            let kept = try await trust.database.read { tx in
                try tx.rows("SELECT secret_hash FROM calendar_feed") { try $0[0] as String }
            }
            #expect(kept.count == 1 && !feed.contains(kept[0]))
        }
    }

    @Test func anUnchangedFeedIsNotSentAgain() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let feed = try await newFeed(trust)
            let programme = TestClient(trust.site)
            let tag = try #require(try await programme.get(feed).headers[.eTag])
            #expect(try await programme.get(feed, headers: [.ifNoneMatch: tag]).status == .notModified)
            let head = try await programme.head(feed)
            #expect(head.status == .ok && head.headers[.eTag] == tag && head.body.isEmpty)
            #expect(head.headers[.cacheControl] == "private, no-cache, no-transform", "and so it is never compressed")
            #expect(head.headers[.contentEncoding] == nil)
        }
    }

    /// The lines of one entry.
    private func entry(_ id: String, of secret: String, _ collect: @escaping Collect, _ trust: Willowbrook) async throws
        -> [String]
    {
        let file = try await readFeed(secret, site: "https://w.example", collecting: collect, in: trust.database)
        let lines = file.text.replacing("\r\n ", with: "").components(separatedBy: "\r\n")
        return Array(lines.drop { $0 != "UID:\(id)@termwise" }.prefix { $0 != "END:VEVENT" })
    }

    @Test(arguments: Engine.available)
    func everyChangeOfAnEntryCountsUpAndSaysWhen(_ engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let secret = try await renewFeed(by: trust.head, in: trust.database)
            let today = try await trust.database.read { $0.today }
            let saying: (String, Day) -> Collect = { title, day in
                { _, _, _ in
                    [
                        Waiting(
                            id: "meeting-1", kind: .meeting, title: title, place: "", day: day, address: "/meetings/1")
                    ]
                }
            }
            func read(_ title: String, _ day: Day) async throws -> (sequence: String?, modified: String?) {
                let lines = try await entry("meeting-1", of: secret, saying(title, day), trust)
                return (
                    lines.first { $0.hasPrefix("SEQUENCE:") }, lines.first { $0.hasPrefix("LAST-MODIFIED:") }
                )
            }
            let first = try await read("With Bo", today + 3)
            trust.trust.clock.set(to: today + 1)
            let unchanged = try await read("With Bo", today + 3)
            #expect(first.sequence == "SEQUENCE:0" && unchanged == first, "on the next day too")
            let moved = try await read("With Bo", today + 4)
            #expect(moved.sequence == "SEQUENCE:1" && (moved.modified ?? "") > (first.modified ?? ""))
            trust.trust.clock.set(to: today + 2)
            let renamed = try await read("With Bo Brown", today + 4)
            #expect(renamed.sequence == "SEQUENCE:2" && (renamed.modified ?? "") > (moved.modified ?? ""))
            let back = try await read("With Bo", today + 3)
            #expect(back.sequence == "SEQUENCE:3", "as it was at first is a change as well")
        }
    }

    @Test func aRenewedOrEndedAddressAndOneThatNeverWasAnswerAlike() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let old = try await newFeed(trust)
            let new = try await newFeed(trust)
            let others = try await newFeed(trust, "Kate Brennan")
            let programme = TestClient(trust.site)
            let never = try await programme.get("/feeds/" + String(repeating: "0", count: 64) + ".ics")
            #expect(never.status == .notFound)
            for path in [old, "/feeds/x.ics", "/feeds/.ics", String(new.dropLast(4)), new + ".ics"] {
                let answer = try await programme.get(path)
                #expect(answer.status == .notFound && answer.body == never.body)
            }
            #expect(try await programme.get(new).status == .ok)
            let browser = try await trust.client("James Oyelaran")
            _ = try await browser.get("/me/notices")
            #expect(try await browser.post("/me/notices/feed/end").status == .seeOther)
            #expect(try await programme.get(new).status == .notFound)
            #expect(try await programme.get(others).status == .ok, "somebody else's goes on")
        }
    }

    @Test(arguments: Engine.available)
    func aFeedEndsWithANewPasswordAndWithATimeWithoutAPost(_ engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let (english, clock, database) = (trust.headOfEnglish, trust.trust.clock, trust.database)
            let today = try await database.read { $0.today }
            func isRead(_ secret: String) async throws -> Bool {
                do {
                    _ = try await readFeed(secret, site: "", collecting: { _, _, _ in [] }, in: database)
                    return true
                } catch Refusal.notFound { return false }
            }
            let before = try await renewFeed(by: english, in: database)
            clock.set(to: today + 1)
            let site = SiteAddress("https://w.example")
            let link = try await invite(english.person, to: site, by: trust.administrator, in: database)
            #expect(try await isRead(before))
            let password = PasswordInput(password: "lantern gravel orchestra", again: "lantern gravel orchestra")
            _ = try await acceptInvitation(
                String(link.split(separator: "/").last!), with: password,
                from: Visitor(address: "192.0.2.7", browser: nil),
                hasher: PasswordHasher(cost: ScryptCost(logN: 4, r: 8, p: 1)!), in: database)
            #expect(try await !isRead(before))
            let after = try await renewFeed(by: english, in: database)
            clock.set(to: today + 2)
            #expect(try await isRead(after))
            let leaving = LeavingInput(lastDay: today + 2, successor: nil, handed: [])
            try await handOver(leaving, from: english.person, by: trust.administrator, in: database)
            #expect(try await isRead(after))
            clock.set(to: today + 4)
            try await letStay(english.person, by: trust.administrator, in: database)
            let place = try #require(english.posts.first?.place)
            let back = PostInput(role: .middleLeader, place: place, starts: today + 4)
            try await givePost(back, to: english.person, by: trust.administrator, in: database)
            #expect(try await !isRead(after), "who comes back begins anew")
            #expect(try await isRead(renewFeed(by: english, in: database)))
        }
    }

    @Test func itsOwnerChoosesWhatThoseReadWhoShareTheCalendar() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let feed = try await newFeed(trust)
            let browser = try await trust.client("James Oyelaran")
            _ = try await browser.get("/me/notices")
            #expect(try await TestClient(trust.site).get(feed).body.contains("CLASS:PRIVATE\r\n"))
            let answer = try await browser.post("/me/notices/feed/entries", ["entries": "shared"])
            #expect(answer.location == "/me/notices?done=kept")
            let shared = try await TestClient(trust.site).get(feed).body
            #expect(shared.contains("CLASS:PUBLIC\r\n") && !shared.contains("CLASS:PRIVATE"))
            let renewed = try path(in: try await browser.post("/me/notices/feed"))
            #expect(try await TestClient(trust.site).get(renewed).body.contains("CLASS:PUBLIC"))
            #expect(
                try await browser.post("/me/notices/feed/entries", ["entries": "x"]).status == .unprocessableContent)
        }
    }

    @Test(arguments: Engine.available)
    func aFeedShowsItsOwnersThingsWithTheRightsOfToday(_ engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let english = trust.headOfEnglish
            let secret = try await renewFeed(by: english, in: trust.database)
            let collect: Collect = { actor, _, _ in
                [
                    Waiting(
                        id: "check-\(actor.person)", kind: .check,
                        title: "\(actor.posts.count) posts, \(actor.seats.count) seats", place: "",
                        day: Day(2026, 11, 24)!, address: "/checks/1")
                ]
            }
            let read = {
                try await readFeed(secret, site: "https://w.example", collecting: collect, in: trust.database)
            }
            let text = try await read().text
            #expect(text.contains("UID:check-\(english.person)@termwise"))
            #expect(text.contains("\(english.posts.count) posts\\, \(english.seats.count) seats"))
            let today = try await trust.database.read { $0.today }
            try await handOver(
                LeavingInput(lastDay: today, successor: nil, handed: []), from: english.person, by: trust.administrator,
                in: trust.database)
            _ = try await read()
            trust.trust.clock.set(to: today + 1)
            await #expect(throws: Refusal.notFound) { try await read() }
        }
    }
}
