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
    visit.tag(of: try await evaluationMark(visit.id("evaluation"), for: visit.actor, in: visit.database))
}
