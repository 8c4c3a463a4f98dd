import App
import Database
import EvaluationRules
import Evaluations
import Kernel
import MeetingRules
import Meetings
import People
import PeopleRules
import PlanRules
import Plans
import Schools
import TestKit
import ToolRules
import Tools

/// Willowbrook with something in every state from which a verb may start, made by the verbs that people use.
struct RaceWorld: Sendable {
    struct Judged: Sendable {
        let id: ID<Evaluation>
        /// Judged alike, and judged differently.
        let items: [ItemID]
    }

    struct Planned: Sendable {
        let id: PlanID
        let (starts, ends): (Day, Day)
        let priority: PriorityID
        let action: ActionID
        let criterion: CriterionID
        let series: CheckPlanID
        /// The first look, once the plan is live.
        var look: CheckID?
    }

    struct Met: Sendable {
        let line: ID<MeetingLine>
        let first: Day
        let (meeting, next): (ID<LineMeeting>, ID<LineMeeting>)
        let item: ID<AgendaItem>
        var promise: ID<Promise>?
    }

    /// A day that is about to be closed, with the moves that its page showed.
    struct Closing: Sendable {
        let day: Day
        let startsIn: Int
        let version: Int
        var moves: String?
    }

    let trust: Willowbrook
    let today: Day
    var evaluations: [Scene: Judged] = [:]
    var otherSignedOnce: ID<Evaluation>
    var opening: OpenInput
    var plans: [Scene: Planned] = [:]
    var revision: PlanID
    var meetings: [Scene: Met] = [:]
    var closing: Closing
    /// A school day to which something may be put off.
    var nextLook: Day
    /// Two without a post of their own, and a second administrator.
    var people: [PersonID]
    /// The posts of the two administrators.
    var posts: [PostID]
    /// Where one seat is vacant.
    var vacant: Place

    static func with(_ engine: Engine, _ body: (RaceWorld) async throws -> Void) async throws {
        try await Willowbrook.with(engine) { trust in try await body(try await found(trust)) }
    }
}

extension RaceWorld {
    fileprivate static func found(_ trust: Willowbrook) async throws -> RaceWorld {
        let today = try await trust.schoolDay(trust.testDay)
        trust.trust.clock.set(to: today)
        let calendar = try await trust.database.read { try $0.calendar(at: .school(trust.academy)) }
        let nextLook = calendar.nextSchoolDay(after: today + 20)!
        let evaluations = try await trust.evaluationsInEveryState()
        let other = try await trust.evaluation(.signedOnce, "curriculum-intent", at: trust.mathematics)
        let version = try await trust.database.read { try $0.newestToolVersions() }.first {
            $0.tool.text == "curriculum-intent"
        }!
        let opening = OpenInput(
            version: version.id, place: .department(trust.trust.departments["4 Science"]!, of: trust.academy),
            window: try await trust.window)
        var plans: [Scene: Planned] = [:]
        for scene in [Scene.draft, .submitted, .approved, .live, .revised] {
            plans[scene] = try await trust.plan(scene)
        }
        let revision = try await trust.approvedRevision(of: plans[.revised]!.id)
        let meetings = try await trust.meetings(from: today, nextLook)
        let (people, posts, vacant) = try await trust.peopleInEveryState(today)
        var world = RaceWorld(
            trust: trust, today: today, evaluations: evaluations, otherSignedOnce: other.id, opening: opening,
            plans: plans, revision: revision, meetings: meetings, closing: try await trust.closing(plans[.live]!),
            nextLook: nextLook, people: people, posts: posts, vacant: vacant)
        world.closing.moves = try await trust.moves(world.closing)
        return world
    }
}

extension Willowbrook {
    fileprivate var mathematics: Place { .department(trust.departments["4 Mathematics"]!, of: academy) }

    fileprivate func evaluationsInEveryState() async throws -> [Scene: RaceWorld.Judged] {
        let spots: [(Scene, String, Place)] = [
            (.judging, "curriculum-intent", english), (.ready, "teaching-and-learning", english),
            (.agreeing, "teaching-and-learning", mathematics),
            (.settled, "behaviour-and-attitudes", .school(academy)),
            (.signedOnce, "curriculum-intent", .school(academy)),
            (.finished, "teaching-and-learning", .school(academy)),
        ]
        var made: [Scene: RaceWorld.Judged] = [:]
        for (scene, tool, place) in spots { made[scene] = try await evaluation(scene, tool, at: place) }
        return made
    }

    /// Two statements judged by both sides, the first alike, and taken as far as the scene wants.
    fileprivate func evaluation(_ scene: Scene, _ tool: String, at place: Place) async throws -> RaceWorld.Judged {
        let id = try await open(tool, at: place, by: liaison)
        let items = Array(try await readEvaluation(id, for: head, in: database).items.prefix(2))
        for (side, level) in [(head, 1), (liaison, 2)] {
            for (item, level) in zip(items, [3, level]) {
                let input = JudgementInput(item: item, verdict: .level(level), reason: "Seen in books", version: 0)
                _ = try await recordJudgement(input, of: id, by: side, in: database)
            }
            if scene != .judging { try await declareReady(true, id, by: side, in: database) }
        }
        if [.judging, .ready].contains(scene) { return RaceWorld.Judged(id: id, items: items) }
        try await revealJudgements(of: id, by: head, in: database)
        if scene == .agreeing { return RaceWorld.Judged(id: id, items: items) }
        let agreed = AgreementInput(
            item: items[1], verdict: .level(2), basis: .evidenceSeen, words: "Books", version: 0)
        try await agreeStatement(agreed, of: id, by: head, in: database)
        if scene != .settled { _ = try await signEvaluation(id, by: head, in: database) }
        if scene == .finished { _ = try await signEvaluation(id, by: liaison, in: database) }
        return RaceWorld.Judged(id: id, items: items)
    }
}
