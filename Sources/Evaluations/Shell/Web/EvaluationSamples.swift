import EvaluationRules
import Kernel
import Markup
import Site
import ToolRules
import Tools

/// The pages of evaluations at each stage, empty, refused and with words that try to break out.
let evaluationSamples: [Sample] = SampleEvaluation().map(samples) ?? []

private func samples(_ sample: SampleEvaluation) -> [Sample] {
    let judging = sample.seen(.judging)
    let agreeing = sample.seen(.agreeing)
    let item = sample.tool.items[0]
    let card = JudgementCard(judging, item, side: .school)
    let wrong = FieldErrors([
        ("level", "Choose one of the 4 levels."), ("reason", "Keep this within 10,000 characters; it has 10,001."),
    ])
    let typed = JudgementForm(Form([("level", "9"), ("reason", SampleEvaluation.hostile), ("version", "1")]))
    let unclear = AgreementForm(Form([("words", SampleEvaluation.hostile), ("version", "0")]))
    let refused = AgreementCard(agreeing, sample.tool.items[1]).refusing(
        unclear, FieldErrors([("level", "Choose the level you agreed."), ("basis", "Say what moved it.")]))
    let pages: [(String, Page)] = [
        ("Sheet, judging", SheetPage(seen: judging, token: "token").page),
        ("Sheet, a second round", SheetPage(seen: sample.seen(.judging, isSecond: true), token: "token").page),
        (
            "Sheet, what is not yet looked at",
            SheetPage(seen: sample.seen(.judging, isSecond: true), token: "token", isNarrowed: true).page
        ),
        (
            "Last time, split, merged and reworded",
            Page(
                "Last time",
                body: sample.lastTimes.html {
                    LastTimeBlock(last: $0, levels: sample.tool.marks, today: sample.day).html
                })
        ),
        ("Sheet, a card refused", SheetPage(seen: judging, token: "token", refused: card.refusing(typed, wrong)).page),
        ("Sheet, agreed", SheetPage(seen: sample.seen(.finished), token: "token").page),
        ("Sheet, for a reader", SheetPage(seen: sample.seen(.judging, as: .reader), token: "token").page),
        ("Card", CardPage(seen: judging, item: item, token: "token").page),
        ("Joint room, still judging", JointRoomPage(seen: judging, token: "token").page),
        ("Joint room, agreeing", JointRoomPage(seen: agreeing, token: "token").page),
        ("Joint room, an agreement refused", JointRoomPage(seen: agreeing, token: "token", refused: refused).page),
        ("Joint room, agreed", JointRoomPage(seen: sample.seen(.finished), token: "token").page),
        (
            "Two people changed this",
            MergePage(
                seen: judging, kept: card, typed: card.refusing(typed, FieldErrors()), token: "token"
            ).page
        ),
        (
            "Open an evaluation, no year yet",
            OpeningPage(
                choices: sample.choices(windows: []), form: OpeningForm(), token: "token"
            ).page
        ),
        (
            "Open an evaluation, refused",
            OpeningPage(
                choices: sample.choices(windows: [sample.window]), form: OpeningForm(), token: "token",
                errors: FieldErrors([("place", "Choose a school or a department."), ("tool", "Choose a tool.")])
            ).page
        ),
        ("List, empty", EvaluationListPage(lines: [], today: sample.day, mayOpen: true).page),
        ("List", EvaluationListPage(lines: sample.lines, today: sample.day, mayOpen: true).page),
    ]
    return pages.map { name, page in
        Sample("Evaluations", name) { "\(errorSummary(page.errors))<h2>\(page.title)</h2>\(page.body)" }
    }
}

/// An invented evaluation of an invented tool.
struct SampleEvaluation: Sendable {
    static let hostile = "\"></textarea><script>alert(1)</script> & 'more'"

    let tool: PublishedTool
    let id: ID<Evaluation>
    let school: SchoolID
    let head: Actor
    let at: Instant

    /// - Returns: nil when the sample's tool is none, which a test would notice.
    init?() {
        guard let key = ToolKey("asking"), let version = VersionName("2026-1"), let at = Instant("2026-11-21T09:30"),
            let tool = try? PublishedTool.reading(sampleTool, tool: key, version: version)
        else { return nil }
        let world = World.fixed(at)
        (self.tool, self.at, id, school) = (tool, at, world.newID(at: at), world.newID(at: at))
        head = Actor(person: world.newID(at: at), name: "Head", posts: [HeldPost(.headteacher, at: .school(school))])
    }

    var day: Day { at.day }
    var window: Window { Window("Autumn term 2026", day - 80, day + 27) }

    func seen(
        _ stage: Stage, as standpoint: Standpoint = .judging(.school), isSecond: Bool = false
    ) -> SeenEvaluation {
        var milestones = Milestones()
        milestones.ready[.school] = Mark(who: "Helen Marsh", at: at)
        if stage != .judging { milestones.revealed = Mark(who: "Tom Bexley", at: at) }
        if stage == .finished {
            milestones.signed = [.school: Mark(who: "Helen Marsh", at: at), .liaison: Mark(who: "Tom Bexley", at: at)]
        }
        return SeenEvaluation(
            id: id, place: .school(school),
            head: EvaluationHead(
                school: school, schoolName: "Oakfield Primary School", departmentName: nil, window: window,
                opened: Mark(who: "Tom Bexley", at: at), before: nil),
            tool: tool, items: tool.items.map(\.id), stage: stage, standpoint: standpoint, milestones: milestones,
            judgements: standpoint == .reader ? [:] : judgements(stage), agreements: agreements(stage),
            lastTime: isSecond ? lastTime : [:], mayReopen: stage == .finished, finishedMark: nil, today: day)
    }

    private var lastTime: [ItemID: LastTime] {
        [
            tool.items[0].id: last(0, [.level(2)], .same), tool.items[1].id: last(1, [.left], .same),
        ]
    }

    var lastTimes: [LastTime] {
        [
            last(0, [.level(2)], .close), last(0, [.level(4)], .partly), last(1, [.level(1), nil, .left], .partly),
            last(1, [nil], .same),
        ]
    }

    private func last(_ index: Int, _ verdicts: [Verdict?], _ likeness: Likeness) -> LastTime {
        let item = tool.items[index]
        let round = Round(
            evaluation: id, window: Window("Summer term 2026", day - 220, day - 130), agreedOn: day - 150,
            words: tool.version.scale.levels.map(\.name))
        return LastTime(
            round: round, likeness: likeness,
            ancestors: verdicts.map { verdict in
                LastTime.Ancestor(
                    item: item.id, number: item.item.number, text: item.item.text,
                    agreement: verdict.map {
                        Agreement(
                            item: item.id, verdict: $0, basis: .evidenceSeen, words: Self.hostile, version: 1,
                            by: "Tom Bexley", at: Instant(milliseconds: at.milliseconds - 13_000_000_000))
                    })
            })
    }

    private func judgements(_ stage: Stage) -> [Side: [ItemID: Judgement]] {
        let first = tool.items[0].id
        let second = tool.items[1].id
        let own = [
            first: judgement(first, .school, .level(3), Self.hostile),
            second: judgement(second, .school, .level(2), ""),
        ]
        if stage == .judging { return [.school: own] }
        return [
            .school: own,
            .liaison: [
                first: judgement(first, .liaison, .level(3), "Seen in every class we visited."),
                second: judgement(second, .liaison, .left, ""),
            ],
        ]
    }

    private func judgement(_ item: ItemID, _ side: Side, _ verdict: Verdict, _ reason: String) -> Judgement {
        Judgement(
            item: item, side: side, verdict: verdict, reason: reason, version: 1,
            by: side == .school ? "Helen Marsh" : "Tom Bexley", at: at)
    }

    private func agreements(_ stage: Stage) -> [ItemID: Agreement] {
        guard stage != .judging else { return [:] }
        let first = tool.items[0].id
        let equal = Agreement(
            item: first, verdict: .level(3), basis: .equal, words: "", version: 1, by: "Tom Bexley", at: at)
        guard stage == .finished else { return [first: equal] }
        let second = tool.items[1].id
        let moved = Agreement(
            item: second, verdict: .level(2), basis: .evidenceSeen, words: Self.hostile, version: 2, by: "Tom Bexley",
            at: at)
        return [first: equal, second: moved]
    }

    func choices(windows: [Window]) -> OpeningChoices {
        let row = ToolVersionRow(
            id: tool.id, tool: tool.version.tool, version: tool.version.version, name: tool.version.name,
            area: tool.version.area, purpose: tool.version.purpose, judgedFor: tool.version.judgedFor,
            judgedItems: tool.items.count, hash: tool.hash)
        return OpeningChoices(
            places: [.init(place: .school(school), name: "Oakfield Primary School")], tools: [row], windows: windows,
            today: day)
    }

    var lines: [EvaluationLine] {
        Stage.allCases.map { stage in
            EvaluationLine(
                id: id, toolName: tool.version.name, place: .school(school), schoolName: "Oakfield Primary School",
                departmentName: nil, window: window, stage: stage, ready: [.school], signed: [],
                statements: tool.items.count, progress: stage == .judging ? Progress(judged: 1) : nil)
        }
    }
}

let sampleTool = """
    tool: asking
    version: 2026-1
    name: Asking in lessons
    area: Teaching
    purpose: Helps a department to see whether its questions make all pupils think.
    judged-for: [department, school]
    licence: MIT
    scale:
      - {level: not-yet, name: Not yet, means: It has not begun.}
      - {level: emerging, name: Emerging, means: It happens in some lessons.}
      - {level: secure, name: Secure, means: It happens in every lesson we see.}
      - {level: exemplary, name: Exemplary, means: Others come to learn it.}
    aspects:
      - aspect: everybody
        name: Everybody thinks
        question: Who did the thinking in the last ten minutes?
        statements:
          - statement: wait
            text: After a question there is time to think before anybody answers.
            guidance: Three seconds feel long to whoever asks and short to whoever thinks.
            looks-like: [Hands stay down until everybody had time., Somebody changes their answer.]
            evidence: [{kind: lesson-visit, from: Count the seconds in three lessons.}]
          - statement: everybody
            text: Whoever is asked, everybody has to have an answer.
            guidance: Ask what the others wrote before the one who was asked speaks.
            looks-like: [Answers are on paper before they are spoken., Nobody is passed over.]
            evidence: [{kind: book-look, from: Look for short answers beside the questions.}]
    """
