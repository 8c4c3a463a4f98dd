import Database
import Kernel
import TestKit

/// In what state a verb finds what it acts on.
enum Scene: String, CaseIterable, Sendable {
    // Of an evaluation.
    case judging, ready, agreeing, settled, signedOnce, finished
    // Of a plan.
    case draft, submitted, approved, live, revised
    // Of a line with its meetings.
    case planned, running
    // Of people, and of schools.
    case people, schools
    // Of a school that the register says has closed.
    case ending
}

/// What one person does in a race.
struct RacingVerb: Sendable {
    /// The verb, and what about it matters here: `signEvaluation: for the school`.
    let name: String
    /// Where it can be done.
    let scenes: Set<Scene>
    let act: @Sendable (RaceHands) async throws -> Void

    init(_ name: String, in scenes: Set<Scene>, _ act: @escaping @Sendable (RaceHands) async throws -> Void) {
        (self.name, self.scenes, self.act) = (name, scenes, act)
    }

    /// The function that it is.
    var verb: String { String(name.prefix { $0 != ":" }) }
}

/// The world of a race as one of two people has it in hand.
struct RaceHands: Sendable {
    let world: RaceWorld
    let scene: Scene
    let database: any Database

    var trust: Willowbrook { world.trust }
    var judged: RaceWorld.Judged { world.evaluations[scene]! }
    var planned: RaceWorld.Planned { world.plans[scene]! }
    var met: RaceWorld.Met { world.meetings[scene]! }
}

/// Every verb of the races, in the order of the features.
let racingVerbs =
    racingEvaluations + racingPlans + racingChecks + racingMeetings + racingPeople + racingSchools + racingEnds
