package import Kernel

/// From where a person looks at an evaluation, which decides what they may see of it.
package enum Standpoint: Hashable, Sendable {
    case judging(Side)
    /// Neither side: sees what was agreed, once it is finished.
    case reader

    package var side: Side? { if case .judging(let side) = self { side } else { nil } }
}

/// Evidence that this person may see that the evaluation exists.
package struct MaySeeEvaluation: Sendable {
    package let standpoint: Standpoint

    /// - Throws: `Refusal.notFound` when no post of this person reaches the evaluation's place.
    package init(_ actor: Actor, _ evaluation: Evaluation) throws {
        guard actor.posts.contains(where: { $0.place.reaches(evaluation.place) }) else { throw Refusal.notFound }
        standpoint = ownSide(of: actor, at: evaluation.place).map(Standpoint.judging) ?? .reader
    }
}

/// Evidence that this person judges for one side.
package struct MayJudge: Sendable {
    package let actor: Actor
    package let side: Side

    /// - Throws: `notFound` to a stranger, `forbidden` to a reader.
    package init(_ actor: Actor, _ evaluation: Evaluation) throws {
        guard let side = try MaySeeEvaluation(actor, evaluation).standpoint.side else {
            throw Refusal.forbidden("You can read this evaluation. Leaders of the school and its liaison judge it.")
        }
        self.actor = actor
        self.side = side
    }
}

/// Evidence that this person may open an evaluation at a place.
package struct MayOpenEvaluation: Sendable {
    package let actor: Actor

    /// - Throws: `notFound` to a stranger, `forbidden` to a reader.
    package init(_ actor: Actor, at place: Place) throws {
        guard actor.posts.contains(where: { $0.place.reaches(place) }) else { throw Refusal.notFound }
        guard ownSide(of: actor, at: place) != nil else {
            throw Refusal.forbidden("Leaders of the school, its liaison and the trust's advisers open evaluations.")
        }
        self.actor = actor
    }
}

/// Evidence that this person may reopen what was agreed.
package struct MayReopen: Sendable {
    package let actor: Actor

    /// - Throws: `notFound` to a stranger, `forbidden` to everybody but the trust's side.
    package init(_ actor: Actor, _ evaluation: Evaluation) throws {
        guard try MaySeeEvaluation(actor, evaluation).standpoint == .judging(.liaison) else {
            throw Refusal.forbidden(
                "The school's liaison, an adviser or the director of education reopens an evaluation.")
        }
        self.actor = actor
    }
}

/// The side that a person judges for at a place; nil for readers and strangers. A person with posts on both sides judges
/// for the school: nobody agrees with themselves.
package func ownSide(of actor: Actor, at place: Place) -> Side? {
    if actor.holds([.headteacher, .executiveHead, .seniorLeader, .middleLeader], reaching: place) { return .school }
    if actor.holds([.liaison, .adviser, .directorOfEducation], reaching: place) { return .liaison }
    return nil
}
