import EvaluationRules
import HTTPTypes
import Kernel
import Site

/// 304 when nothing of the evaluation, the reader or the day changed since the browser's copy: one small query instead
/// of the page.
///
/// - Returns: nil when the page has to be made.
func unchanged(_ visit: SignedIn) async throws -> Answer? {
    guard let known = visit.arrival.header(.ifNoneMatch) else { return nil }
    let tag = try await sheetTag(visit)
    return tag == known ? Answer.notModified.tagged(tag) : nil
}

func tagged(_ answer: Answer, _ visit: SignedIn) async throws -> Answer { answer.tagged(try await sheetTag(visit)) }

private func sheetTag(_ visit: SignedIn) async throws -> String {
    let id: ID<Evaluation> = try visit.id("evaluation")
    let actor = visit.actor
    let (mark, today) = try await visit.database.read { tx in
        // The permit is checked anew: a post may have ended since the copy was made.
        _ = try MaySeeEvaluation(actor, tx.evaluation(id).evaluation)
        return (try tx.evaluationMark(id) ?? "", tx.today)
    }
    return visit.tag(of: "\(id) \(mark) \(today)")
}
