package import Kernel

/// What of a plan or of one of its parts can differ between two versions.
package enum PlanField: Hashable, Sendable {
    /// What the pro-forma has a label of its own for.
    case asked(ProFormaField)
    case name, period, order
    case answers
    case horizon, words, by
    case cost
    case looked, way, looker, rhythm
    case remover
    /// Carried on although it ended in the other version.
    case ending
}

/// What stands in a field, as it is told apart from what stood there before.
package enum PlanValue: Hashable, Sendable {
    /// Empty where nothing was written.
    case words(String)
    case day(Day?)
    case period(Day, Day)
    case seat(SeatID?)
    case cost(Cost)
    case horizon(Horizon)
    case schedule(CheckSchedule)
    /// Titles, first things first.
    case order([String])
    case ending(Ending?)

    /// nil for all that is no seat.
    var seat: SeatID? { if case .seat(let id) = self { id } else { nil } }
}

/// A field with what stands in it before and after.
package struct FieldDifference: Hashable, Sendable {
    package let field: PlanField
    package let before: PlanValue
    package let after: PlanValue

    package init(_ field: PlanField, from before: PlanValue, to after: PlanValue) {
        (self.field, self.before, self.after) = (field, before, after)
    }
}
