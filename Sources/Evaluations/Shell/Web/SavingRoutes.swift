import EvaluationRules
import HTTPTypes
import Kernel
import Markup
import Site
import ToolRules

/// Saves a card: by its button with a page in answer, by the page's script with the card and the progress alone.
func saveJudgement(_ visit: SignedIn) async throws -> Answer {
    let id: ID<Evaluation> = try visit.id("evaluation")
    let item: ItemID = try visit.id("item")
    let form = JudgementForm(visit.form)
    do {
        let saved =
            form.isStillTrue
            ? try await confirmLastTime(form.stillTrue(of: item), of: id, by: visit.actor, in: visit.database)
            : try await recordJudgement(form.input(for: item), of: id, by: visit.actor, in: visit.database)
        return try await savedAnswer(saved, id, item, visit)
    } catch Refusal.invalid(let errors) {
        return try await refused(form, errors, visit)
    } catch Refusal.stale {
        return try await merge(form, visit)
    }
}

private func savedAnswer(
    _ saved: RecordedJudgement, _ id: ID<Evaluation>, _ item: ItemID, _ visit: SignedIn
) async throws -> Answer {
    guard visit.wantsFragment else {
        switch visit.cardHome {
        case .sheet: return .seeOther(EvaluationLinks.statement(id, item))
        case .card: return .seeOther(EvaluationLinks.card(id, item))
        case .waiting: return .seeOther(EvaluationLinks.waiting(id))
        }
    }
    var card = JudgementCard(evaluation: id, item: saved.item, levels: saved.tool.marks, kept: saved.judgement)
    card.home = visit.cardHome
    card.last = try await readLastTime(of: item, in: id, for: visit.actor, in: visit.database)
    return .fragment(
        card.html(token: visit.formToken) + progressLine(saved.progress, of: saved.statements))
}

private func refused(_ form: JudgementForm, _ errors: FieldErrors, _ visit: SignedIn) async throws -> Answer {
    let seen = try await visit.seen()
    let item = try visit.item(of: seen)
    guard let side = seen.standpoint.side else { throw Refusal.notFound }
    var card = JudgementCard(seen, item, side: side).refusing(form, errors)
    card.home = visit.cardHome
    let status = HTTPResponse.Status.unprocessableContent
    if visit.wantsFragment { return .fragment(card.html(token: visit.formToken), status: status) }
    return card.home == .card
        ? .page(CardPage(seen: seen, item: item, token: visit.formToken, card: card).page, status: status)
        : .page(SheetPage(seen: seen, token: visit.formToken, refused: card).page, status: status)
}

extension SignedIn {
    /// Where the card that was sent stands.
    fileprivate var cardHome: CardHome { query("from").flatMap(CardHome.init) ?? .sheet }
}

/// Somebody of the same side saved first: both texts on one page, nothing lost.
private func merge(_ form: JudgementForm, _ visit: SignedIn) async throws -> Answer {
    let seen = try await visit.seen()
    let item = try visit.item(of: seen)
    guard let side = seen.standpoint.side else { throw Refusal.notFound }
    let kept = JudgementCard(seen, item, side: side)
    let page = MergePage(seen: seen, kept: kept, typed: kept.refusing(form, FieldErrors()), token: visit.formToken)
    return .page(page.page, status: .conflict)
}

/// Keeps what was agreed about one statement.
func saveAgreement(_ visit: SignedIn) async throws -> Answer {
    let id: ID<Evaluation> = try visit.id("evaluation")
    let item: ItemID = try visit.id("item")
    let form = AgreementForm(visit.form)
    do {
        try await agreeStatement(form.input(for: item), of: id, by: visit.actor, in: visit.database)
    } catch Refusal.invalid(let errors) {
        return try await refused(form, errors, .unprocessableContent, visit)
    } catch Refusal.stale {
        let changed = FieldErrors([
            (
                "words",
                "Somebody else changed this agreement meanwhile. Look at it again, then send yours if it still holds."
            )
        ])
        return try await refused(form, changed, .conflict, visit)
    }
    return .seeOther(EvaluationLinks.room(id))
}

private func refused(
    _ form: AgreementForm, _ errors: FieldErrors, _ status: HTTPResponse.Status, _ visit: SignedIn
) async throws -> Answer {
    let seen = try await visit.seen()
    let kept = AgreementCard(seen, try visit.item(of: seen))
    var card = kept.refusing(form, errors)
    if status == .conflict { card.version = kept.version }
    return .page(JointRoomPage(seen: seen, token: visit.formToken, refused: card).page, status: status)
}
