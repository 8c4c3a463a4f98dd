import Database
import HTTPTypes
import TestKit
import Testing

/// Lists that come a page at a time, asked for pages that nobody means.
@Suite struct PageNumbers {
    @Test func aPageBeyondEveryListIsAPageWithoutLines() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let line = try await MeetingThings(of: trust).line
            let browser = try await trust.client("James Oyelaran")
            for list in [
                "/plans", "/checks/missed", "/people", "/schools/\(trust.academy)", "/meetings/lines/\(line)",
            ] {
                for number in ["\(Int.max)", "9223372036854775808", "\(Int.min)", "0", "two"] {
                    #expect(try await browser.get("\(list)?page=\(number)").status == .ok, "\(list) \(number)")
                }
            }
        }
    }
}
