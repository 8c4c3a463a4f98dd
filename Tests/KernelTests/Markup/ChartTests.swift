import Foundation
import Kernel
import Testing

@testable import Markup

private let levels = LevelMark.scale(["Not yet", "Emerging", "Secure", "Exemplary"])
private let today = Day("2026-11-21")!

/// Widths of the bar's pieces, in per cent.
private func widths(_ bar: SpreadBar) -> [Double] {
    bar.html.text.matches(of: /width="([0-9.]+)%" height="20"\/>/).compactMap { Double($0.1) }
}

@Suite struct ChartTests {
    @Test func aSpreadBarIsFilledWhollyByWhatIsThere() {
        let shares = zip(levels, [4, 0, 9, 1]).map { Spread.Share($0, $1) }
        let pieces = widths(SpreadBar(Spread(shares, notJudged: 3, left: 2)))
        #expect(pieces.count == 5)
        #expect(abs(pieces.reduce(0, +) - 100) < 0.3)
    }

    @Test func aBarOfNothingIsASentence() {
        let bar = SpreadBar(Spread([], notJudged: 0)).html.text
        #expect(bar.contains("No statements"))
        #expect(!bar.contains("<svg"))
    }

    @Test func whatNobodyJudgedLooksLikeNoLevelAndStillOpens() {
        let map = heatMap([HeatMap.Cell(nil, address: "/schools/1/areas/2")]).html.text
        #expect(map.contains("<td class=\"tone-unknown\"><a href=\"/schools/1/areas/2\"><i>Not judged</i></a></td>"))
    }

    @Test func aCrossingSaysItsLevelSpreadAndAge() {
        let known = HeatMap.Cell.Known(level: 2.5, of: 4, word: "Secure", range: 1...4, day: today - 22)
        let map = heatMap([HeatMap.Cell(known, address: nil, judged: (18, 30))]).html.text
        #expect(map.contains("<td class=\"tone-4\"><b>2.5</b> Secure"))
        #expect(map.contains("title=\"30 October 2026\">1–4 · 3 weeks<"))
        #expect(map.contains("18 of 30 judged"))
    }

    private func heatMap(_ cells: [HeatMap.Cell]) -> HeatMap {
        HeatMap(
            title: "Map", corner: "School", today: today, columns: [HeatMap.Heading("Curriculum")],
            rows: [(HeatMap.Heading("Ashgrove"), cells)])
    }

    @Test func namesAtTheEndOfLinesNeverCoverEachOther() {
        let layout = SlopeLayout(rounds: 3, levels: 4, lines: 6)
        let placed = layout.apart([100, 100, 101, 240, 239, 20]).sorted()
        #expect(zip(placed, placed.dropFirst()).allSatisfy { $1 - $0 >= 18 - 1e-9 })
        #expect(placed.allSatisfy { (0...Double(layout.height)).contains($0) })
    }

    @Test func aSlopeChartSaysTheSameAsATable() {
        let chart = SlopeChart(
            title: "Movement", rounds: ["Autumn", "Spring"], levels: levels,
            lines: [.init("Reading", [1.5, 2.5]), .init("Number", [nil, nil])])
        let text = chart.html.text
        #expect(text.contains("Reading: from 1.5 in Autumn to 2.5 in Spring. Number was not judged."))
        #expect(text.contains("<th scope=\"row\">Reading</th><td class=\"n\">1.5</td><td class=\"n\">2.5</td>"))
        #expect(text.contains("<td class=\"n\">not judged</td>"))
        #expect(text.matches(of: /<circle/).count == 2)
    }

    @Test func aRoundLeftOutIsBridgedByADashedLine() {
        let lines = [SlopeChart.Line("Reading", [1, nil, 3])]
        let chart = SlopeChart(title: "Movement", rounds: ["A", "B", "C"], levels: levels, lines: lines)
        #expect(chart.html.text.matches(of: /<line class="gap"/).count == 1)
    }

    @Test func aSparklineBreaksWhereThereIsNoValue() {
        let line = Sparkline("Attendance", [93, 94, nil, 92, 95], range: 90...96).html.text
        #expect(line.matches(of: /<polyline/).count == 2)
        #expect(line.contains("Attendance: 93, 94, no value, 92, 95"))
        #expect(Sparkline("Attendance", [nil], range: 0...1).html.text.contains("no values"))
    }

    @Test func aYearHoldsEachOfItsDaysOnce() {
        let grid = YearGrid(title: "Year", start: Day("2027-09-01")!) { _ in .init(.school) }
        #expect(grid.html.text.matches(of: /<td class="d-school">/).count == 366)
        #expect(grid.html.text.contains("<caption>February 2028</caption>"))
    }

    @Test func aSpecialDaySaysWhatItIs() {
        let grid = YearGrid(title: "Year", start: Day("2026-09-01")!, today: today) { day in
            day == Day("2026-12-25")! ? .init(.bankHoliday, words: "Christmas Day") : .init(.school)
        }
        #expect(grid.html.text.contains("title=\"Christmas Day\">25<span class=\"vh\"> Christmas Day</span>"))
        #expect(grid.html.text.matches(of: /aria-current="date">21</).count == 1)
    }

    @Test func figuresRoundToTenths() {
        #expect(Figures.tenth(2.96) == "3.0")
        #expect(Figures.short(2.96) == "3")
        #expect(Figures.short(-0.44) == "−0.4")
        #expect(Figures.coordinate(-0.44) == "-0.4")
    }
}
