import Foundation
import Kernel
import SchoolRules
import Testing

/// The real files lie beside the package on machines that have them; they are never part of it.
private enum Published {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../../shared/data/calendar").standardizedFileURL

    static let isThere = FileManager.default.fileExists(atPath: folder.appending(path: "term_dates.csv").path)

    struct Row {
        let area: String, year: String, season: String, kind: String
        let first: Day, last: Day
    }

    static func rows() throws -> [Row] {
        try String(contentsOf: folder.appending(path: "term_dates.csv"), encoding: .utf8)
            .split(whereSeparator: \.isNewline).dropFirst().compactMap { line in
                let cells = fields(line)
                guard let first = Day(cells[6]), let last = Day(cells[7]) else { return nil }
                return Row(area: cells[0], year: cells[3], season: cells[4], kind: cells[5], first: first, last: last)
            }
    }

    private static func fields(_ line: Substring) -> [String] {
        var quoted = false
        return line.split(omittingEmptySubsequences: false) { character in
            if character == "\"" { quoted.toggle() }
            return character == "," && !quoted
        }.map { $0.trimmingCharacters(in: ["\""]) }
    }
}

@Suite(.enabled(if: Published.isThere)) struct PublishedDatesTests {
    /// The file's half terms, those published as a term with its break included.
    private func halves(_ rows: [Published.Row]) -> [(Day, Day)] {
        let given = rows.filter { $0.kind == "half" }.map { ($0.first, $0.last) }
        let split = rows.filter { $0.kind == "term" }.flatMap { term -> [(Day, Day)] in
            let gap = rows.first { $0.kind == "half_term_break" && $0.season == term.season }!
            return [(term.first, gap.first - 3), (gap.last + 3, term.last)]
        }
        return (given + split).sorted { $0.0 < $1.0 }
    }

    @Test func everyPresetIsWhatSomebodyPublished() throws {
        let published = Dictionary(grouping: try Published.rows()) { "\($0.area)|\($0.year)" }
        for preset in CalendarPreset.all {
            let own = preset.halfTerms.map { "\($0.first) \($0.last)" }
            let year = AcademicYear.name(startsIn: preset.startsIn)
            let matching = published.filter { key, rows in
                key.hasSuffix("|\(year)") && halves(rows).map { "\($0.0) \($0.1)" } == own
            }
            let areas = matching.keys.filter { $0.hasPrefix(String(preset.area.prefix(6))) }
            #expect(!areas.isEmpty, "\(preset.key)")
        }
    }

    @Test func everyPublishedHalfTermLastsFourToNineWeeks() throws {
        for row in try Published.rows() where row.kind == "half" {
            let half = HalfTerm(1, .autumn, row.area, row.first, row.last)
            #expect((4...9).contains(half.weeks), "\(row.area) \(row.first)")
        }
    }

    @Test func everyCompletePublishedYearIsTaken() throws {
        var taken = 0
        for (_, rows) in Dictionary(grouping: try Published.rows(), by: { "\($0.area)|\($0.year)" }) {
            let found = halves(rows)
            guard found.count == 6, let startsIn = Int(rows[0].year.prefix(4)) else { continue }
            let seasons: [Season] = [.autumn, .autumn, .spring, .spring, .summer, .summer]
            let names = HalfTermNames.bySeason.names(for: seasons)
            let inset = rows.filter { $0.kind == "inset" }.map { MarkedDay($0.first, .inset) }
            let bank = BankHolidays.inEngland(startsIn: startsIn)
            let year = try AcademicYear(
                startsIn: startsIn,
                halfTerms: seasons.indices.map { HalfTerm($0 + 1, seasons[$0], names[$0], found[$0].0, found[$0].1) },
                marks: bank + inset)
            #expect((180...196).contains(year.schoolDays.count))
            taken += 1
        }
        #expect(taken >= 20)
    }

    @Test func bankHolidaysAreThoseOfGOVUK() throws {
        struct File: Decodable {
            struct Division: Decodable {
                struct Event: Decodable { let title: String, date: String }
                let events: [Event]
            }
            let division: Division
            enum CodingKeys: String, CodingKey { case division = "england-and-wales" }
        }
        let data = try Data(contentsOf: Published.folder.appending(path: "bank-holidays.json"))
        let events = try JSONDecoder().decode(File.self, from: data).division.events
        let years = Set(events.compactMap { Day($0.date)?.year }).sorted()
        let ours = years.flatMap { BankHolidays.inEngland(year: $0) }
        #expect(!events.isEmpty && ours.map { "\($0.day) \($0.name)" } == events.map { "\($0.date) \($0.title)" })
    }
}
