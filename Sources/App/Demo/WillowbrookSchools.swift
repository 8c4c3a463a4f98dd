/// A school of the invented trust, with what the register would say and how it fares.
struct DemoSchool: Sendable {
    let urn: String
    let number: String
    let name: String
    let town: String
    /// Code and name of the register's types and phases.
    let type: (code: String, name: String)
    let phase: (code: String, name: String)
    let ages: ClosedRange<Int>
    let pupils: Int
    let hasNursery: Bool
    let hasSixthForm: Bool
    let category: String
    let reason: String
    /// Where its judgements lie at first and where they move to, from 1 to 4.
    let course: ClosedRange<Double>
    let departments: [(name: String, kind: String)]
    /// How many of the last six terms it has been evaluated in; a school that joined lately has none.
    let terms: Int
}

extension DemoSchool {
    private static let academy = ("34", "Academy converter")
    private static let sponsored = ("28", "Academy sponsor led")
    private static let primary = ("2", "Primary")
    private static let secondary = ("4", "Secondary")

    static let willowbrook: [DemoSchool] = [
        DemoSchool(
            urn: "900101", number: "2301", name: "Oakfield Primary School", town: "Hinckley", type: academy,
            phase: primary, ages: 4...11, pupils: 418, hasNursery: false, hasSixthForm: false, category: "strong",
            reason: "Three years of assured reviews, and gives help to two other schools.", course: 3.0...3.5,
            departments: [("Early years", "phase"), ("Key stage 1", "phase"), ("Key stage 2", "phase")], terms: 6),
        DemoSchool(
            urn: "900102", number: "2302", name: "St Bride's Church of England Primary School", town: "Coalville",
            type: academy, phase: primary, ages: 4...11, pupils: 207, hasNursery: false, hasSixthForm: false,
            category: "secure", reason: "Steady, with a new mathematics curriculum settling in.", course: 2.6...3.0,
            departments: [("Early years", "phase"), ("Key stage 2", "phase")], terms: 6),
        DemoSchool(
            urn: "900103", number: "2303", name: "Marsh Lane Infant and Nursery School", town: "Ibstock",
            type: sponsored, phase: primary, ages: 3...7, pupils: 184, hasNursery: true, hasSixthForm: false,
            category: "attention", reason: "Early reading is behind plan and two leaders are new.", course: 1.8...2.4,
            departments: [("Nursery", "phase"), ("Early years", "phase")], terms: 6),
        DemoSchool(
            urn: "900104", number: "2304", name: "Riverside Junior School", town: "Ibstock", type: academy,
            phase: primary, ages: 7...11, pupils: 342, hasNursery: false, hasSixthForm: false, category: "secure",
            reason: "Behaviour is calm; writing is the priority.", course: 2.3...2.8,
            departments: [("Lower school", "phase"), ("Upper school", "phase")], terms: 6),
        DemoSchool(
            urn: "900105", number: "4301", name: "Willowbrook Academy", town: "Loughborough", type: academy,
            phase: secondary, ages: 11...18, pupils: 1_243, hasNursery: false, hasSixthForm: true, category: "secure",
            reason: "Strong in most departments; inclusion is uneven.", course: 2.5...3.1,
            departments: [
                ("English", "subject"), ("Mathematics", "subject"), ("Science", "subject"), ("Humanities", "subject"),
                ("Sixth form", "phase"),
            ], terms: 6),
        DemoSchool(
            urn: "900106", number: "4302", name: "Hartley High School", town: "Shepshed", type: sponsored,
            phase: secondary, ages: 11...16, pupils: 887, hasNursery: false, hasSixthForm: false, category: "concern",
            reason: "Attendance and behaviour fell in two successive terms; a rapid plan is in place.",
            course: 1.5...2.2,
            departments: [("English", "subject"), ("Mathematics", "subject"), ("Science", "subject")], terms: 6),
        DemoSchool(
            urn: "900107", number: "7301", name: "The Beacon School", town: "Melton Mowbray",
            type: ("44", "Academy special converter"), phase: ("0", "Not applicable"), ages: 3...19, pupils: 96,
            hasNursery: true, hasSixthForm: true, category: "strong",
            reason: "Exemplary inclusion, sought by other trusts.", course: 3.0...3.6,
            departments: [("Lower school", "phase"), ("Upper school", "phase")], terms: 4),
        DemoSchool(
            urn: "900108", number: "4303", name: "Northgate Free School", town: "Leicester",
            type: ("35", "Free schools"), phase: ("7", "All-through"), ages: 4...18, pupils: 640, hasNursery: false,
            hasSixthForm: true, category: "attention", reason: "Joined this year; not yet known well enough.",
            course: 2.0...2.4, departments: [("Primary phase", "phase"), ("Secondary phase", "phase")], terms: 0),
    ]
}
