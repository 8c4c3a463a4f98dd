package import Kernel
package import ToolRules

/// What both sides agreed about one statement: the value that counts.
package struct Agreement: Hashable, Sendable {
    /// What brought the two together.
    package enum Basis: String, Sendable, CaseIterable {
        /// Both had judged the same before they saw each other's judgement.
        case equal
        case newInformation = "new-information"
        case differentReading = "different-reading"
        case evidenceSeen = "evidence-seen"

        /// The ones that people choose from; `equal` follows from the judgements.
        package static let choices: [Basis] = [.newInformation, .differentReading, .evidenceSeen]

        package var name: String {
            switch self {
            case .equal: "Both judged the same"
            case .newInformation: "New information"
            case .differentReading: "A different reading of the statement"
            case .evidenceSeen: "Evidence seen together"
            }
        }
    }

    package let item: ItemID
    package let verdict: Verdict
    package let basis: Basis
    package let words: String
    package let version: Int
    package let by: String
    package let at: Instant

    package init(
        item: ItemID, verdict: Verdict, basis: Basis, words: String, version: Int, by: String, at: Instant
    ) {
        self.item = item
        self.verdict = verdict
        self.basis = basis
        self.words = words
        self.version = version
        self.by = by
        self.at = at
    }
}

extension [Agreement] {
    /// Grows with everything that is agreed or agreed otherwise; agreements are never taken away.
    package var version: Int { reduce(0) { $0 + $1.version } }
}

/// What was typed in the joint room about one statement.
package struct AgreementInput: Hashable, Sendable {
    package let item: ItemID
    package let verdict: Verdict?
    package let basis: Agreement.Basis?
    package let words: String
    package let version: Int

    package init(item: ItemID, verdict: Verdict?, basis: Agreement.Basis?, words: String, version: Int) {
        self.item = item
        self.verdict = verdict
        self.basis = basis
        self.words = words
        self.version = version
    }
}
