package import Database
package import Kernel
package import PlanRules
import Trail

/// Keeps what was found on a look and lets follow what follows from it: `stop` ends the action, or the series of an
/// outcome, with its reason; `too early` adds one look. What is sent twice is kept once.
///
/// - Throws: `notFound` to strangers, `forbidden` to readers, `conflict` when the look is called off or not near yet,
///   `invalid` for what cannot be taken, `stale` when somebody else recorded it first.
package func recordImpactCheck(
    _ input: CheckInput, of id: CheckID, by actor: Actor, in database: any Database
) async throws -> CheckResult {
    try await database.write { try $0.recordCheck(input, of: id, by: actor) }
}

extension Transaction {
    func recordCheck(_ input: CheckInput, of id: CheckID, by actor: Actor) throws -> CheckResult {
        let check = try checkToChange(id)
        let permit = try MayRecordCheck(actor, at: check.place, seat: check.seat)
        if let kept = check.kept(input, by: actor) { return kept }
        let change = try check.look.recording(input, on: today, in: calendar(at: check.place), by: permit)
        try save(change, of: check, by: actor.person)
        try record("check-recorded", "check", id, by: actor, after: change.result.inWords)
        return change.result
    }
}

/// Lets the person who recorded a look correct it on the same day; the history keeps both.
///
/// - Throws: as `recordImpactCheck`; `conflict` to anybody else and on any later day.
package func correctImpactCheck(
    _ input: CheckInput, of id: CheckID, by actor: Actor, in database: any Database
) async throws -> CheckResult {
    try await database.write { tx in
        let check = try tx.checkToChange(id)
        let permit = try MayRecordCheck(actor, at: check.place, seat: check.seat)
        guard let recorded = check.recorded, let before = check.look.check.result else { throw Refusal.notFound }
        if recorded.by == actor.person, input.version == recorded.version - 1, before.says(input) { return before }
        let change = try check.look.correcting(
            input, recorder: recorded.by, version: recorded.version, on: tx.today,
            in: tx.calendar(at: check.place), by: permit)
        try tx.save(change, of: check, by: actor.person)
        try tx.record(
            "check-corrected", "check", id, by: actor, before: change.before.inWords, after: change.result.inWords)
        return change.result
    }
}

extension CheckAtHand {
    /// What is kept already, when it is what this person sends again because an answer got lost.
    fileprivate func kept(_ input: CheckInput, by actor: Actor) -> CheckResult? {
        guard let result = look.check.result, recorded?.by == actor.person, input.version == look.version - 1,
            result.says(input)
        else { return nil }
        return result
    }
}

extension CheckResult {
    fileprivate func says(_ input: CheckInput) -> Bool {
        finding == input.finding && rating == input.rating && response?.kind == input.response
            && (response.map { $0.words == input.words && $0.nextLook ?? input.nextLook == input.nextLook } ?? true)
    }

    /// For the trail: `Working in parts · The starts vary. · Adapt: Plan them together`.
    var inWords: String {
        let answer = response.map { response in
            let next = response.nextLook.map { " on \($0.long)" } ?? ""
            return response.kind.name + next + (response.words.isEmpty ? "" : ": \(response.words)")
        }
        return [rating.name, finding, answer].compactMap { $0 }.joined(separator: " · ")
    }
}
