import App
import Database
import EvaluationRules
import Evaluations
import Foundation
import HTTPTypes
import Jobs
import Kernel
import PlanRules
import Site
import TestKit

@testable import Plans

extension PlantedTrust {
    /// Every address of every page, filled with every thing that was planted.
    ///
    /// - Throws: when a route speaks of a thing that is not known here: then plant one.
    func paths() throws -> [String] {
        let closed: Set = ["/invitations/:secret", "/feeds/:secret", "/administration/imports/:upload"]
        let patterns = trust.site.responder.routes.filter { $0.method == .get && !closed.contains($0.path) }.map(\.path)
        return try patterns.flatMap { try filled($0) }
    }

    private func filled(_ pattern: String) throws -> [String] {
        try pattern.split(separator: "/").reduce(into: [""]) { paths, part in
            guard part.hasPrefix(":") else {
                paths = paths.map { "\($0)/\(part)" }
                return
            }
            let name = String(part.dropFirst())
            let parts = ["priority", "outcome", "criterion", "action", "series"]
            let known = parts.contains(name) ? [] : things[name] ?? Self.others(name, trust)
            guard let known else { throw UnknownThing(name: name) }
            paths = paths.flatMap { path in
                (things["\(path.split(separator: "/").dropFirst().first ?? "") \(name)"] ?? known).map {
                    "\(path)/\($0)"
                }
            }
        }.map { $0.isEmpty ? "/" : $0 }
    }

    struct UnknownThing: Error { let name: String }

    private static func others(_ name: String, _ trust: Willowbrook) -> [String]? {
        switch name {
        case "area": ["curriculum", "inclusion"]
        case "year": [String(trust.testDay.month >= 9 ? trust.testDay.year : trust.testDay.year - 1)]
        case "tool": ["curriculum-intent"]
        case "key": ["department-plan"]
        case "version": ["2026-1"]
        case "person": [trust.headOfEnglish.person.text]
        // Of these there are none; whoever asks for one by chance finds nothing.
        case "blockage", "file", "promise": [String(repeating: "0", count: 25)]
        default: nil
        }
    }

    /// A browser in which this person is signed in.
    func client(_ name: String) async throws -> TestClient {
        let client = TestClient(trust.site)
        _ = try await client.get("/sign-in")
        _ = try await client.post("/sign-in/demo", ["person": people[name]!.person.text])
        return client
    }

    /// Packed files: what they are made from is read instead.
    static func isPacked(_ path: String) -> Bool { path.hasSuffix(".xlsx") || path.hasSuffix(".docx") }

    /// Everything that one person can read, in small letters, by where.
    func read(by name: String, _ actor: Actor, _ paths: [String]) async throws -> [(place: String, text: String)] {
        let client = try await client(name)
        var found: [(place: String, text: String)] = []
        for path in paths {
            if Self.isPacked(path) {
                let plan = path.split(separator: "/")[1]
                guard let id = PlanID(String(plan)),
                    let paper = try? await readPlanDocument(id, for: actor, in: trust.database).document
                else { continue }
                found.append((path, "\(paper)".lowercased()))
            } else {
                let answer = try await client.get(path)
                found.append((path, answer.body.lowercased()))
                found.append((path, "\(answer.headers)".lowercased()))
            }
        }
        return found + [("feed", try await feed(client)), ("letter", try await letter(to: actor))]
    }

    private func feed(_ client: TestClient) async throws -> String {
        _ = try await client.get("/me/notices")
        let page = try await client.post("/me/notices/feed").body
        guard let start = page.range(of: "http://willowbrook.test/feeds/") else { return "" }
        let answer = try await TestClient(trust.site).get("/feeds/" + page[start.upperBound...].prefix { $0 != "<" })
        return answer.body.replacing("\r\n ", with: "").lowercased()
    }

    private func letter(to actor: Actor) async throws -> String {
        try await TestDatabases.withFolder { folder in
            let jobs = Features.all(mail: Mail(folder: folder), site: { _ in "http://willowbrook.test" }).flatMap(
                \.jobs)
            let monday = trust.testDay.monday
            try await trust.database.write {
                try $0.enqueue("notices.write-letter", payload: "\(actor.person) \(monday)")
            }
            try await drain(trust.database, jobs.filter { $0.name == "notices.write-letter" })
            return try FileManager.default.contentsOfDirectory(atPath: folder).reduce("") {
                try $0 + String(contentsOfFile: "\(folder)/\($1)", encoding: .utf8).replacing("=\r\n", with: "")
            }.lowercased()
        }
    }

    /// What the trust's side does before the reveal and after a reopening, and the next school does of its own.
    func workOfTheOtherSide() async throws {
        for (text, isJudging) in [(things["evaluation"]![0], true), (things["evaluation"]![1], false)] {
            let id = ID<Evaluation>(text)!
            let item = try await readEvaluation(id, for: trust.liaison, in: trust.database).items[isJudging ? 1 : 0]
            if isJudging {
                let input = JudgementInput(item: item, verdict: .level(3), reason: "Seen again", version: 0)
                _ = try await recordJudgement(input, of: id, by: trust.liaison, in: trust.database)
            } else {
                let input = AgreementInput(
                    item: item, verdict: .level(3), basis: .evidenceSeen, words: "Seen once more", version: 1)
                try await agreeStatement(input, of: id, by: trust.liaison, in: trust.database)
            }
        }
    }
}
