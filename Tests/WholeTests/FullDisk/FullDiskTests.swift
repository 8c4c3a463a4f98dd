import App
import Database
import Foundation
import HTTPTypes
import Jobs
import Kernel
import TestKit
import Testing

/// What people and machines are told when nothing can be saved any more.
@Suite struct FullDisk {
    /// Willowbrook in a file that may not grow and has no free page: soon no save finds room.
    private func full(_ body: (Willowbrook) async throws -> Void) async throws {
        try await Willowbrook.with(.sqlite) { trust in
            _ = try await trust.database.write { try $0.rows("PRAGMA max_page_count = 1") { try $0[0] as Int } }
            for length in [100_000, 3_000] {
                while try await hasRoom(for: length, in: trust.database) {}
            }
            trust.trust.clock.set(to: try await trust.database.read { $0.today } + 1)
            try await body(trust)
        }
    }

    private func hasRoom(for length: Int, in database: any Database) async throws -> Bool {
        do {
            try await database.write { try $0.enqueue("fill", payload: String(repeating: "x", count: length)) }
            return true
        } catch DatabaseError.full { return false }
    }

    private func deeds(_ trust: Willowbrook) async throws -> Int {
        try await trust.database.read { try $0.first("SELECT COUNT(*) FROM trail") { try $0[0] as Int } ?? 0 }
    }

    @Test func aSaveThatFindsNoRoomSaysSoAndLeavesNothingHalfDone() async throws {
        try await full { trust in
            let browser = try await reader(trust)
            var refused: TestClient.Exchange?
            var before = 0
            for day in 0..<200 where refused == nil {
                before = try await deeds(trust)
                let page = try await browser.get("/me/notices")
                #expect(page.status == .ok, "reading goes on")
                let version = page.body.components(separatedBy: "name=\"version\" value=\"").dropFirst().first ?? ""
                let answer = try await browser.post(
                    "/me/notices",
                    ["weekday": "\(day % 6)", "scope": "own", "version": String(version.prefix { $0 != "\"" })])
                if answer.status != .seeOther { refused = answer }
            }
            let answer = try #require(refused)
            #expect(answer.status == .serviceUnavailable && answer.headers[.retryAfter] == "120")
            #expect(answer.body.contains("The disk of this Termwise is full, so nothing was saved."))
            #expect(try await deeds(trust) == before)
            let ready = try await TestClient(trust.site).get("/ready")
            #expect(ready.status == .serviceUnavailable && ready.body == "not ready: there is no room\n")
            #expect(try await TestClient(trust.site).get("/health").status == .ok)
            trust.trust.clock.set(to: try await trust.database.read { $0.today } + 1)
            #expect(
                try await TestClient(trust.site).get("/ready").status == .ok, "a minute without another one is over")
        }
    }

    @Test func whoSignsInWhenThereIsNoRoomIsToldSo() async throws {
        try await full { trust in
            var refused: TestClient.Exchange?
            for _ in 0..<200 where refused == nil {
                let browser = TestClient(trust.site)
                _ = try await browser.get("/sign-in")
                let answer = try await browser.post("/sign-in/demo", ["person": trust.head.person.text])
                if answer.status != .seeOther { refused = answer }
            }
            let answer = try #require(refused)
            #expect(answer.status == .serviceUnavailable && answer.body.contains("There is no room"))
        }
    }

    /// Somebody who came in while a session still found room.
    private func reader(_ trust: Willowbrook) async throws -> TestClient {
        let browser = try await trust.client("James Oyelaran")
        try #require(try await browser.get("/").status == .ok)
        return browser
    }
}
