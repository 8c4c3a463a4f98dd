extension DemoSchool {
    /// The schools of the large trust: six primary schools, three secondary schools and a special one of every ten.
    static func meadowlark(_ count: Int) -> [DemoSchool] {
        (0..<count).map { index in
            switch index % 10 {
            case 9: special(index)
            case 6, 7, 8: secondary(index)
            default: primary(index)
            }
        }
    }

    private static let beginnings = [
        "Alder", "Bramble", "Cloud", "Dove", "Elder", "Fern", "Gorse", "Hazel", "Linden", "Rowan",
    ]
    private static let endings = ["croft", "dale", "ford", "hill", "mead", "stead"]
    private static let standings = [
        ("strong", "Assured in every review of the last two years."),
        ("secure", "Steady; one area is watched."),
        ("attention", "Two areas fell behind their plans."),
        ("secure", "Improving after a change of leadership."),
    ]

    private static func place(_ index: Int) -> String {
        let name = beginnings[index % beginnings.count] + endings[index / beginnings.count % endings.count]
        let lap = index / (beginnings.count * endings.count)
        return lap == 0 ? name : "\(name) \(lap + 1)"
    }

    private static func primary(_ index: Int) -> DemoSchool {
        school(
            index, "Primary School", number: "2", type: ("34", "Academy converter"), phase: ("2", "Primary"),
            ages: 4...11, pupils: 180 + index * 7 % 240)
    }

    private static func secondary(_ index: Int) -> DemoSchool {
        school(
            index, "Academy", number: "4", type: ("28", "Academy sponsor led"), phase: ("4", "Secondary"),
            ages: 11...18,
            pupils: 760 + index * 13 % 600)
    }

    private static func special(_ index: Int) -> DemoSchool {
        school(
            index, "School", number: "7", type: ("44", "Academy special converter"), phase: ("0", "Not applicable"),
            ages: 3...19, pupils: 80 + index)
    }

    private static func school(
        _ index: Int, _ kind: String, number: String, type: (String, String), phase: (String, String),
        ages: ClosedRange<Int>, pupils: Int
    ) -> DemoSchool {
        let standing = standings[index % standings.count]
        return DemoSchool(
            urn: String(910_001 + index), number: number + String(500 + index), name: "\(place(index)) \(kind)",
            town: place(index), type: type, phase: phase, ages: ages, pupils: pupils, hasNursery: ages.contains(3),
            hasSixthForm: ages.contains(18), category: standing.0, reason: standing.1, course: 1.6...3.4,
            departments: [], terms: 0)
    }
}
