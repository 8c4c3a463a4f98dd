import Database
import EvaluationRules
import Kernel
import PlanRules
import Plans
import TestKit
import Testing

/// Pages ask as often for a full plan as for an empty one.
@Suite struct PlanCosts {
    @Test(arguments: Engine.available) func aPlansPageAsksAsOftenWhateverThePlanHolds(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let judged = try await trust.agreedEvaluation()
            let small = try await trust.draft(picked: PickedStatements(judged.id, [judged.items[0]]))
            let large = try await trust.draft(picked: PickedStatements(judged.id, Array(judged.items.prefix(3))))
            for priority in try await trust.written(large).priorities {
                for _ in 0..<4 {
                    _ = try await trust.addOutcome(to: priority.id, of: large)
                    _ = try await trust.addAction(to: priority.id, of: large)
                }
            }
            let read = { (plan: PlanID) in
                try await trust.statements { _ = try await readPlan(plan, for: trust.head, in: trust.database) }
            }
            let (one, many) = (try await read(small), try await read(large))
            #expect(one == many && many <= 18, "\(one) and \(many)")
        }
    }

    @Test(arguments: Engine.available) func aRevisionIsComparedInAsManyQueriesWhateverDiffers(engine: Engine)
        async throws
    {
        try await Willowbrook.with(engine) { trust in
            let new = try await revisePlan(trust.livePlan(), by: trust.head, in: trust.database)
            let read = {
                try await trust.statements { _ = try await trust.revision(new) }
            }
            let alone = try await trust.statements { _ = try await readPlan(new, for: trust.head, in: trust.database) }
            let action = try await trust.written(new).actions[0]
            try await reviseAction(
                action.id, trust.actionInput("Read twice", in: new, owner: trust.head, version: 1), of: new,
                by: trust.head, in: trust.database)
            let one = try await read()
            for _ in 0..<2 {
                let priority = try await trust.addPriority(to: new)
                for _ in 0..<4 { _ = try await trust.addOutcome(to: priority, of: new) }
            }
            #expect(try await read() == one && one - alone <= 19, "\(one) with the plan's own \(alone)")
        }
    }

    @Test(arguments: Engine.available) func theListAsksAsOftenWhateverItShows(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let list = {
                try await trust.statements {
                    _ = try await listPlans(PlansWanted(), for: trust.director, in: trust.database)
                }
            }
            _ = try await trust.draft()
            let one = try await list()
            for _ in 0..<6 { _ = try await trust.draft() }
            #expect(try await list() == one && one <= 4)
        }
    }

    @Test(arguments: Engine.available) func whatWaitsIsFoundInTwoQueries(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            for _ in 0..<3 {
                try await submitPlan(trust.filledDraft(), by: trust.head, in: trust.database)
                _ = try await addBlockage(
                    BlockageInput(
                        words: "No room", remover: trust.deputy.seats.first, by: trust.schoolDay(trust.testDay)),
                    to: trust.livePlan(.rapid), by: trust.head, in: trust.database)
            }
            let asked = try await trust.statements {
                let (approvals, blockages) = try await trust.database.read { tx in
                    (
                        try tx.waitingApprovals(for: trust.deputy),
                        try tx.waitingBlockages(for: trust.deputy.seats, through: tx.today + 60)
                    )
                }
                #expect(approvals.count == 3 && blockages.count == 3)
            }
            #expect(asked == 2)
            // Who submitted them is not asked to approve them.
            #expect(try await trust.database.read { try $0.waitingApprovals(for: trust.head) }.isEmpty)
        }
    }
}

extension Willowbrook {
    /// How many sentences `work` sends, once everything that is read only once was.
    fileprivate func statements(_ work: () async throws -> Void) async throws -> Int {
        try await work()
        let before = database.counts.statements
        try await work()
        return database.counts.statements - before
    }
}
