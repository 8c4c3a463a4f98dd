package import Kernel
package import ToolRules

// What the rules decide comes back as one of these values; only a rule can make one, and a store saves nothing else.

package struct JudgementRecorded: Sendable {
    package let evaluation: ID<Evaluation>
    package let side: Side
    package let input: JudgementInput
}

package struct ReadinessDeclared: Sendable {
    package let evaluation: ID<Evaluation>
    package let side: Side
    /// False when a side takes its word back, which it may until the reveal.
    package let isReady: Bool
}

package struct JudgementsRevealed: Sendable {
    package let evaluation: ID<Evaluation>
    /// Of both sides' judgements.
    package let judgedVersion: Int
    /// What follows from equal judgements; the differing ones are still to be talked through.
    package let agreed: [(item: ItemID, verdict: Verdict)]
}

package struct StatementAgreed: Sendable {
    package let evaluation: ID<Evaluation>
    package let item: ItemID
    package let verdict: Verdict
    package let basis: Agreement.Basis
    package let words: String
    package let version: Int
    /// Names already put to another state of the evaluation no longer stand.
    package let voidsSignatures: Bool
}

package struct EvaluationSigned: Sendable {
    package let evaluation: ID<Evaluation>
    package let side: Side
    /// Of the agreements under which the name is put.
    package let agreedVersion: Int
    /// Whether this was the second name: the evaluation is finished and its totals count.
    package let finishes: Bool
}

package struct EvaluationReopened: Sendable {
    package let evaluation: ID<Evaluation>
    package let reason: String
}
