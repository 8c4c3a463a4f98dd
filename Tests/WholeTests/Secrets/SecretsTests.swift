import App
import Database
import Foundation
import HTTPTypes
import Jobs
import Kernel
import Site
import TestKit
import Testing

@testable import Plans

/// What a page hides, its neighbours hide: every page, file, feed and letter, asked as every kind of person for the words
/// that were planted in what not everybody may read.
@Suite struct Secrets {
    @Test func everySecretIsReadByThoseOfTheTableAndByNobodyElse() async throws {
        try await PlantedTrust.with { planted in
            let secrets = SecretsTable.secrets + [SecretsTable.level(below: "/plans/\(planted.drawnPlan)")]
            let paths = try planted.paths()
            var places: [String: [String: String]] = [:]
            for (name, actor) in planted.people.sorted(by: { $0.key < $1.key }) {
                for (place, text) in try await planted.read(by: name, actor, paths) {
                    for secret in secrets where place.hasPrefix(secret.below) && text.contains(secret.word) {
                        if places[secret.word]?[name] == nil { places[secret.word, default: [:]][name] = place }
                    }
                }
            }
            for secret in secrets {
                let found = places[secret.word] ?? [:]
                let leaks = found.filter { !secret.readers.contains($0.key) }.map { "\($0.key) at \($0.value)" }
                #expect(leaks.sorted() == [], "\(secret.what) is read by others")
                #expect(secret.readers.subtracting(found.keys).sorted() == [], "\(secret.what) is read by too few")
            }
        }
    }

    /// The tag of a page may change with the page and with nothing else, or it tells when others work.
    @Test func aTagChangesOnlyWhereThePageDoes() async throws {
        try await PlantedTrust.with { planted in
            let paths = try planted.paths()
            let others = ["Helen Marsh", "David Unwin", "Amir Hussain", "James Oyelaran"]
            var clients: [String: TestClient] = [:]
            for name in others { clients[name] = try await planted.client(name) }
            func pages() async throws -> [String: TestClient.Exchange] {
                var found: [String: TestClient.Exchange] = [:]
                for (name, client) in clients {
                    for path in paths where !PlantedTrust.isPacked(path) {
                        found["\(name) \(path)"] = try await client.get(path)
                    }
                }
                return found
            }
            let before = try await pages()
            try await planted.workOfTheOtherSide()
            let after = try await pages()
            let told = before.filter { key, page in
                guard let now = after[key], page.status == .ok, now.status == .ok else { return false }
                return page.headers[.eTag] != now.headers[.eTag] && page.body == now.body
            }
            #expect(told.keys.sorted() == [])
            #expect(before.values.filter { $0.headers[.eTag] != nil }.count > 100)
            let same = before.filter { after[$0.key]?.headers[.eTag] == $0.value.headers[.eTag] }
            #expect(same.allSatisfy { after[$0.key]?.body == $0.value.body }, "a tag stayed while its page changed")
        }
    }
}
