import App
import Database
import Foundation
import HTTPTypes
import Site
import TestKit
import Testing

/// Addresses that no page of ours has, made of those that one has.
@Suite struct WrongAddresses {
    @Test func anAddressThatWouldLeadElsewhereIsRefusedAndNeverToldAgain() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            for path in Set(trust.site.responder.routes.map(\.path)) + ["/nowhere", "/health", "/assets/x/y"] {
                for wrong in ["/" + path, "/" + "/evil.example" + path, "/\\evil.example" + path] {
                    for name in [nil, "James Oyelaran"] {
                        let client = try await trust.client(name)
                        let answers = [try await client.get(wrong), try await client.post(wrong, ["words": "a b"])]
                        for answer in answers {
                            #expect(answer.status == .badRequest, "\(wrong) as \(name ?? "nobody")")
                            #expect(!answer.body.contains("//evil") && !answer.body.contains("\\evil"))
                            #expect(!answer.body.contains("=\"//") && answer.location == nil)
                            #expect(!"\(answer.headers)".contains("evil"))
                        }
                    }
                }
            }
        }
    }

    @Test func theCharacterOfNumberNullIsNoPartOfAnAddress() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let client = try await trust.client("Sam Okafor")
            for route in trust.site.responder.routes {
                let path = route.path.split(separator: "/").map { $0.hasPrefix(":") ? "a%00b" : String($0) }
                let wrong = "/" + path.joined(separator: "/") + (route.path.contains(":") ? "" : "?page=%00")
                let answer = route.method == .get ? try await client.get(wrong) : try await client.post(wrong)
                #expect(answer.status == .badRequest, "\(wrong)")
            }
        }
    }
}
