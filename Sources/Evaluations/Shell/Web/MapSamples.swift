import EvaluationRules
import Kernel
import Markup
import SchoolRules
import Site
import ToolRules

/// The map, a school and an area: empty, full, filtered, for those who see little, and with words that try to break out.
let mapSamples: [Sample] = [
    sample("Trust map", "For somebody with a department alone") { mapPage([]) },
    sample("Trust map", "Every kind of cell") { mapPage(given.schools) },
    sample("Trust map", "Sorted and filtered") {
        HeatMapPage(
            map: given.map(given.schools), choice: MapChoice(kind: "primary", category: "strong"),
            order: MapOrder(area: "curriculum", isHighestFirst: true)
        ).page
    },
    sample("Trust map", "Nothing of this kind") {
        mapPage(given.schools.map(given.hidden), MapChoice(kind: "post-16"))
    },
    sample("School", "As its head sees it") { SchoolPage(seen: given.school()).page },
    sample("School", "As a head of department sees it") {
        SchoolPage(seen: given.school(seesWhole: false)).page
    },
    sample("School", "One that left, nothing judged") {
        SchoolPage(seen: given.school(left: given.today - 400, isEmpty: true)).page
    },
    sample("School", "All its evaluations") {
        SchoolHistoryPage(history: given.history, wanted: EvaluationsWanted(department: given.department, page: 2)).page
    },
    sample("Area", "Nothing yet") { AreaPage(seen: given.area(agreed: [], open: [])).page },
    sample("Area", "Agreed and under way") {
        AreaPage(
            seen: given.area(
                agreed: [given.agreed], open: [OpenEvaluation(line: given.line("English"), stage: .agreeing)])
        )
        .page
    },
]

private let given = SampleTrust()

private func sample(_ group: String, _ name: String, _ page: @escaping @Sendable () -> Page) -> Sample {
    Sample(group, name) {
        let page = page()
        return "<h2>\(page.title)</h2>\(page.body)"
    }
}

private func mapPage(_ schools: [MapSchool], _ choice: MapChoice = MapChoice()) -> Page {
    HeatMapPage(map: given.map(schools), choice: choice, order: MapOrder()).page
}

/// An invented trust on a Saturday of the autumn term.
private struct SampleTrust: Sendable {
    static let hostile = "\"><script>alert(1)</script> & 'Sons'"

    let today = Day(number: 20_778)
    let ids: [SchoolID]
    let evaluation: ID<Evaluation>
    let department: DepartmentID

    init() {
        let world = World.fixed(Instant(milliseconds: 1_795_253_400_000))
        ids = (0..<3).map { _ in world.newID(at: world.now()) }
        (evaluation, department) = (world.newID(at: world.now()), world.newID(at: world.now()))
    }

    var words: AreaWords {
        var words = AreaWords()
        for area in ["Curriculum", "Inclusion", Self.hostile] {
            for word in ["Not yet", "Emerging", "Secure", "Exemplary"] { words.add(word, to: area, of: 4) }
        }
        return words
    }

    var window: Window { Window("Autumn term 2026", today - 80, today + 27) }

    func map(_ schools: [MapSchool]) -> TrustMap { TrustMap(schools: schools, words: words, today: today) }

    func total(
        _ area: String, _ counts: [Int], left: Int = 0, notJudged: Int = 0, days: ClosedRange<Int>? = nil, open: Int = 0
    )
        -> SchoolAreaTotal
    {
        SchoolAreaTotal(
            area: area, tally: Tally(counts: counts, left: left, notJudged: notJudged),
            agreed: days.map { (today - $0.upperBound)...(today - $0.lowerBound) }, open: open)
    }

    /// A school with settled areas, one whose first evaluation is under way, and one that nobody has looked at.
    var schools: [MapSchool] {
        let settled = [
            total("Curriculum", [1, 11, 14, 2], left: 1, notJudged: 3, days: 20...300, open: 2),
            total("Inclusion", [0, 0, 4, 9], days: 3...3),
            total(Self.hostile, [0, 0, 0, 0], left: 6, notJudged: 4, days: 0...0),
        ]
        let begun = [
            total("Curriculum", [0, 0, 0, 0], open: 1),
            total("Inclusion", [7, 2, 0, 0], notJudged: 1, days: 500...500),
        ]
        return [
            school(0, "Ashdown Primary School", .primary, SchoolCategory.defaults[0], settled),
            school(1, "Beech Hill \(Self.hostile)", .secondary, SchoolCategory.defaults[3], begun),
            school(2, "Llanfair-on-the-Marsh Church of England Voluntary Aided Infant School", .nursery, nil, []),
        ]
    }

    func school(
        _ index: Int, _ name: String, _ phase: SchoolPhase, _ category: SchoolCategory?, _ totals: [SchoolAreaTotal]
    ) -> MapSchool {
        var facts = SchoolFacts(urn: "90000\(index)", name: name)
        (facts.phase, facts.authorityCode, facts.authority) = (phase, "84\(index)", "Authority \(index)")
        return MapSchool(
            id: ids[index], facts: facts, kind: phase.rawValue, category: category, isShown: true,
            totals: Dictionary(uniqueKeysWithValues: totals.map { ($0.area, $0) }))
    }

    @Sendable func hidden(_ school: MapSchool) -> MapSchool {
        MapSchool(id: school.id, facts: school.facts, kind: school.kind, category: school.category, isShown: false)
    }
}

extension SampleTrust {
    func school(seesWhole: Bool = true, left: Day? = nil, isEmpty: Bool = false) -> SeenSchool {
        let first = schools[0]
        let place = Place.department(department, of: first.id)
        return SeenSchool(
            school: School(id: first.id, version: 1, facts: first.facts, joined: nil, left: left),
            placing: isEmpty ? nil : SchoolPlacing(category: SchoolCategory.defaults[0], since: today - 40),
            leaders: seesWhole && !isEmpty ? [SchoolLeader(role: .headteacher, name: Self.hostile)] : [],
            totals: seesWhole && !isEmpty ? Array(first.totals.values) : [], words: words,
            departments: isEmpty
                ? [] : [SchoolDepartment(id: department, name: "English")],
            evaluations: isEmpty ? [] : Stage.allCases.map { listed($0, at: place) },
            seesWhole: seesWhole,
            mayOpen: left == nil ? (seesWhole ? [.school(first.id), place] : [place]) : [], today: today)
    }

    var history: SchoolHistory {
        let seen = school()
        return SchoolHistory(
            school: seen.school, departments: seen.departments, evaluations: seen.evaluations,
            count: EvaluationsWanted.pageSize * 3, today: today)
    }

    func listed(_ stage: Stage, at place: Place) -> SchoolEvaluation {
        SchoolEvaluation(
            id: evaluation, toolName: "Curriculum intent", area: "Curriculum", place: place, departmentName: "English",
            window: window, stage: stage, statements: 30, progress: stage == .judging ? Progress(judged: 12) : nil,
            agreedOn: stage == .finished ? today - 9 : nil)
    }

    func line(_ department: String?) -> AreaLine {
        AreaLine(id: evaluation, toolName: "Curriculum intent", departmentName: department, window: window)
    }

    var agreed: AgreedEvaluation {
        let verdicts: [Verdict?] = [.level(3), .left, nil]
        let statements = verdicts.enumerated().map { index, verdict in
            let item: ItemID = World.fixed(Instant(milliseconds: Int64(index))).newID(at: Instant(milliseconds: 0))
            let agreement = verdict.map {
                Agreement(
                    item: item, verdict: $0, basis: .evidenceSeen, words: Self.hostile, version: 1, by: "Tom Bexley",
                    at: Instant(milliseconds: 1_793_000_000_000))
            }
            return AreaStatement(
                item: item, number: "1.\(index + 1)", text: "What pupils learn first is what they need next.",
                agreement: agreement)
        }
        return AgreedEvaluation(
            line: line(nil), agreedOn: today - 26, words: words.levels(4, in: "Curriculum"),
            aspects: [AgreedAspect(name: "Sequence", statements: statements)])
    }

    func area(agreed: [AgreedEvaluation], open: [OpenEvaluation]) -> SeenArea {
        SeenArea(
            school: ids[0], schoolName: "Ashdown Primary School", area: "Curriculum",
            total: agreed.isEmpty ? nil : schools[0].totals["Curriculum"], words: words, agreed: agreed, open: open,
            mayOpenAt: .school(ids[0]), today: today)
    }
}
