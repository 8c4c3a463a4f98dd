import Database
import Foundation
import HTTPTypes
import TestKit
import Testing

/// Who may send a file with a check is asked before the file comes, and once more when it is there.
@Suite struct EvidenceSending {
    private let file = (field: "file", name: "notes.txt", bytes: Data("Books were open".utf8))

    @Test func whoMayOnlyReadIsToldSoBeforeAnythingIsRead() async throws {
        try await withLook { trust, address in
            let governor = try await trust.client("David Unwin")
            _ = try await governor.get("/help/keys")
            let answer = try await governor.upload(address, [:], file: file, token: "wrong")
            #expect(answer.status == .forbidden && answer.body.contains("You can read this check"))
            let stranger = try await trust.client("Helen Marsh")
            #expect(try await stranger.upload(address, [:], file: file, token: "wrong").status == .notFound)
        }
    }

    /// Nothing of it is recorded, even where the rest of the form would do.
    @Test func moreThanTheRouteTakesIsToldAtTheFieldAndNothingIsRecorded() async throws {
        try await withLook { trust, address in
            let head = try await trust.client("James Oyelaran")
            _ = try await head.get("/help/keys")
            let large = (field: "file", name: "notes.txt", bytes: Data(repeating: 0x20, count: 15_000_001))
            let whole = ["finding": "Four of five books", "rating": "green", "version": "1", "evidence": "document"]
            let answer = try await head.upload(address, whole, file: large)
            #expect(answer.status == .unprocessableContent && answer.body.contains("href=\"#file\""))
            #expect(answer.body.contains("That file is larger than 5 MB."))
            #expect(answer.body.contains("Four of five books"))
            #expect(answer.headers[.connection] == nil)
            let recorded: Int? = try await trust.database.read { tx in
                try tx.first("SELECT 1 FROM check_result") { try $0[0] }
            }
            #expect(recorded == nil)
        }
    }

    @Test func whoseSessionEndsWhileTheFileComesIsNobodyThen() async throws {
        try await withLook { trust, address in
            let head = try await trust.client("James Oyelaran")
            _ = try await head.get("/help/keys")
            let database = trust.database
            let answer = try await head.upload(address, ["finding": "Seen"], file: file) {
                _ = try await database.write { try $0.run("DELETE FROM session") }
            }
            #expect(answer.location?.hasPrefix("/sign-in") == true)
        }
    }

    private func withLook(_ body: (Willowbrook, String) async throws -> Void) async throws {
        try await CheckedPlan.with(.sqlite) { made in
            try await made.planned()
            try await made.goLive()
            try await body(made.trust, "/checks/\(try await made.looks()[0].id)/look")
        }
    }
}
