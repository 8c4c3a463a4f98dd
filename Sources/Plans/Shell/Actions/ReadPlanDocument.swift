import Database
import Evaluations
import Kernel
import People
import PlanRules

/// A plan as it goes onto paper, to whom it may be read.
///
/// - Throws: `notFound` to whom it is nothing.
func readPlanDocument(
    _ id: PlanID, for actor: Actor, in database: any Database
) async throws -> (seen: SeenPlan, document: PlanDocument) {
    let seen = try await readPlan(id, for: actor, in: database)
    let looks = try await database.read { try $0.writtenLooks(of: seen.plan) }
        .map { $0.shown(to: actor, at: seen.plan.place) }
    return (seen, PlanOnPaper(seen: seen, looks: Dictionary(grouping: looks, by: \.subject)).document)
}

extension WrittenLook {
    /// As `CheckSeries.shown`.
    fileprivate func shown(to actor: Actor, at place: Place) -> WrittenLook {
        if (try? MaySeeCheck(actor, at: place, seat: seat)) != nil { return self }
        return WrittenLook(
            subject: subject, looked: looked, how: how, seat: seat, due: due, standing: standing,
            result: result?.withoutWords)
    }
}

/// Puts what is known of a plan into the words of its document.
private struct PlanOnPaper {
    let seen: SeenPlan
    let looks: [CheckPlan.Subject: [WrittenLook]]

    var document: PlanDocument {
        let (plan, written) = (seen.plan, seen.written)
        return PlanDocument(
            title: plan.title, place: seen.opened.names.whole, trust: seen.opened.names.trust,
            proForma: seen.opened.proForma, state: state, starts: plan.starts, ends: plan.ends, day: seen.today,
            priorities: written.priorities.enumerated().map { priority($1, $0 + 1) },
            blockages: written.blockages.map(blockage))
    }

    /// `Live, approved by Kate Brennan on 9 November 2026`
    private var state: String {
        seen.plan.state.name + (seen.opened.approval.map { ", approved by \($0.who) on \($0.at.day.long)" } ?? "")
    }

    private func priority(_ priority: Priority, _ number: Int) -> PlanDocument.PriorityPart {
        PlanDocument.PriorityPart(
            number: number, title: priority.title, why: priority.why, stops: priority.stops,
            sources: (seen.sources[priority.id] ?? []).map(source),
            answers: priority.answers.flatMap { seen.above[$0] }.map { "\($0.title) (\($0.planTitle), \($0.place))" }
                ?? "",
            outcomes: priority.outcomes.map(outcome),
            actions: priority.actions.enumerated().map { action($1, "\(number).\($0 + 1)") }, ended: priority.ended)
    }

    /// `Curriculum intent 2.3, “Units link back”: emerging, agreed on 12 October 2026; secure on 3 March 2027`
    private func source(_ statement: SourceStatement) -> String {
        func level(_ agreed: SourceStatement.Agreed) -> String {
            agreed.level?.word.lowercased() ?? "left until next time"
        }
        let then = statement.agreed.map { "\(level($0)), agreed on \($0.day.long)" } ?? SourceStatement.reopened
        let since = statement.since.map { "; \(level($0)) on \($0.day.long)" } ?? ""
        return "\(statement.toolName) \(statement.number), “\(statement.text)”: \(then)\(since)"
    }

    private func outcome(_ outcome: Outcome) -> PlanDocument.OutcomePart {
        PlanDocument.OutcomePart(
            horizon: outcome.horizon, words: outcome.words, by: outcome.by, criteria: outcome.criteria,
            checks: checks(.outcome(outcome.id)))
    }

    private func action(_ action: PlannedAction, _ number: String) -> PlanDocument.ActionPart {
        PlanDocument.ActionPart(
            number: number, what: action.what, aspects: action.aspects, seen: action.seen, how: action.how,
            support: action.support, owner: holder(action.owner), supporter: action.supporter.map(holder) ?? "",
            starts: action.starts, ends: action.ends, cost: action.cost, ended: action.ended,
            checks: checks(.action(action.id)))
    }

    private func checks(_ subject: CheckPlan.Subject) -> [PlanDocument.CheckPart] {
        (looks[subject] ?? []).map { look in
            PlanDocument.CheckPart(
                looked: look.looked, how: look.how, by: holder(look.seat), due: look.due,
                standing: look.standing, result: look.result)
        }
    }

    private func blockage(_ blockage: Blockage) -> PlanDocument.BlockagePart {
        PlanDocument.BlockagePart(
            words: blockage.words, remover: holder(blockage.remover), by: blockage.by, removed: blockage.removed)
    }

    /// `Amir Hussain, middle leader`; empty for the seat of a duty that is over.
    private func holder(_ id: SeatID) -> String {
        seen.opened.seats[id].map { "\($0.holderName), \($0.role.name.lowercased())" } ?? ""
    }
}
