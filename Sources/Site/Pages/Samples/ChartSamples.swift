import Kernel
import Markup

private let areas = [
    "Curriculum", "Teaching and learning", "Behaviour and attitudes", "Inclusion", "Leadership", "Early years",
]
private let schools = [
    "Ashgrove Primary", "Blackthorn Academy", "Cold Harbour Infants", "Dovecote Junior", "Eastfield High",
    Awkward.hostile,
    Awkward.long,
]

/// Different in every crossing and the same on every day.
private func cell(_ row: Int, _ column: Int) -> HeatMap.Cell {
    let address = "/schools/\(row)/areas/\(column)"
    let known = (row * 5 + column * 3) % 11
    guard known != 4, known != 9 else { return HeatMap.Cell(nil, address: address) }
    let level = 1 + Double((row * 7 + column * 4) % 31) / 10
    let day = Given.days(ago: known * 23)
    return HeatMap.Cell(
        HeatMap.Cell.Known(
            level: level, of: 4, word: Given.levels[min(3, Int(level.rounded()) - 1)].word,
            range: max(1, Int(level) - 1)...min(4, Int(level) + 1), day: day),
        address: address, judged: known == 7 ? (18, 30) : nil)
}

let chartSamples: [Sample] = [
    Sample("Charts", "Heat map") {
        HeatMap(
            title: "Schools by area", corner: "School", today: Given.today, columns: areas.map { HeatMap.Heading($0) },
            rows: schools.enumerated().map { row, name in
                (
                    HeatMap.Heading(name, address: "/schools/\(row)", detail: "Secure"),
                    areas.indices.map { cell(row, $0) }
                )
            }
        ).html
    },
    Sample("Charts", "Spread") {
        SpreadBar(Spread(zip(Given.levels, [4, 11, 9, 1]).map { .init($0, $1) }, notJudged: 3, left: 2)).html
            + SpreadBar(Spread(zip(Given.levels, [0, 1, 29, 0]).map { .init($0, $1) }, notJudged: 0)).html
            + SpreadBar(Spread([], notJudged: 0)).html
    },
    Sample("Charts", "Movement over rounds") {
        SlopeChart(
            title: "Curriculum intent, mean level", rounds: ["Autumn 2025", "Spring 2026", "Autumn 2026"],
            levels: Given.levels,
            lines: [
                .init("Ambition", [1.4, 1.9, 2.6], isMarked: true), .init("Sequence", [2.1, nil, 2.2]),
                .init("Reading", [2.0, 2.2, 2.2]), .init("Progression", [3.1, 2.9, 2.3]),
                .init(Awkward.hostile, [nil, nil, nil]),
                .init(Awkward.long, [1, 1, 1.2]),
            ]
        ).html
    },
    Sample("Charts", "Sparkline") {
        """
        <p>Attendance \(Sparkline("Attendance in per cent", [93.1, 93.4, nil, 92.8, 94.0], range: 90...96).html)</p>\
        <p>Nothing yet \(Sparkline("Suspensions", [], range: 0...10).html)</p>
        """
    },
    Sample("Charts", "Year") {
        YearGrid(title: "School year 2026 to 2027", start: Day("2026-09-01")!, today: Given.today) { mark(of: $0) }.html
    },
]

private func mark(of day: Day) -> YearGrid.Mark {
    if day == Day("2026-12-25")! || day == Day("2027-03-26")! { return .init(.bankHoliday, words: "Bank holiday") }
    if day == Day("2026-09-01")! || day == Day("2027-01-04")! { return .init(.inset, words: "INSET day") }
    let holidays = [("2026-10-26", "2026-10-30"), ("2026-12-21", "2027-01-03"), ("2027-07-22", "2027-08-31")]
    if holidays.contains(where: { Day($0.0)! <= day && day <= Day($0.1)! }) { return .init(.holiday, words: "Holiday") }
    return day.weekday.isWeekend ? .init(.weekend) : .init(.school)
}
