import Database
import Kernel
import PlanRules
import Plans
import TestKit

extension CheckedPlan {
    /// A live plan with a look every fortnight, on the day of the first.
    static func onTheFirstDay(
        _ engine: Engine, _ body: (CheckedPlan, [CheckedPlan.Stored]) async throws -> Void
    ) async throws {
        try await with(engine) { made in
            try await made.planned()
            try await made.goLive()
            let looks = try await made.looks()
            made.travel(to: looks[0].look.due)
            try await body(made, looks)
        }
    }

    func record(
        _ check: CheckID, _ rating: Rating = .green, _ response: ResponseKind? = nil, words: String = "",
        next: Day? = nil, by actor: Actor? = nil
    ) async throws -> CheckResult {
        let input = CheckInput(
            finding: "Four of six read with ease.", rating: rating, response: response, words: words, nextLook: next,
            version: 1)
        return try await recordImpactCheck(input, of: check, by: actor ?? trust.headOfEnglish, in: database)
    }

    func correct(
        _ check: CheckID, _ rating: Rating, _ response: ResponseKind? = nil, words: String = "", next: Day? = nil,
        version: Int, by actor: Actor? = nil
    ) async throws {
        let input = CheckInput(
            finding: "Five of six.", rating: rating, response: response, words: words, nextLook: next, version: version)
        _ = try await correctImpactCheck(input, of: check, by: actor ?? trust.headOfEnglish, in: database)
    }

    /// Why the action ended; nil while it goes on.
    func ending() async throws -> String? {
        try await database.read { [action] tx in
            try tx.first("SELECT ended_reason FROM plan_action WHERE id = \(action) AND ended_on IS NOT NULL") {
                try $0[0] as String
            }
        }
    }

    /// The days on which somebody is to look.
    func waiting() async throws -> [Day] { try await looks().filter(\.isOpen).map(\.look.due) }
}
