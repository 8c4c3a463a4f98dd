import EvaluationRules
import Kernel
import PlanRules
import ToolRules

/// Values that the tests of this folder start from: an English department, a plan from November to July, a year with an
/// Easter holiday from 26 March to 11 April.
enum PlanSample {
    static let world = World.fixed(Instant("2026-11-21T09:30")!)
    static let school: SchoolID = id()
    static let elsewhere: SchoolID = id()
    static let english = Place.department(id(), of: school)
    static let whole = Place.school(school)

    static let head = actor(.headteacher, at: whole)
    static let deputy = actor(.seniorLeader, at: whole)
    static let liaison = actor(.liaison, at: whole)
    static let governor = actor(.governor, at: whole)
    static let guest = actor(.guest, at: whole)
    static let stranger = actor(.headteacher, at: .school(elsewhere))
    static let headOfEnglish = actor(.middleLeader, at: english)
    static let director = actor(.directorOfEducation, at: .trust)
    static let chief = actor(.chiefExecutive, at: .trust)
    static let trustee = actor(.trustee, at: .trust)

    static func id<Subject>() -> ID<Subject> { world.newID(at: world.now()) }

    static func actor(_ role: Role, at place: Place) -> Actor {
        Actor(person: id(), name: role.name, posts: [HeldPost(role, at: place, in: id())])
    }

    static func day(_ iso: String) -> Day { Day(iso)! }

    /// Bank holiday on 3 May; nothing is known after July.
    static let calendar: SchoolCalendar = {
        let dates = [
            ("2026-09-01", "2026-10-23"), ("2026-11-02", "2026-12-18"), ("2027-01-04", "2027-02-12"),
            ("2027-02-22", "2027-03-25"), ("2027-04-12", "2027-05-28"), ("2027-06-07", "2027-07-21"),
        ]
        let halves = zip(dates, Season.usual).enumerated().map { index, pair in
            HalfTerm(index + 1, pair.1, "\(pair.1.name) \(index % 2 + 1)", day(pair.0.0), day(pair.0.1))
        }
        let mayDay = MarkedDay(day("2027-05-03"), .bankHoliday, "Early May bank holiday")
        let year = try? AcademicYear(startsIn: 2026, halfTerms: halves, marks: [mayDay])
        return (try? SchoolCalendar([year].compactMap { $0 })) ?? .unknown
    }()

    static func proForma(
        _ kind: PlanKind = .department, limits: ProForma.Limits = .usual, blockages: Bool = false,
        asks: [ProFormaField: FieldAsk] = [:]
    ) -> ProForma {
        ProForma(
            id: id(), key: ProFormaKey("sample")!, version: ProFormaVersion("2026-1")!, kind: kind, name: "Sample",
            purpose: "To try things.", audience: "Anybody.", limits: limits, hasBlockages: blockages, asks: asks)
    }

    static func plan(
        _ state: PlanState = .draft, kind: PlanKind = .department, at place: Place = english
    ) -> Plan {
        Plan(
            id: id(), kind: kind, place: place, title: "Reading", starts: day("2026-11-23"), ends: day("2027-07-16"),
            state: state, version: 1)
    }

    static func written(
        _ state: PlanState = .draft, _ proForma: ProForma = proForma(), priorities: [Priority] = [],
        blockages: [Blockage] = [], answered: Set<PriorityID> = []
    ) -> WrittenPlan {
        WrittenPlan(
            plan: plan(state, kind: proForma.kind), proForma: proForma, priorities: priorities, blockages: blockages,
            answered: answered)
    }

    static func priority(
        _ title: String = "Read more", actions: [PlannedAction] = [], outcomes: [Outcome] = [], ended: Ending? = nil
    ) -> Priority {
        Priority(
            id: id(), title: title, why: "Seen", stops: "", answers: nil, outcomes: outcomes, actions: actions,
            ended: ended, version: 1)
    }

    static func action(owner: SeatID? = nil, ended: Ending? = nil) -> PlannedAction {
        PlannedAction(
            id: id(), what: "Read aloud", aspects: "", seen: "", how: "", support: "", owner: owner ?? id(),
            supporter: nil, starts: day("2026-11-23"), ends: day("2027-02-12"), cost: .none, ended: ended, version: 1)
    }

    static func outcome(_ criteria: [Criterion] = []) -> Outcome {
        Outcome(id: id(), horizon: .short, words: "Books are open", by: nil, criteria: criteria, version: 1)
    }

    static func criterion() -> Criterion {
        Criterion(id: id(), words: "Three of three", status: .notYet, why: "", judged: nil, version: 1)
    }

    static func blockage(by day: String = "2026-12-01", removed: Ending? = nil) -> Blockage {
        Blockage(id: id(), words: "No room", remover: id(), by: self.day(day), removed: removed, version: 1)
    }

    static func ending(_ reason: String = "It works without") -> Ending {
        Ending(day: day("2026-12-01"), reason: reason)
    }
}

/// The sentences at each field that `work` refuses; empty when it refuses nothing.
func refused(_ work: () throws -> some Any) throws -> [String: String] {
    do {
        _ = try work()
        return [:]
    } catch Refusal.invalid(let errors) {
        return Dictionary(errors.all.map { ($0.field, $0.sentence) }) { first, _ in first }
    }
}

/// The sentence of a conflict; nil when there is none.
func conflict(_ work: () throws -> some Any) -> String? {
    do {
        _ = try work()
        return nil
    } catch Refusal.conflict(let sentence) {
        return sentence
    } catch {
        return nil
    }
}
