import Kernel
import Markup
import SchoolRules
import Site

/// The calendar's pages as the gallery shows them, with a year that somebody really keeps.
let calendarSamples: [Sample] = [
    Sample("Calendar", "The trust's year, for those who keep it") { sampleYear(.trust, mayKeep: true) },
    Sample("Calendar", "The trust's year, for readers") { sampleYear(.trust, mayKeep: false) },
    Sample("Calendar", "A school with dates of its own") { sampleYear(.school(sampleSchool), mayKeep: true) },
    Sample("Calendar", "Half terms to change, refused") { sampleHalfTerms() },
    Sample("Calendar", "A year to start") {
        StartYearPage(startsIn: 2026, choices: [2024, 2026], hasLastYear: true, trustName: sampleTrust).page.body
    },
    Sample("Calendar", "What a change would move") { sampleMoves() },
    Sample("Calendar", "Nothing yet") {
        let view = CalendarView(
            place: .trust, today: sampleToday, calendar: .unknown, shown: nil, mayKeep: true)
        return CalendarPage(view: view, trustName: sampleTrust, formToken: "").page.body
    },
]

private let sampleTrust = "Willowbrook Learning Trust"
private let sampleSchool = SchoolID(bytes: [UInt8](repeating: 1, count: 16))
private let sampleToday = Day(number: 20_778)

private func sampleView(_ place: CalendarPlace, mayKeep: Bool) throws -> CalendarView {
    let presets = CalendarPreset.of(startsIn: 2026)
    guard let trusts = try presets.first?.year else { throw Refusal.notFound }
    let inset = MarkedDay(sampleToday + 6, .inset, "Moderation")
    let own = SchoolExceptions(
        startsIn: 2026, halfTerms: presets.last.map { [$0.halfTerms[0]] } ?? [], marks: [inset])
    let exceptions = place == .trust ? SchoolExceptions(startsIn: 2026) : own
    let year = try trusts.with(exceptions)
    let shown = CalendarView.Shown(year: year, trusts: trusts, version: 1, exceptions: exceptions)
    let schools = [
        CalendarSchool(id: sampleSchool, name: "Ash Lane Primary", ownHalfTerms: 1, ownDays: 1),
        CalendarSchool(id: sampleSchool, name: "Birchwood Academy", ownHalfTerms: 0, ownDays: 0),
    ]
    return CalendarView(
        place: place, schoolName: place == .trust ? nil : "Ash Lane Primary", today: sampleToday,
        calendar: try SchoolCalendar([year]), shown: shown, mayKeep: mayKeep, schools: schools)
}

private func sampleYear(_ place: CalendarPlace, mayKeep: Bool) -> HTML {
    guard let view = try? sampleView(place, mayKeep: mayKeep) else { return .nothing }
    return CalendarPage(view: view, trustName: sampleTrust, formToken: "").page.body
}

private func sampleMoves() -> HTML {
    let step = { (from: Int?, to: Int?) in
        CalendarMove.Step(from: from.map { sampleToday + $0 }, to: to.map { sampleToday + $0 })
    }
    let moves = [
        CalendarMove(
            .check, what: "Reading aloud in three lessons", place: "English, Birchwood Academy", steps: [step(2, 3)]),
        CalendarMove(
            .check, what: "Books of six pupils <b>", place: "Ash Lane Primary",
            steps: (0..<9).map { step(2 + 7 * $0, 3 + 7 * $0) } + [step(65, nil)]),
        CalendarMove(
            .check, what: "Attendance at breakfast club", place: "Ash Lane Primary", steps: [step(nil, 9)]),
        CalendarMove(
            .line, what: "Priya Nair and Tom Ashby", place: "Mathematics, Birchwood Academy",
            steps: [step(2, 3), step(16, 17), step(23, nil)]),
        CalendarMove(
            .line, what: "Priya Nair and nobody: hand over", place: "Ash Lane Primary", steps: [step(nil, 10)]),
    ].compactMap(\.self)
    let form = Form([("version", "1"), ("day", "27 Nov 2026")])
    return CalendarMovesPage(
        moves: moves, fingerprint: "0", form: form, action: "/calendar/2026/days", back: "/calendar", token: ""
    ).page.body
}

private func sampleHalfTerms() -> HTML {
    guard let view = try? sampleView(.trust, mayKeep: true), let shown = view.shown else { return .nothing }
    let rows = shown.year.halfTerms.map { half in
        half.number == 6 ? TypedHalfTerm(6, half.name, "7 June", "Monday 21st July 2027") : TypedHalfTerm(half)
    }
    var page = HalfTermsPage(
        purpose: .changing(shown, view), trustName: sampleTrust, formToken: "",
        form: HalfTermsForm(version: 1, rows: rows))
    do { _ = try rows.halfTerms(startsIn: 2026) } catch Refusal.invalid(let errors) { page.errors = errors } catch {}
    return page.page.body
}
