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

/// Willowbrook with a word that stands nowhere else in everything that not everybody may read.
struct PlantedTrust {
    let trust: Willowbrook
    /// Everybody who is asked, one of each kind, by name.
    let people: [String: Actor]
    /// What a route's pattern is filled with; parts of a plan under its id and their name.
    let things: [String: [String]]
    /// The plan that was drawn from what was reopened since.
    let drawnPlan: PlanID

    static func with(_ body: (PlantedTrust) async throws -> Void) async throws {
        try await Willowbrook.with(.sqlite) { trust in
            var planting = Planting(trust: trust)
            try await body(planting.planted())
        }
    }
}

/// The trust while the words are put into it, by the verbs that people use.
private struct Planting {
    let trust: Willowbrook
    var things: [String: [String]] = [:]

    private var database: any Database { trust.database }
    private var maths: Place { .department(trust.trust.departments["4 Mathematics"]!, of: trust.academy) }
    private var lucy: Actor { trust.actor("Lucy Fenn") }

    mutating func planted() async throws -> PlantedTrust {
        let guest = try await guest()
        try await placeSchool(
            trust.academy, PlacingInput(category: "strong", reason: "Because of zqcategory", from: trust.testDay),
            by: trust.director, in: database)
        let judging = try await privateJudgements()
        let (reopened, drawn) = try await reopenedRound()
        let above = try await trustsPlan()
        let school = try await schoolsPlan(answering: above.priority)
        let mathsPlan = try await checkedPlan(at: maths, by: lucy)
        let draft = try await draft("Plan zqdraft")
        let lines = try await lines()
        try await lookAndMeet(drawn, school, mathsPlan, lines)
        let plans = [drawn, above.plan, school, mathsPlan, draft]
        add("evaluation", [judging, reopened].map(\.text))
        add("plan", plans.map(\.text))
        try await addParts(of: plans)
        add("school", [trust.academy.text])
        add("department", [trust.english, maths].compactMap(\.department?.text))
        add("line", lines.map(\.text))
        return PlantedTrust(
            trust: trust, people: try await people(with: guest), things: things, drawnPlan: drawn)
    }

    private mutating func add(_ name: String, _ ids: [String]) { things[name, default: []] += ids }

    private func guest() async throws -> Actor {
        let post = PostInput(
            role: .guest, place: .school(trust.academy), starts: trust.testDay, ends: trust.testDay + 300)
        let details = try PersonDetails(name: "Gil Guest", email: "gil.guest@willowbrook.example")
        let added = try await addPerson(details, first: post, by: trust.administrator, in: database)
        return Actor(person: added.person.id, name: "Gil Guest", posts: [HeldPost(.guest, at: .school(trust.academy))])
    }

    private func people(with guest: Actor) async throws -> [String: Actor] {
        var people = [guest.name: guest]
        for name in SecretsTable.everybody where name != guest.name { people[name] = trust.actor(name) }
        return people
    }

    /// Both sides have judged and nobody has revealed.
    private mutating func privateJudgements() async throws -> ID<Evaluation> {
        let id = try await trust.open("inclusion", at: .school(trust.academy), by: trust.head)
        let item = try await readEvaluation(id, for: trust.head, in: database).items[0]
        for (side, reason) in [(trust.head, "Seen: zqschoolside"), (trust.liaison, "Seen: zqtrustside")] {
            let input = JudgementInput(item: item, verdict: .level(2), reason: reason, version: 0)
            _ = try await recordJudgement(input, of: id, by: side, in: database)
        }
        add("item", [item.text])
        return id
    }

    /// Agreed, drawn into a plan that went live, and opened again.
    private mutating func reopenedRound() async throws -> (ID<Evaluation>, PlanID) {
        let id = try await trust.open("curriculum-intent", at: trust.english, by: trust.liaison)
        let item = try await readEvaluation(id, for: trust.head, in: database).items[0]
        for (side, level) in [(trust.head, 2), (trust.liaison, 3)] {
            let input = JudgementInput(item: item, verdict: .level(level), reason: "Seen in books", version: 0)
            _ = try await recordJudgement(input, of: id, by: side, in: database)
            try await declareReady(true, id, by: side, in: database)
        }
        try await revealJudgements(of: id, by: trust.head, in: database)
        let agreed = AgreementInput(
            item: item, verdict: .level(2), basis: .evidenceSeen, words: "We saw zqagreed", version: 0)
        try await agreeStatement(agreed, of: id, by: trust.head, in: database)
        for side in [trust.head, trust.liaison] { _ = try await signEvaluation(id, by: side, in: database) }
        let plan = try await trust.draft(picked: PickedStatements(id, [item]))
        try await fill(plan)
        try await planCheck(of: plan, seat: trust.headOfEnglish, looked: "Reading aloud", by: trust.head)
        try await trust.putLive(plan)
        try await reopenEvaluation(id, because: "New books", by: trust.liaison, in: database)
        add("item", [item.text])
        return (id, plan)
    }

    private func draft(_ title: String) async throws -> PlanID {
        let (first, last) = (try await trust.schoolDay(trust.testDay), try await trust.schoolDay(trust.testDay + 180))
        let input = DraftInput(
            at: trust.english, from: try await trust.proForma(.department).id,
            PlanInput(title: title, from: first, to: last))
        let plan = try await draftPlan(input, by: trust.head, in: database)
        _ = try await trust.addPriority(to: plan)
        return plan
    }

    /// The first priority gets what the pro-formas ask for.
    private func fill(_ plan: PlanID) async throws {
        let priority = try await trust.written(plan).priorities[0]
        let input = PriorityInput(
            title: priority.title, why: "Seen", stops: "A form", answers: priority.answers, version: priority.version)
        try await revisePriority(priority.id, input, of: plan, by: trust.head, in: database)
        _ = try await Plans.addOutcome(
            OutcomeInput(horizon: .short, words: "Every lesson opens with reading"),
            criteria: ["Seen in three lessons"],
            to: priority.id, of: plan, by: trust.head, in: database)
        _ = try await trust.addAction(to: priority.id, of: plan, owner: trust.head)
    }

    private func planCheck(of plan: PlanID, seat: Actor, looked: String, by actor: Actor) async throws {
        let written = try await trust.written(plan)
        let input = CheckPlanInput(
            looked: looked, how: "", seat: seat.seats.first, rhythm: .weekly, first: written.plan.starts,
            last: written.plan.ends, days: [], version: 0)
        let action = written.priorities[0].actions[0].id
        _ = try await Plans.planCheck(input, for: .action(action), of: plan, by: actor, in: database)
    }

    private func trustsPlan() async throws -> (plan: PlanID, priority: PriorityID) {
        let chief = trust.actor("Priya Nair")
        let plan = try await trust.draft(.school, at: .trust, by: trust.director)
        let priority = try await Plans.addPriority(
            PriorityInput(title: "All read zqabove", why: "Seen", stops: "A form"), to: plan, by: trust.director,
            in: database)
        let days = try await database.read { try $0.plan(plan).plan }
        let action = ActionInput(
            ActionText(what: "Buy books", aspects: "New", seen: "Books", how: "Soon", support: "None"),
            owner: trust.director.seats.first, supporter: nil, from: days.starts, to: days.ends,
            cost: PlanRules.Cost(halfDays: 1, pence: 0), version: 0)
        _ = try await Plans.addAction(action, to: priority, of: plan, by: trust.director, in: database)
        _ = try await Plans.addOutcome(
            OutcomeInput(horizon: .short, words: "Books"), criteria: ["Seen"], to: priority, of: plan,
            by: trust.director, in: database)
        try await submitPlan(plan, by: trust.director, in: database)
        try await approvePlan(plan, by: chief, in: database)
        try await putPlanLive(plan, by: trust.director, in: database)
        return (plan, priority)
    }

    private func schoolsPlan(answering above: PriorityID) async throws -> PlanID {
        let plan = try await trust.draft(.school)
        _ = try await Plans.addPriority(
            PriorityInput(title: "Pupils read", why: "Seen", stops: "A form", answers: above), to: plan, by: trust.head,
            in: database)
        try await fill(plan)
        try await planCheck(of: plan, seat: trust.deputy, looked: "Six lessons", by: trust.head)
        try await trust.putLive(plan)
        return plan
    }

    private func checkedPlan(at place: Place, by leader: Actor) async throws -> PlanID {
        let plan = try await trust.draft(at: place)
        _ = try await trust.addPriority(to: plan)
        try await fill(plan)
        try await planCheck(of: plan, seat: leader, looked: "Books with zqlooked", by: trust.head)
        try await trust.putLive(plan)
        return plan
    }

    /// The deputy's with the head of English, and one whose leader reads nothing of the other's department.
    private func lines() async throws -> [ID<MeetingLine>] {
        var made: [ID<MeetingLine>] = []
        let day = try await database.read { try $0.calendar(of: trust.academy).nextSchoolDay(after: $0.today) }
        for (leader, member) in [(trust.deputy, trust.headOfEnglish), (trust.headOfEnglish, lucy)] {
            let times = TimesInput(rhythm: .fortnightly, first: day, startsAt: "15:10", minutes: 30)
            let input = LineInput(
                school: trust.academy, leader: leader.seats[0], member: member.seats[0], times: times)
            made.append(try await setUpLine(input, by: trust.head, in: database))
        }
        return made
    }

    /// On the first day on which all looks are due: they are recorded, one line meets and ends.
    private mutating func lookAndMeet(
        _ english: PlanID, _ school: PlanID, _ mathematics: PlanID, _ lines: [ID<MeetingLine>]
    ) async throws {
        let looks = try await database.read { tx in
            try [english, school, mathematics].map { try tx.checkSeries(of: $0)[0].looks.map { ($0.id, $0.due) } }
        }
        let meeting = try await readLine(lines[0], for: trust.deputy, in: database).meetings.last!
        trust.trust.clock.set(to: max(meeting.day, looks.compactMap { $0.first?.1 }.max()!))
        try await record(looks[0][0].0, "We found zqfinding", .green, by: trust.headOfEnglish)
        try await record(
            looks[1][0].0, "We found zqredfinding", .red, .stop, words: "It ends for zqstopped", by: trust.deputy)
        try await record(looks[2][0].0, "We found zqnews", .green, note: "zqevidence", by: lucy)
        add("check", looks.compactMap { $0.first?.0.text })
        try await meet(meeting.id)
        let line = try await database.read { try $0.line(lines[0]).line }
        try await endLine(
            lines[0], because: "It ends for zqpairing", version: line.version, by: trust.deputy, in: database)
        add("meeting", [meeting.id.text])
        add("meeting", try await readLine(lines[1], for: lucy, in: database).meetings.map(\.id.text))
    }

    private func record(
        _ check: CheckID, _ finding: String, _ rating: Rating, _ response: ResponseKind? = nil, words: String = "",
        note: String = "", by actor: Actor
    ) async throws {
        let evidence = EvidenceInput(kind: note.isEmpty ? nil : .data, seen: nil, note: note)
        _ = try await recordImpactCheck(
            CheckInput(
                finding: finding, rating: rating, response: response, words: words, evidence: evidence, version: 1),
            of: check, by: actor, in: database)
    }

    private func meet(_ id: ID<LineMeeting>) async throws {
        try await beginMeeting(id, by: trust.deputy, in: database)
        _ = try await keepNotes("We spoke of zqnotes", version: 0, of: id, by: trust.deputy, in: database)
        let day = try await database.read { try $0.calendar(of: trust.academy).nextSchoolDay(after: $0.today) }
        _ = try await recordPromise(
            PromiseInput(words: "Bring zqpromise", seat: trust.headOfEnglish.seats[0], by: day), in: id,
            by: trust.deputy, in: database)
        try await finishMeeting(id, by: trust.deputy, in: database)
    }

    private mutating func addParts(of plans: [PlanID]) async throws {
        for plan in plans {
            let written = try await trust.written(plan)
            let series = try await database.read { try $0.plannedChecks(of: plan).map(\.check.id.text) }
            add("\(plan) priority", written.priorities.prefix(1).map(\.id.text))
            add("\(plan) outcome", written.outcomes.prefix(1).map(\.id.text))
            add("\(plan) criterion", written.criteria.prefix(1).map(\.id.text))
            add("\(plan) action", written.actions.prefix(1).map(\.id.text))
            add("\(plan) series", Array(series.prefix(1)))
        }
    }
}
