import EvaluationRules
import HTTPTypes
import Kernel
import Site

/// 304 when a finished evaluation, the reader and the day are as they were for the browser's copy: one small query
/// instead of the page. The tag of one that is under way is that of the page itself, so that it tells no more than the
/// page does.
///
/// - Returns: nil when the page has to be made.
func unchanged(_ visit: SignedIn) async throws -> Answer? {
    guard let known = visit.arrival.header(.ifNoneMatch),
        let mark = try await finishedMark(visit.id("evaluation"), for: visit.actor, in: visit.database)
    else { return nil }
    let tag = visit.tag(of: mark)
    return tag == known ? Answer.notModified.tagged(tag) : nil
}

extension Answer {
    /// - Parameter seen: what the page was made from, read at the same moment as its mark.
    func tagged(_ seen: SeenEvaluation, _ visit: SignedIn) -> Answer {
        seen.finishedMark.map { tagged(visit.tag(of: $0)) } ?? self
    }
}
