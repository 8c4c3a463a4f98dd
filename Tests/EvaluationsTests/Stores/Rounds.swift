import Database
import EvaluationRules
import Evaluations
import Foundation
import Kernel
import TestKit
import ToolRules
import Tools

/// Several rounds of one tool of two versions at Willowbrook Academy. The second version differs from the first in every
/// way in which statements can.
struct Rounds {
    let trust: Willowbrook
    private let folder: String

    static func with(_ engine: Engine, _ body: (Rounds) async throws -> Void) async throws {
        try await Willowbrook.with(engine) { trust in
            try await TestDatabases.withFolder { folder in
                let rounds = Rounds(trust: trust, folder: folder)
                try await rounds.install("2026-1", ["told", "drawn", "early", "late", "voices", "gone"])
                try await body(rounds)
            }
        }
    }

    var database: any Database { trust.database }

    func installSecond() async throws {
        try await install(
            "2026-2", ["told", "drawn", "early-one", "early-two", "both", "fresh"],
            follows: """
                follows:
                  version: 2026-1
                  statements: {told: same, drawn: reworded, early-one: {split: early}, early-two: {split: early},
                               both: {merged: [late, voices]}, fresh: new}
                  retired: [gone]

                """)
    }

    private func install(_ version: String, _ statements: [String], follows: String = "") async throws {
        let list = statements.map { key in
            let text = key == "drawn" && !follows.isEmpty ? "Drawn with care." : "Text of \(key)."
            return """
                      - {statement: \(key), text: "\(text)", guidance: G., looks-like: [One., Two.],
                         evidence: [{kind: data, from: F.}]}

                """
        }
        let yaml = """
            tool: sums
            version: \(version)
            name: Sums
            area: Curriculum
            purpose: P.
            judged-for: [school, department]
            licence: MIT
            \(follows)scale:
              - {level: no, name: No, means: N.}
              - {level: some, name: Some, means: S.}
              - {level: most, name: Most, means: M.}
              - {level: yes, name: Fully, means: F.}
            aspects:
              - aspect: one
                name: One
                question: One?
                statements:
            \(list.joined())
            """
        let tools = folder + "/Catalogue/tools/sums"
        try FileManager.default.createDirectory(atPath: tools, withIntermediateDirectories: true)
        try yaml.write(toFile: "\(tools)/\(version).yaml", atomically: true, encoding: .utf8)
        try await installCatalogue(folder + "/Catalogue", in: database)
    }

    /// Opens the newest version; a later window has the greater number.
    func open(_ place: Place? = nil, window number: Int) async throws -> ID<Evaluation> {
        let version = try await database.read { try $0.newestToolVersions() }.first { $0.tool.text == "sums" }!.id
        let window = Window("Window \(number)", trust.today - 60 + number, trust.today + 30)
        let input = OpenInput(version: version, place: place ?? trust.school, window: window)
        return try await openEvaluation(input, by: trust.liaison, in: database)
    }

    func items(_ id: ID<Evaluation>) async throws -> [String: ItemID] {
        let seen = try await readEvaluation(id, for: trust.liaison, in: database)
        return Dictionary(uniqueKeysWithValues: seen.items.map { (seen.tool.item($0)!.item.key.text, $0) })
    }

    /// From opening to both names; both sides judge alike.
    @discardableResult
    func finish(
        _ place: Place? = nil, window number: Int, _ verdicts: [String: Verdict]
    ) async throws -> ID<Evaluation> {
        let id = try await open(place, window: number)
        let items = try await items(id)
        for side in [trust.head, trust.liaison] {
            for (key, verdict) in verdicts {
                let input = JudgementInput(item: items[key]!, verdict: verdict, reason: "Seen", version: 0)
                _ = try await recordJudgement(input, of: id, by: side, in: database)
            }
            try await declareReady(true, id, by: side, in: database)
        }
        try await revealJudgements(of: id, by: trust.head, in: database)
        for side in [trust.head, trust.liaison] { _ = try await signEvaluation(id, by: side, in: database) }
        return id
    }

    /// What somebody sees of last time, by the keys of the statements.
    func lastTime(_ id: ID<Evaluation>, for actor: Actor) async throws -> [String: LastTime] {
        let seen = try await readEvaluation(id, for: actor, in: database)
        let found = seen.lastTime.map { (seen.tool.item($0)!.item.key.text, $1) }
        return Dictionary(uniqueKeysWithValues: found)
    }

    func stillTrue(
        _ id: ID<Evaluation>, _ key: String, by actor: Actor, words: String = "", version: Int = 0
    ) async throws -> RecordedJudgement {
        let input = StillTrueInput(item: try await items(id)[key]!, words: words, version: version)
        return try await confirmLastTime(input, of: id, by: actor, in: database)
    }
}
