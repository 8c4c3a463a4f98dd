import Kernel
import Markup
import People
import PlanRules
import Site
import ToolRules

/// Looks at each moment of their life, refused, missed, with a word that tries to break out.
let checkSamples: [Sample] = SampleChecks().map(samples) ?? []

private func samples(_ given: SampleChecks) -> [Sample] {
    let wrong = FieldErrors([
        ("finding", "Say what was found, before it is rated."), ("response", "It does not work fully yet."),
        ("next", "Friday 25 December is in the Christmas holiday."), ("file", "That file is larger than 5 MB."),
    ])
    let typed = CheckForm(
        Form([
            ("rating", "amber"), ("response", "too-early"), ("next", "2026-12-25"), ("note", SampleChecks.hostile),
            ("version", "1"),
        ]))
    let pages: [(String, Page)] = [
        ("Due, after an adaptation", CheckPage(seen: given.seen(), token: "token").page),
        ("Refused", CheckPage(seen: given.seen(), token: "token", form: typed, errors: wrong).page),
        ("For a reader", CheckPage(seen: given.seen(mayRecord: false), token: "token").page),
        ("Done late, with evidence", CheckPage(seen: given.seen(given.late), token: "token").page),
        ("Two people recorded this", CheckMergePage(seen: given.seen(given.late), form: typed, token: "token").page),
        ("Plan a check", CheckPlanPage(desk: given.desk, series: nil, form: given.planned, token: "token").page),
        (
            "Plan a check, with its days",
            CheckPlanPage(
                desk: given.desk, series: nil, form: given.planned, token: "token",
                looks: CheckSchedule(given.check).looks(in: given.calendar), isCutShort: true
            ).page
        ),
        ("Plan a check, a day in a holiday", given.refusedDay),
        ("End a check", CheckEndingPage(planned: given.series, token: "token").page),
        ("Missed anywhere", MissedChecksPage(missed: given.missed).page),
        ("Missed anywhere, none", MissedChecksPage(missed: given.noneMissed).page),
        ("A school's health", HealthPage(health: given.health).page),
        ("A school's health, no plans", HealthPage(health: given.noHealth).page),
    ]
    let parts: [(String, HTML)] = [
        ("In place", checkCard(given.line, token: "token", back: "/", today: given.today)),
        ("On a live plan", given.planChecks(.live).block(of: given.check.subject, token: "token")),
        ("On a draft", given.planChecks(.draft).block(of: given.check.subject, token: "token")),
        ("A plan's health, with plans below", given.planChecks(.live).healthBlock),
    ]
    return pages.map { name, page in
        Sample("Checks", name) { "\(errorSummary(page.errors))<h2>\(page.title)</h2>\(page.body)" }
    } + parts.map { name, html in Sample("Checks", name) { html } }
}

/// An invented plan on a Tuesday of the autumn term.
private struct SampleChecks: Sendable {
    static let hostile = "\"><script>alert(1)</script> & 'Sons'"

    static let sign = "Pupils use the new words without being asked."

    let today = Day(number: 20_781)
    let calendar: SchoolCalendar
    let permit: MayWritePlan
    let school = SchoolID(bytes: [UInt8](repeating: 1, count: 16))
    let person = PersonID(bytes: [UInt8](repeating: 2, count: 16))
    let seat = SeatID(bytes: [UInt8](repeating: 3, count: 16))

    init?() {
        let halves = [
            HalfTerm(1, .autumn, "Autumn 1", Day(number: 20_698), Day(number: 20_749)),
            HalfTerm(2, .autumn, "Autumn 2", Day(number: 20_759), Day(number: 20_805)),
            HalfTerm(3, .spring, "Spring 1", Day(number: 20_822), Day(number: 20_861)),
        ]
        let head = Actor(person: person, name: "Kate Brennan", posts: [HeldPost(.headteacher, at: .school(school))])
        guard let year = try? AcademicYear(startsIn: 2026, halfTerms: halves),
            let calendar = try? SchoolCalendar([year]),
            let permit = try? MayWritePlan(head, SampleChecks.plan(.draft, of: school))
        else { return nil }
        (self.calendar, self.permit) = (calendar, permit)
    }

    private func id<Subject>(_ number: UInt8) -> ID<Subject> { ID(bytes: [UInt8](repeating: number, count: 16)) }

    private func plan(_ state: PlanState) -> Plan { Self.plan(state, of: school) }

    private static func plan(_ state: PlanState, of school: SchoolID) -> Plan {
        Plan(
            id: PlanID(bytes: [UInt8](repeating: 4, count: 16)), kind: .department, place: .school(school),
            title: "Reading first", starts: Day(number: 20_741), ends: Day(number: 20_981), state: state, version: 1)
    }

    var check: CheckPlan {
        CheckPlan(
            id: id(5), subject: .action(id(6)), looked: "Reading aloud in three lessons", how: "Ten minutes each.",
            seat: seat, rhythm: .fortnightly, first: today - 20, last: today + 60, days: [], ended: nil, version: 1)
    }

    var series: PlannedCheck { series(.live) }

    private func series(_ state: PlanState) -> PlannedCheck {
        PlannedCheck(
            plan: plan(state), check: check, subject: "Teach words before texts", isSealed: state == .live,
            isRemoved: false)
    }

    var adapted: CheckResult {
        CheckResult(
            day: today - 14, finding: "Four of six read with ease.", rating: .amber, response: .adapt(Self.hostile))
    }

    var late: CheckResult {
        CheckResult(day: today, finding: "Every start is calm.\n\(Self.hostile)", rating: .green, response: nil)
    }

    func seen(_ result: CheckResult? = nil, mayRecord: Bool = true) -> SeenCheck {
        let due = result == nil ? today : today - 15
        let look = LookAtHand(
            check: ImpactCheck(id: id(7), plan: id(5), due: due, until: due + 7, result: result), state: .live,
            calledOff: nil, isOpen: result == nil, version: 1, waiting: [])
        let recorded = CheckAtHand.Recorded(
            by: person, name: "Amir Hussain", at: Instant(milliseconds: Int64(today.number) * 86_400_000), version: 1)
        let kept = KeptEvidence(
            kind: .bookLook, seen: today - 1, note: Self.hostile, link: "https://example.org/notes",
            file: KeptEvidence.KeptFile(id: id(8), name: "Books.pdf", bytes: 1_250_000))
        return SeenCheck(
            check: CheckAtHand(look: look, planned: series, seat: seat, recorded: result.map { _ in recorded }),
            line: SeenCheck.Line(
                placeName: "English, Willowbrook Academy", seatName: "Middle leader", holder: "Amir Hussain"),
            signs: [Self.sign, Self.hostile],
            evidence: result == nil ? [] : [kept], lastTime: LastTime(result: adapted), calendar: calendar,
            today: today,
            mayRecord: mayRecord, mayCorrect: mayRecord && result != nil)
    }

    var line: CheckLine { line(due: today) }

    private func line(due: Day) -> CheckLine {
        CheckLine(
            id: id(7), series: id(5), looked: "Reading aloud in three lessons", planTitle: "Reading first", plan: id(4),
            subject: "Teach words before texts", sign: Self.sign, place: .school(school),
            placeName: "English, Willowbrook Academy",
            seat: seat, holder: "Amir Hussain", look: Look(due: due, until: due + 6), version: 1,
            lastTime: LastTime(result: adapted))
    }

    var desk: CheckDesk {
        let holder = Seat.Holder(person: person, name: "Amir Hussain")
        return CheckDesk(
            plan: plan(.draft), subject: .action(id(6)), subjectWords: "Teach words before texts",
            seats: [Seat(id: seat, role: .middleLeader, place: .school(school), holder: holder)], calendar: calendar,
            before: nil, today: today, permit: permit)
    }

    var planned: CheckPlanForm { CheckPlanForm(check) }

    var refusedDay: Page {
        let form = CheckPlanForm(
            Form([("looked", Self.hostile), ("rhythm", "dates"), ("day-1", "2026-12-25"), ("version", "0")]))
        let errors = FieldErrors([("days", "Friday 25 December is in the Christmas holiday.")])
        return CheckPlanPage(desk: desk, series: nil, form: form, token: "token", errors: errors).page
    }

    /// Of a plan whose one series was found so last.
    private func health(_ rating: Rating?, missed: Int = 0) -> PlanHealth {
        var facts = HealthFacts(state: .live)
        facts.series = 1
        facts.ratings = rating.map { [$0] } ?? []
        (facts.missed, facts.done, facts.lastLook) = (missed, 1, today - 5)
        facts.oldestMissed = missed > 0 ? today - 16 : nil
        return facts.health(on: today)
    }

    func planChecks(_ state: PlanState) -> PlanChecks {
        let looks = [
            ImpactCheck(id: id(9), plan: id(5), due: today - 30, until: today - 25, result: late),
            ImpactCheck(id: id(10), plan: id(5), due: today - 16, until: today - 9, result: nil),
            ImpactCheck(id: id(11), plan: id(5), due: today + 9, until: today + 16, result: nil),
        ]
        let health = health(.green, missed: 1)
        return PlanChecks(
            plan: plan(state),
            series: [
                CheckSeries(
                    planned: series(state), holder: nil, looks: state == .draft ? [] : looks,
                    waiting: [id(10), id(11)])
            ],
            health: health,
            healthOfAnswers: [id(12): health],
            calendar: calendar, today: today, mayPlan: true)
    }

    var missed: MissedChecks {
        MissedChecks(
            lines: [line(due: today - 30), line(due: today - 12)],
            schools: [
                MissedChecks.School(id: school, name: "Willowbrook Academy", count: 60),
                MissedChecks.School(id: id(13), name: "Oakfield Primary", count: 1),
            ], chosen: school, page: 1, today: today, seesHealth: [school])
    }

    var noneMissed: MissedChecks { MissedChecks(lines: [], schools: [], chosen: nil, page: 1, today: today) }

    var health: SchoolHealth {
        var figures = LookFigures()
        (figures.onTime, figures.late, figures.missed, figures.waiting) = (7, 2, 3, 1)
        figures.responses = [.adapt: 3, .keep: 2]
        let stands = [health(.red), health(nil), health(.green)]
        return SchoolHealth(
            school: school, schoolName: "Willowbrook Academy", window: Window("Autumn 2", today - 22, today + 24),
            figures: figures,
            plans: stands.enumerated().map { index, health in
                HealthLine(
                    plan: id(UInt8(20 + index)), title: "Plan \(index + 1)", kind: .department,
                    placeName: "English, Willowbrook Academy", ends: today + 200, health: health)
            }, oldest: [line(due: today - 30)], missed: 9, today: today)
    }

    var noHealth: SchoolHealth {
        SchoolHealth(
            school: school, schoolName: "Oakfield Primary", window: nil, figures: LookFigures(), plans: [], oldest: [],
            missed: 0, today: today)
    }
}
