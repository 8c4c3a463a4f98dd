import Kernel
import Markup
import SchoolRules
import Site

private let today = Day(number: 20_778)
private let token = "sample"

private func sampleID<Subject>(_ number: UInt8) -> ID<Subject> {
    ID(bytes: Array(repeating: 0, count: 15) + [number])
}

private func school(
    _ number: UInt8, _ name: String, _ phase: SchoolPhase?, _ ages: (Int, Int), pupils: Int?, left: Day? = nil
) -> School {
    var facts = SchoolFacts(urn: "9900\(10 + number)", name: name)
    (facts.phase, facts.lowAge, facts.highAge) = (phase, ages.0, ages.1)
    (facts.pupils, facts.pupilsCounted, facts.authority) = (pupils, today - 300, "Leicestershire")
    if number == 3 { facts.provision = .special }
    return School(id: sampleID(number), version: 1, facts: facts, joined: nil, left: left)
}

private let ash = school(1, "Ash Lane Primary School", .primary, (3, 11), pupils: 412)
private let schools = [
    ash,
    school(
        2, "The Extraordinarily Long-Named Church of England and Catholic Academy of Upper Birchwood", .secondary,
        (11, 18), pupils: 1_204),
    school(3, "<b>Cedar</b> & \"Elm\" School", .allThrough, (4, 19), pupils: nil),
]

private func listPage(_ schools: [School], isPast: Bool = false) -> HTML {
    let listed = schools.enumerated().map { index, school in
        ListedSchool(school: school, category: index == 2 ? nil : SchoolCategory.defaults[index + 1])
    }
    return SchoolListPage(schools: listed, isPast: isPast, mayImport: true).page.body
}

let schoolSamples: [Sample] = [
    Sample("Schools", "List of none") { listPage([]) },
    Sample("Schools", "List of three") { listPage(schools) },
    Sample("Schools", "One that left") {
        listPage([school(4, "Dogwood School", .primary, (4, 11), pupils: 96, left: today - 90)], isPast: true)
    },
    Sample("Schools", "Departments, to keep") {
        let names: [(String, Department.Kind, Day?)] = [
            ("English", .subject, nil), ("Year 6", .yearGroup, nil), ("Latin", .subject, today - 400),
        ]
        let departments = names.enumerated().map { index, one in
            Department(
                id: sampleID(UInt8(index)), school: ash.id, version: 1, name: one.0, kind: one.1, closed: one.2)
        }
        let seen = SeenDepartments(school: ash, departments: departments, mayKeep: true)
        return DepartmentsPage(seen: seen, token: token).page.body
    },
    Sample("Schools", "Departments, refused") {
        DepartmentsPage(
            seen: SeenDepartments(school: ash, departments: [], mayKeep: true), token: token,
            errors: FieldErrors([("name", "Give the department a name.")])
        ).page.body
    },
    Sample("Schools", "Category with a history") { categoryPage },
]

private var categoryPage: HTML {
    let placings = [("attention", 20, "Attendance fell below nine in ten."), ("secure", 500, "Steady in every area.")]
    let seen = SeenCategory(
        school: ash, categories: SchoolCategory.defaults,
        placings: placings.map { category, days, reason in
            CategoryPlacing(
                school: ash.id, category: category, from: today - days, reason: reason, decider: sampleID(9),
                deciderName: "Robin Vale", decided: Instant(milliseconds: 0))
        }, mayPlace: true, today: today)
    return CategoryPage(seen: seen, token: token).page.body
}
