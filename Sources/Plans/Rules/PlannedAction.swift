package import Kernel

/// Something that is done for a priority.
package struct PlannedAction: Hashable, Sendable {
    package let id: ActionID
    package let what: String
    /// The aspects without which it is not the action that was meant.
    package let aspects: String
    /// What one will see when it works.
    package let seen: String
    package let how: String
    package let support: String
    package let owner: SeatID
    package let supporter: SeatID?
    package let starts: Day
    package let ends: Day
    package let cost: Cost
    package let ended: Ending?
    package let version: Int

    package init(
        id: ActionID, what: String, aspects: String, seen: String, how: String, support: String, owner: SeatID,
        supporter: SeatID?, starts: Day, ends: Day, cost: Cost, ended: Ending?, version: Int
    ) {
        (self.id, self.what, self.aspects, self.seen) = (id, what, aspects, seen)
        (self.how, self.support, self.owner, self.supporter) = (how, support, owner, supporter)
        (self.starts, self.ends, self.cost, self.ended, self.version) = (starts, ends, cost, ended, version)
    }
}

/// What an addition costs.
package struct Cost: Hashable, Sendable {
    package let halfDays: Int
    package let pence: Int

    package init(halfDays: Int, pence: Int) { (self.halfDays, self.pence) = (halfDays, pence) }

    package static let none = Cost(halfDays: 0, pence: 0)
}

/// Something in the way of a rapid action plan, and who removes it by when.
package struct Blockage: Hashable, Sendable {
    package let id: BlockageID
    package let words: String
    package let remover: SeatID
    package let by: Day
    package let removed: Ending?
    package let version: Int

    package init(id: BlockageID, words: String, remover: SeatID, by: Day, removed: Ending?, version: Int) {
        (self.id, self.words, self.remover) = (id, words, remover)
        (self.by, self.removed, self.version) = (by, removed, version)
    }
}
