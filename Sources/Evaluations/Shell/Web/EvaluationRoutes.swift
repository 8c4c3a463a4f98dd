import EvaluationRules
import HTTPTypes
import Kernel
import Site
import ToolRules

/// The pages and forms of one evaluation, and the list of all.
func evaluationRoutes(_ routes: inout Routes, beside plans: PlansBeside) {
    routes.get(EvaluationLinks.list, .signedIn) { visit in
        let actor = visit.actor
        let (lines, today) = try await listEvaluations(for: actor, in: visit.database)
        let mayOpen = actor.posts.contains { ownSide(of: actor, at: $0.place) != nil }
        return .page(EvaluationListPage(lines: lines, today: today, mayOpen: mayOpen).page)
    }
    routes.get("/evaluations/:evaluation", .signedIn) { visit in
        if let answer = try await unchanged(visit) { return answer }
        let seen = try await visit.seen()
        let page = SheetPage(
            seen: seen, token: visit.formToken, isNarrowed: visit.query("show") == "waiting",
            newPlan: plans.newPlan(visit.actor, seen.place), isPickAskedAgain: visit.query("picked") == "none")
        return .page(page.page).tagged(seen, visit)
    }
    routes.get("/evaluations/:evaluation/cards/:item", .signedIn) { visit in
        let seen = try await visit.seen()
        return .page(CardPage(seen: seen, item: try visit.item(of: seen), token: visit.formToken).page)
    }
    routes.get("/evaluations/:evaluation/room", .signedIn) { visit in
        .page(JointRoomPage(seen: try await visit.seen(), token: visit.formToken).page)
    }
    routes.get("/evaluations/:evaluation/movement", .signedIn) { visit in try await showMovement(visit, plans) }
    routes.get("/evaluations/:evaluation/history", .signedIn) { visit in
        let id: ID<Evaluation> = try visit.id("evaluation")
        let history = try await readHistory(of: id, for: visit.actor, in: visit.database)
        return .page(HistoryPage(evaluation: id, head: history.head, entries: history.entries).page)
    }
    routes.post("/evaluations/:evaluation/judgements/:item", .signedIn, saveJudgement)
    routes.post("/evaluations/:evaluation/readiness", .signedIn) { visit in try await sayReady(visit, true) }
    routes.post("/evaluations/:evaluation/readiness/end", .signedIn) { visit in try await sayReady(visit, false) }
    routes.post("/evaluations/:evaluation/reveal", .signedIn) { visit in
        let id: ID<Evaluation> = try visit.id("evaluation")
        return try await step(visit) {
            try await revealJudgements(of: id, seen: visit.form.version, by: visit.actor, in: visit.database)
        }
    }
    routes.post("/evaluations/:evaluation/agreements/:item", .signedIn, saveAgreement)
    routes.post("/evaluations/:evaluation/signatures", .signedIn) { visit in
        let id: ID<Evaluation> = try visit.id("evaluation")
        return try await step(visit) {
            _ = try await signEvaluation(id, seen: visit.form.version, by: visit.actor, in: visit.database)
        }
    }
    routes.post("/evaluations/:evaluation/reopenings", .signedIn, reopen)
}

extension SignedIn {
    func seen() async throws -> SeenEvaluation {
        try await readEvaluation(id("evaluation"), for: actor, in: database)
    }

    func item(of seen: SeenEvaluation) throws -> PublishedItem {
        let id: ItemID = try id("item")
        guard seen.items.contains(id), let item = seen.tool.item(id) else { throw Refusal.notFound }
        return item
    }
}

private func showMovement(_ visit: SignedIn, _ plans: PlansBeside) async throws -> Answer {
    let seen = try await readMovement(upTo: visit.id("evaluation"), for: visit.actor, in: visit.database)
    let items = (seen.table?.rows ?? []).reduce(into: Set<ItemID>()) { $0.formUnion($1.ancestry) }
    let alongside = items.isEmpty ? [:] : try await plans.alongside(items, seen.place, visit)
    let only = visit.query("only").flatMap(Movement.Kind.init)
    return .page(MovementPage(seen: seen, only: only, plans: alongside).page)
}

/// Takes a step with what the page showed; when that is something else by now, the room is shown as it is.
private func step(_ visit: SignedIn, _ work: () async throws -> Void) async throws -> Answer {
    do {
        try await work()
    } catch Refusal.stale {
        let page = JointRoomPage(seen: try await visit.seen(), token: visit.formToken, isOvertaken: true)
        return .page(page.page, status: .conflict)
    }
    return .seeOther(EvaluationLinks.room(try visit.id("evaluation")))
}

private func sayReady(_ visit: SignedIn, _ isReady: Bool) async throws -> Answer {
    let id: ID<Evaluation> = try visit.id("evaluation")
    try await declareReady(isReady, id, by: visit.actor, in: visit.database)
    return .seeOther(EvaluationLinks.room(id))
}

private func reopen(_ visit: SignedIn) async throws -> Answer {
    let id: ID<Evaluation> = try visit.id("evaluation")
    let reason = visit.form.text("reason")
    do {
        try await reopenEvaluation(id, because: reason, by: visit.actor, in: visit.database)
    } catch Refusal.invalid(let errors) {
        let page = JointRoomPage(
            seen: try await visit.seen(), token: visit.formToken, errors: errors, reason: reason)
        return .page(page.page, status: .unprocessableContent)
    }
    return .seeOther(EvaluationLinks.room(id))
}
