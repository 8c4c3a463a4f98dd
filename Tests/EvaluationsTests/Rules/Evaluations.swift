import EvaluationRules
import Kernel
import ToolRules

/// Values that the tests of this folder start from: one school with an English department, three statements, four
/// levels.
enum Sample {
    static let world = World.fixed(Instant("2026-11-21T09:30")!)
    static let school: SchoolID = world.newID(at: world.now())
    static let elsewhere: SchoolID = world.newID(at: world.now())
    static let english: DepartmentID = world.newID(at: world.now())

    static let head = actor(.headteacher, at: .school(school))
    static let liaison = actor(.liaison, at: .school(school))
    static let governor = actor(.governor, at: .school(school))
    static let stranger = actor(.headteacher, at: .school(elsewhere))
    static let director = actor(.directorOfEducation, at: .trust)
    static let headOfEnglish = actor(.middleLeader, at: .department(english, of: school))

    /// The statement called by one letter.
    static func item(_ letter: String) -> ItemID { ItemID(String(repeating: "0", count: 24) + letter)! }

    static func actor(_ role: Role, at place: Place) -> Actor {
        Actor(person: world.newID(at: world.now()), name: role.name, posts: [HeldPost(role, at: place)])
    }

    static func evaluation(
        at place: Place = .school(school), ready: Set<Side> = [], revealed: Bool = false, signed: Set<Side> = []
    ) -> Evaluation {
        Evaluation(
            id: world.newID(at: world.now()), place: place, items: ["a", "b", "c"].map(item), levels: 4, ready: ready,
            isRevealed: revealed, signed: signed)
    }

    static func judgement(_ item: String, _ side: Side, _ verdict: Verdict?, reason: String = "Seen in books")
        -> Judgement
    {
        Judgement(
            item: Self.item(item), side: side, verdict: verdict, reason: reason, version: 1, by: side.name,
            at: world.now())
    }

    static func agreement(_ item: String, _ verdict: Verdict) -> Agreement {
        Agreement(
            item: Self.item(item), verdict: verdict, basis: .evidenceSeen, words: "", version: 1, by: "Both",
            at: world.now())
    }

    static func input(_ item: String = "a", _ verdict: Verdict? = .level(2), reason: String = "Seen") -> JudgementInput
    {
        JudgementInput(item: Self.item(item), verdict: verdict, reason: reason, version: 0)
    }
}
