import Kernel
import Markup
import SchoolRules
import Site
import Testing

@testable import Schools

@Suite struct CalendarPagesTests {
    private let day = Calendars.day

    private func view(
        _ place: CalendarPlace = .trust, name: String? = nil, own: SchoolExceptions? = nil, mayKeep: Bool = true,
        today: String = "2026-11-21", schools: [CalendarSchool] = []
    ) throws -> CalendarView {
        let exceptions = own ?? SchoolExceptions(startsIn: 2026)
        let trusts = try Calendars.year(2026)
        let year = try trusts.with(exceptions)
        return CalendarView(
            place: place, schoolName: name, today: day(today),
            calendar: try SchoolCalendar([Calendars.year(2025), year]),
            shown: CalendarView.Shown(year: year, trusts: trusts, version: 7, exceptions: exceptions),
            mayKeep: mayKeep, schools: schools)
    }

    private func body(_ view: CalendarView) -> String {
        CalendarPage(view: view, trustName: "Willowbrook", formToken: "token").page.body.text
    }

    @Test func itSaysWhereTheYearStands() throws {
        let calendar = try view().calendar
        #expect(
            calendarSentence(calendar, on: day("2026-11-21"))
                == "Saturday 21 November 2026 is in week 3 of 7 of Autumn 2. Christmas holiday begins in 4 weeks.")
        #expect(
            calendarSentence(calendar, on: day("2026-12-24"))
                == "Thursday 24 December 2026 is in the Christmas holiday. Spring 1 begins in 11 days.")
        #expect(
            calendarSentence(calendar, on: day("2030-01-01"))
                == "Tuesday 1 January 2030 is in no year that this calendar knows.")
    }

    @Test func itShowsEveryHalfTermHolidayAndMarkedDay() throws {
        let html = body(try view())
        let words = [
            "Autumn 1", "Summer 2", "Spring half-term break", "Easter holiday", "Boxing Day", "Mon 28 Dec 2026",
        ]
        for word in words { #expect(html.contains(word)) }
        #expect(html.contains("<caption>August 2027</caption>") && !html.contains("<caption>August 2026</caption>"))
    }

    @Test func readersGetNoForms() throws {
        let html = body(try view(mayKeep: false))
        #expect(!html.contains("<form") && !html.contains("Change the half terms") && !html.contains("Start 2027/28"))
        let keepers = body(try view())
        #expect(keepers.contains("action=\"/calendar/2026/days\"") && keepers.contains("name=\"version\" value=\"7\""))
        #expect(keepers.contains("/calendar/2026/days/2026-12-25/end") && keepers.contains("Start 2027/28"))
    }

    @Test func aSchoolsOwnDatesSaySo() throws {
        let early = HalfTerm(1, .autumn, "Autumn 1", day("2026-09-01"), day("2026-10-16"))
        let own = SchoolExceptions(
            startsIn: 2026, halfTerms: [early], marks: [MarkedDay(day("2026-11-27"), .inset, "Moving house")])
        let html = body(try view(.school(Calendars.ash), name: "Ash Primary", own: own))
        #expect(html.contains("own dates") && html.contains("trust: Tue 1 Sep 2026 to Fri 23 Oct 2026"))
        #expect(html.contains("own day") && html.contains("/days/2026-11-27/end"))
        #expect(!html.contains("/days/2026-12-25/end"))
        #expect(html.contains("Open as usual") && !html.contains("value=\"bank-holiday\""))
    }

    @Test func namesCannotBreakOutOfThePage() throws {
        let hostile = "<script>alert(1)</script>\" onload=\"x"
        let own = SchoolExceptions(startsIn: 2026, marks: [MarkedDay(day("2026-11-27"), .closed, hostile)])
        let schools = [CalendarSchool(id: Calendars.ash, name: hostile, ownHalfTerms: 1, ownDays: 2)]
        for view in [try view(.school(Calendars.ash), name: hostile, own: own), try view(schools: schools)] {
            let html = body(view)
            #expect(!html.contains("<script>") && !html.contains("\" onload"))
            #expect(html.contains("&lt;script&gt;"))
        }
        #expect(schools[0].inWords == "1 half term, 2 days")
    }

    @Test func whatWasTypedAndWhatIsWrongComeBack() throws {
        var page = CalendarPage(view: try view(), trustName: "Willowbrook", formToken: "token")
        page.form = MarkForm(
            Form([("day", "Monday 27 Nov"), ("kind", "inset"), ("name", "Assessment"), ("version", "7")]))
        page.errors = FieldErrors([("day", "27 November 2026 is a Friday, not a Monday.")])
        let html = page.page.body.text
        #expect(html.contains("value=\"Monday 27 Nov\"") && html.contains("value=\"Assessment\""))
        #expect(html.contains("is a Friday, not a Monday.") && html.contains("aria-invalid=\"true\""))
        #expect(html.contains(/value="inset"[^>]* checked/))
        #expect(page.page.errors.all.count == 1)
    }

    @Test func aStaleFormShowsBothAndSavesUponTheNewest() throws {
        let view = try view()
        let shown = try #require(view.shown)
        let typed = HalfTermsForm(
            Form([("version", "6"), ("name-1", "Autumn 1"), ("first-1", "2 Sep"), ("last-1", "22 Oct")]))
        var page = HalfTermsPage(
            purpose: .changing(shown, view), trustName: "Willowbrook", formToken: "token", form: typed)
        #expect(page.page.body.text.contains("name=\"version\" value=\"6\""))
        page.isStale = true
        let html = page.page.body.text
        #expect(html.contains("value=\"2 Sep\"") && html.contains("Autumn 1: Tue 1 Sep 2026 to Fri 23 Oct 2026"))
        #expect(html.contains("name=\"version\" value=\"7\"") && html.contains("Saved now"))
        #expect(page.page.notice?.hasPrefix("Somebody else changed this year meanwhile.") == true)
    }

    @Test func aSchoolTypesDaysAndNotNames() throws {
        let view = try view(.school(Calendars.ash), name: "Ash Primary")
        let shown = try #require(view.shown)
        let form = HalfTermsForm(version: 0, rows: shown.year.halfTerms.map(TypedHalfTerm.init))
        let page = HalfTermsPage(
            purpose: .changing(shown, view), trustName: "Willowbrook", formToken: "token", form: form)
        let html = page.page.body.text
        #expect(html.contains("type=\"hidden\" name=\"name-1\"") && html.contains("The trust"))
        #expect(html.contains("action=\"/schools/\(Calendars.ash)/calendar/2026/half-terms\""))
    }

    @Test func anEmptyCalendarOffersTheFirstStepToThoseWhoMayTakeIt() {
        let empty = { (mayKeep: Bool) in
            CalendarView(
                place: .trust, today: Calendars.day("2026-11-21"), calendar: .unknown, shown: nil, mayKeep: mayKeep)
        }
        #expect(body(empty(true)).contains("href=\"/calendar/years/new\""))
        #expect(!body(empty(false)).contains("href=\"/calendar/years/new\""))
    }

    @Test func aYearMayStartFromPublishedDatesTheLastYearOrNothing() {
        let page = StartYearPage(startsIn: 2026, choices: [2024, 2026], hasLastYear: true, trustName: "Willowbrook")
            .page
        let html = page.body.text
        #expect(html.contains("starts=2026&amp;from=kirklees-2026") || html.contains("starts=2026&from=kirklees-2026"))
        #expect(html.contains("from=last-year") && html.contains("from=blank") && html.contains("starts=2024"))
        let far = StartYearPage(startsIn: 2031, choices: [2031], hasLastYear: false, trustName: "Willowbrook").page
        #expect(far.body.text.contains("No published dates of this year are known here."))
        #expect(!far.body.text.contains("last-year"))
    }

    @Test func aDayIsMarkedWithAReadableDateAndAKind() throws {
        let form = MarkForm(Form([("day", "Fri 27 Nov"), ("kind", "inset"), ("name", ""), ("version", "x")]))
        #expect(try form.mark(startsIn: 2026) == MarkedDay(day("2026-11-27"), .inset))
        #expect(form.version == -1)
        #expect {
            try MarkForm(Form([("day", "soon"), ("kind", "party")])).mark(startsIn: 2026)
        } throws: { error in
            guard case Refusal.invalid(let errors) = error else { return false }
            return errors.all.map(\.field) == ["day", "kind"]
        }
    }
}

@Suite struct CalendarMovesPageTests {
    /// Weeks after Monday 23 November 2026, each a day later than before; gone where `to` is nil.
    private func step(_ from: Int?, _ to: Int?) -> CalendarMove.Step {
        let monday = Calendars.day("2026-11-23")
        return CalendarMove.Step(from: from.map { monday + 7 * $0 }, to: to.map { monday + 7 * $0 + 1 })
    }

    private func move(
        _ steps: [CalendarMove.Step], _ kind: CalendarMove.Kind = .check, _ what: String = "Books"
    ) throws -> CalendarMove {
        try #require(CalendarMove(kind, what: what, place: "Ash Primary", steps: steps))
    }

    private func body(_ moves: [CalendarMove]) -> String {
        CalendarMovesPage(
            moves: moves, fingerprint: "f", form: Form([("version", "1")]), action: "/calendar", back: "/", token: ""
        ).page.body.text
    }

    @Test func oneDayIsSaidAsItIsAndManyAreCounted() throws {
        #expect(try move([step(0, 0)]).days == "Mon 23 Nov 2026 to Tue 24 Nov 2026")
        #expect(
            try move((0..<9).reversed().map { step($0, $0) }).days
                == "9 looks, the first from Mon 23 Nov 2026 to Tue 24 Nov 2026")
        #expect(
            try move([step(1, 1), step(nil, 2), step(3, nil), step(2, nil)]).days
                == "Mon 30 Nov 2026 to Tue 1 Dec 2026; 1 new look, on Tue 8 Dec 2026; "
                + "2 looks called off, the first on Mon 7 Dec 2026")
        #expect(try move([step(2, nil)], .line).days == "1 meeting taken away, on Mon 7 Dec 2026")
        #expect(CalendarMove(.line, what: "", place: "", steps: []) == nil)
    }

    @Test func bothKindsAreCountedInOneSentence() throws {
        let (one, three) = (try move([step(0, 0)]), try move([step(0, 0), step(1, 1), step(2, nil)]))
        let lines = [try move([step(0, 0)], .line), try move([step(0, 0), step(1, 1)], .line)]
        #expect([one].summed == "1 impact check")
        #expect([one, one].summed == "2 impact checks")
        #expect([one, three].summed == "4 looks of 2 impact checks")
        #expect(Array(lines.prefix(1)).summed == "1 line meeting")
        #expect(([three] + lines).summed == "3 looks of 1 impact check and 3 line meetings")
    }

    @Test func eachKindHasItsTableAndOneRowForEachCheckOrLine() throws {
        let looks = (0..<9).map { step($0, $0) }
        let html = body([try move(looks, .check, "<b>Books</b>"), try move([step(0, 0)], .line, "Ann and Bo")])
        #expect(html.contains("<h2>Impact checks</h2>") && html.contains("<h2>Line meetings</h2>"))
        #expect(html.split(separator: "<tr><th scope=\"row\"").count - 1 == 2)
        #expect(html.contains("&lt;b&gt;Books") && html.contains("name=\"seen\" value=\"f\""))
        let lines = body([try move([step(0, 0)], .line, "Ann and Bo")])
        #expect(lines.contains("Ann and Bo") && !lines.contains("Impact checks"))
    }

    @Test func manyChecksHideNoLineMeetings() throws {
        let checks = try (0..<70).map { try move([step(0, 0)], .check, "Books \($0)") }
        let html = body(checks + [try move([step(0, 0)], .line, "Ann and Bo")])
        #expect(html.contains("<p>And 10 more.</p>") && html.contains("Ann and Bo"))
    }

    @Test func anotherDayIsAnotherFingerprint() throws {
        let (one, other) = (try move([step(0, 0)]), try move([step(0, 1)]))
        let (same, line) = (try move([step(0, 0)]), try move([step(0, 0)], .line))
        #expect([one].fingerprint == [same].fingerprint)
        #expect([one].fingerprint != [other].fingerprint && [one].fingerprint != [line].fingerprint)
    }
}

@Suite struct CalendarSamplesTests {
    @Test func everySampleHasSomethingToShow() {
        for sample in calendarSamples { #expect(sample.html().text.count > 100, "\(sample.name)") }
        #expect(calendarSamples[3].html().text.contains("21 July 2027 is a Wednesday, not a Monday."))
    }
}
