import Evaluations
import Kernel
import Markup
import People
import PlanRules
package import Site
import ToolRules

/// The pages of plans at each stage, empty, refused and with words that try to break out.
package let planSamples: [Sample] = SamplePlan().map(samples) ?? []

private func samples(_ sample: SamplePlan) -> [Sample] {
    let wrong = FieldErrors([
        ("what", "Say what will be done."), ("owner", "Choose who owns this."),
        ("to", "Thursday 8 April is in the Easter holiday. The next school day is Monday 12 April."),
    ])
    var refused = sample.actionPage
    refused.errors = wrong
    let pages: [(String, Page)] = [
        ("List, empty", PlanListPage(list: sample.list([]), wanted: PlansWanted()).page),
        ("List", PlanListPage(list: sample.list(sample.lines), wanted: PlansWanted()).page),
        ("List, narrowed to nothing", PlanListPage(list: sample.list([]), wanted: sample.narrowed).page),
        ("Begin a plan", NewPlanPage(choices: sample.choices, form: NewPlanForm(), token: "token").page),
        ("Draft, empty", PlanPage(seen: sample.seen(.draft, priorities: []), token: "token").page),
        ("Draft", PlanPage(seen: sample.seen(.draft), token: "token").page),
        ("Draft, a part just removed", sample.withUndo),
        ("Waits for approval", PlanPage(seen: sample.seen(.submitted), token: "token").page),
        ("Live", PlanPage(seen: sample.seen(.live), token: "token").page),
        ("Live, for a reader", PlanPage(seen: sample.seen(.live, writes: false), token: "token").page),
        ("Superseded", PlanPage(seen: sample.seen(.superseded), token: "token").page),
        ("A revision that waits for approval", sample.revised(.submitted)),
        ("A revision, with what it changed", sample.revised(.live)),
        ("A revision in which nothing differs yet", sample.revised(.draft, differs: false)),
        ("An action", sample.actionPage.page),
        ("An action, refused", refused.page),
        ("Two people changed this", sample.actionPage.merge(with: ActionForm(sample.action), version: 2)),
        ("Ending", EndingPage(writing: sample.writing, part: .action(sample.action.id), token: "token").page),
        ("A blockage is cleared", sample.clearing),
    ]
    return pages.map { name, page in
        Sample("Plans", name) { "\(errorSummary(page.errors))<h2>\(page.title)</h2>\(page.body)" }
    }
}

/// An invented plan of an invented department.
private struct SamplePlan: Sendable {
    static let hostile = "\"></textarea><script>alert(1)</script> & 'more'"

    let world: World
    let at: Instant
    let proForma: ProForma
    let place: Place
    let held: Seat
    let vacant: Seat
    let action: PlannedAction

    /// - Returns: nil when the sample's words cannot be read, which a test would notice.
    init?() {
        guard let at = Instant("2026-11-21T09:30"), let key = ProFormaKey("sample"),
            let version = ProFormaVersion("2026-1")
        else { return nil }
        (self.at, world) = (at, World.fixed(at))
        let (school, department): (SchoolID, DepartmentID) = (world.newID(at: at), world.newID(at: at))
        place = .department(department, of: school)
        proForma = ProForma(
            id: world.newID(at: at), key: key, version: version, kind: .department, name: "Department plan",
            purpose: "A few things that are to change.", audience: "The department.", hasBlockages: true)
        held = Seat(
            id: world.newID(at: at), role: .middleLeader, place: place,
            holder: Seat.Holder(person: world.newID(at: at), name: "Amir Hussain"))
        vacant = Seat(id: world.newID(at: at), role: .seniorLeader, place: .school(school), holder: nil)
        action = PlannedAction(
            id: world.newID(at: at), what: "Read aloud every day", aspects: Self.hostile,
            seen: "Books are open in the first minute.\nNobody waits.", how: "", support: "An hour together",
            owner: held.id, supporter: vacant.id, starts: at.day, ends: at.day + 80,
            cost: Cost(halfDays: 5, pence: 125_050), ended: nil, version: 1)
    }

    var plan: Plan { plan(.draft) }

    func plan(_ state: PlanState) -> Plan {
        Plan(
            id: world.newID(at: at), kind: .department, place: place, title: "Reading in English", starts: at.day,
            ends: at.day + 200, state: state, version: 1)
    }

    var priorities: [Priority] {
        let criteria = CriterionStatus.allCases.map { status in
            Criterion(
                id: world.newID(at: at), words: "Seen in three lessons", status: status,
                why: status == .cannotBeJudged ? Self.hostile : "", judged: status == .notYet ? nil : at.day - 3,
                version: 1)
        }
        let outcome = Outcome(
            id: world.newID(at: at), horizon: .short, words: "Every lesson opens with reading", by: at.day + 20,
            criteria: criteria, version: 1)
        let running = Priority(
            id: world.newID(at: at), title: Self.hostile, why: "It was the weakest statement.",
            stops: "The second spreadsheet", answers: nil, outcomes: [outcome], actions: [action], ended: nil,
            version: 1)
        let ended = Priority(
            id: world.newID(at: at), title: "Feedback in a day", why: "", stops: "", answers: nil, outcomes: [],
            actions: [], ended: Ending(day: at.day - 5, reason: "It is how we work now."), version: 2)
        return [running, ended]
    }

    var blockage: Blockage {
        Blockage(
            id: world.newID(at: at), words: "No room after three", remover: held.id, by: at.day - 2, removed: nil,
            version: 1)
    }

    func opened(_ state: PlanState, _ priorities: [Priority]) -> OpenedPlan {
        let steps: [TakenStep] = [.submitted, .approved].prefix(state == .draft ? 0 : state == .submitted ? 1 : 2).map {
            TakenStep(step: $0, words: "", person: world.newID(at: at), who: "Kate Brennan", at: at)
        }
        return OpenedPlan(
            written: WrittenPlan(
                plan: plan(state), proForma: proForma, priorities: priorities, blockages: [blockage]),
            names: PlaceNames(trust: "Willowbrook", school: "Willowbrook Academy", department: "English"),
            drafted: OpenedPlan.Mark(who: "Amir Hussain", at: at), steps: steps, supersedes: nil,
            seats: [held.id: held, vacant.id: vacant], bound: [held.id, vacant.id], changes: 7,
            today: at.day)
    }

    func seen(_ state: PlanState, writes: Bool = true, priorities: [Priority]? = nil) -> SeenPlan {
        let priorities = priorities ?? self.priorities
        let source = SourceStatement(
            evaluation: world.newID(at: at), item: world.newID(at: at), toolName: "Curriculum intent", number: "2.3",
            text: Self.hostile,
            agreed: SourceStatement.Agreed(level: AgreedLevel(2, of: 4, "Emerging"), day: at.day - 60),
            since: SourceStatement.Agreed(level: AgreedLevel(3, of: 4, "Secure"), day: at.day - 2))
        let reopened = SourceStatement(
            evaluation: world.newID(at: at), item: world.newID(at: at), toolName: "Curriculum intent", number: "2.4",
            text: "Units link back", agreed: nil)
        let child = LinkedPriority(
            id: world.newID(at: at), title: "Reading in science", plan: world.newID(at: at), planTitle: "Science",
            place: "Science, Willowbrook Academy", state: .live)
        return SeenPlan(
            opened: opened(state, priorities),
            sources: priorities.first.map { [$0.id: [source, reopened]] } ?? [:], above: [:],
            below: priorities.first.map { [$0.id: [child]] } ?? [:], before: nil,
            after: state == .superseded
                ? RelatedPlan(id: world.newID(at: at), title: "Reading in English, revised", state: .live) : nil,
            may: SeenPlan.Rights(
                writes: writes, approves: state == .submitted, reconsiders: state == .approved, seats: []))
    }

    func revised(_ state: PlanState, differs: Bool = true) -> Page {
        let seen = seen(state, writes: state == .draft)
        let sample = RevisionSample(
            old: seen.written, action: action, supporter: held, owner: vacant, words: Self.hostile,
            added: world.newID(at: at))
        let block = RevisionBlock(
            seen: sample.seen(state, differs: differs, at.day), plan: seen.plan, proForma: proForma,
            isOpen: state == .draft)
        return PlanPage(seen: seen, token: "token", additions: PlanAdditions(revision: block)).page
    }

    var withUndo: Page {
        var page = PlanPage(seen: seen(.draft), token: "token")
        page.removed = .action(action.id)
        return page.page
    }

    var writing: PlanWriting {
        PlanWriting(opened: opened(.draft, priorities), calendar: .unknown, seats: [held], above: [])
    }

    var actionPage: PartPage {
        PartPage(
            title: "Change an action", writing: writing, action: PlanLinks.editAction(plan.id, action.id),
            form: ActionForm(action), version: 1, token: "token",
            below: removal(of: .action(action.id), in: writing.written, token: "token"))
    }

    var clearing: Page {
        ClearingPage(
            opened: opened(.live, priorities), blockage: blockage, token: "token", words: "",
            errors: FieldErrors([("cleared", "Say how it was cleared.")])
        ).page
    }

    var choices: DraftChoices {
        DraftChoices(
            places: [DraftChoices.Spot(place: place, name: "Willowbrook Academy: English")], proFormas: [proForma],
            calendar: .unknown, windows: [Window("Autumn term 2026", at.day, at.day + 27)], picked: [],
            pickedPlace: nil, today: at.day)
    }

    func list(_ lines: [PlanLine]) -> PlanList {
        PlanList(lines: lines, count: lines.count, schools: [], mayWrite: true, today: at.day)
    }

    var lines: [PlanLine] {
        PlanState.allCases.map { state in
            PlanLine(
                id: world.newID(at: at), title: Self.hostile, kind: .department, place: place,
                names: PlaceNames(trust: "Willowbrook", school: "Willowbrook Academy", department: "English"),
                state: state, starts: at.day - 100, ends: at.day - 1, priorities: 2)
        }
    }

    var narrowed: PlansWanted {
        var wanted = PlansWanted()
        (wanted.kind, wanted.isMine) = (.rapid, true)
        return wanted
    }
}
