package import Kernel
package import ToolRules

/// One tool, one school or department, one window of the calendar, with what has happened to it so far.
package struct Evaluation: Hashable, Sendable {
    package let id: ID<Evaluation>
    package let place: Place
    /// The judged statements of the pinned version that apply to this place, in order.
    package let items: [ItemID]
    /// How many levels the pinned version's scale has.
    package let levels: Int
    /// The sides that said they have judged what they can.
    package let ready: Set<Side>
    package let isRevealed: Bool
    package let signed: Set<Side>

    package init(
        id: ID<Evaluation>, place: Place, items: [ItemID], levels: Int, ready: Set<Side>, isRevealed: Bool,
        signed: Set<Side>
    ) {
        self.id = id
        self.place = place
        self.items = items
        self.levels = levels
        self.ready = ready
        self.isRevealed = isRevealed
        self.signed = signed
    }

    package var stage: Stage {
        if signed.count == Side.allCases.count { return .finished }
        return isRevealed ? .agreeing : .judging
    }
}

/// How far an evaluation has come; it follows from what happened and is stored nowhere.
package enum Stage: String, Sendable, CaseIterable {
    /// Both sides judge, neither sees the other's.
    case judging
    /// Revealed: the differing ones are talked through.
    case agreeing
    /// Both have put their names to it; nothing changes any more.
    case finished

    package var name: String {
        switch self {
        case .judging: "Judging"
        case .agreeing: "Agreeing"
        case .finished: "Agreed"
        }
    }
}
