import EvaluationRules
import Evaluations
import Kernel
import TestKit
import ToolRules

private let judgingScenes: Set<Scene> = [.judging, .ready]
private let agreeingScenes: Set<Scene> = [.agreeing, .settled, .signedOnce]

let racingEvaluations: [RacingVerb] =
    Side.allCases.flatMap { side -> [RacingVerb] in
        let who = "for the \(side.rawValue)"
        return [
            RacingVerb("recordJudgement: \(who)", in: judgingScenes) { hands in
                let input = JudgementInput(
                    item: hands.judged.items[1], verdict: .level(2), reason: "Seen again", version: 1)
                _ = try await recordJudgement(input, of: hands.judged.id, by: hands.judge(side), in: hands.database)
            },
            RacingVerb("declareReady: \(who)", in: [.judging]) { hands in
                try await declareReady(true, hands.judged.id, by: hands.judge(side), in: hands.database)
            },
            RacingVerb("declareReady: not after all \(who)", in: [.ready]) { hands in
                try await declareReady(false, hands.judged.id, by: hands.judge(side), in: hands.database)
            },
            RacingVerb("revealJudgements: \(who)", in: [.ready]) { hands in
                try await revealJudgements(of: hands.judged.id, by: hands.judge(side), in: hands.database)
            },
            RacingVerb("agreeStatement: \(who)", in: agreeingScenes) { hands in
                let version = hands.scene == .agreeing ? 0 : 1
                let input = AgreementInput(
                    item: hands.judged.items[1], verdict: .level(3), basis: .newInformation, words: "Books",
                    version: version)
                try await agreeStatement(input, of: hands.judged.id, by: hands.judge(side), in: hands.database)
            },
            RacingVerb("signEvaluation: \(who)", in: side == .school ? [.settled] : [.settled, .signedOnce]) { hands in
                _ = try await signEvaluation(hands.judged.id, by: hands.judge(side), in: hands.database)
            },
        ]
    } + [
        RacingVerb("reopenEvaluation", in: [.finished]) { hands in
            try await reopenEvaluation(
                hands.judged.id, because: "New data", by: hands.trust.liaison, in: hands.database)
        },
        RacingVerb("openEvaluation", in: [.finished, .signedOnce]) { hands in
            let input = hands.world.opening
            _ = try await openEvaluation(input, by: hands.trust.head, in: hands.database)
        },
        RacingVerb("signEvaluation: another of the school", in: [.signedOnce, .finished]) { hands in
            _ = try await signEvaluation(
                hands.world.otherSignedOnce, by: hands.trust.liaison, in: hands.database)
        },
    ]

extension RaceHands {
    fileprivate func judge(_ side: Side) -> Actor { side == .school ? trust.head : trust.liaison }
}
