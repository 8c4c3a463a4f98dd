package import Kernel

extension WrittenPlan {
    /// - Parameters:
    ///   - duties: the seats that have one in this plan.
    ///   - seats: those that may be given duties at its place.
    /// - Throws: `conflict` once the plan is over; `invalid` for a seat without duties or one that cannot be chosen.
    package func handingOver(
        from seat: SeatID?, to other: SeatID?, duties: Set<SeatID>, seats: Set<SeatID>, by permit: MayWritePlan
    ) throws -> DutiesHandedOver {
        guard plan.state != .archived && plan.state != .superseded else {
            throw Refusal.conflict("This plan is over; its duties ended with it.")
        }
        var errors = FieldErrors()
        if seat.map({ !duties.contains($0) }) ?? true { errors.add("from", "Choose whose duties are handed over.") }
        if other.map({ !seats.contains($0) }) ?? true { errors.add("to", "Choose who takes them up.") }
        if seat != nil && seat == other { errors.add("to", "Choose somebody else.") }
        try errors.check()
        guard let seat, let other else { throw Refusal.invalid(errors) }
        return DutiesHandedOver(plan: plan.id, from: seat, to: other)
    }
}
