import HTTPTypes
import Kernel
import SchoolRules
import Schools
import TestKit
import Testing

/// What the calendar's forms take, and from whom.
@Suite struct CalendarFormTests {
    private let administrator = "Sam Okafor"

    @Test func datesThatCannotBeReadComeBackAsTypedAndNoYearStarts() async throws {
        try await browsing(as: administrator) { trust, browser in
            let last = try #require(try await trust.calendar.calendar.years.last)
            let starts = last.startsIn + 1
            var fields = try last.nextYearsGuess().halfTerms.map(TypedHalfTerm.init).fields
            fields.merge(["starts": String(starts), "first-1": "soon", "last-6": ""]) { $1 }
            _ = try await browser.get("/calendar/years/new?starts=\(starts)&from=blank")
            let refused = try await browser.post("/calendar/years", fields)
            #expect(refused.status == .unprocessableContent)
            #expect(refused.body.contains("id=\"first-1-error\"") && refused.body.contains("id=\"last-6-error\""))
            #expect(refused.body.contains("value=\"soon\"") && !refused.body.contains("id=\"last-1-error\""))
            #expect(try await browser.get("/calendar/\(starts)").status == .notFound)
        }
    }

    @Test func aDayIsMarkedRefusedAndUnmarked() async throws {
        try await browsing(as: administrator) { trust, browser in
            let year = try await trust.year
            let (page, monday) = ("/calendar/\(year.startsIn)", year.halfTerms[1].first + 7)
            func mark(_ day: String, _ version: String?) async throws -> TestClient.Exchange {
                let fields = ["day": day, "kind": "inset", "name": "Books & boots", "version": version ?? ""]
                return try await browser.post(page + "/days", fields)
            }
            let first = try await browser.get(page).hidden("version")
            #expect(try await mark(monday.short, first).location == page + "?done=marked")
            let marked = try await browser.get(page)
            #expect(marked.words.contains("Books & boots"))
            let wrong = try await mark((monday + 1).short.replacing("Tue", with: "Wed"), marked.hidden("version"))
            #expect(wrong.status == .unprocessableContent && wrong.body.contains("id=\"day-error\""))
            #expect(
                wrong.body.contains("value=\"Books &amp; boots\"") && wrong.body.contains(/value="inset"[^>]* checked/))
            let late = try await mark((monday + 1).short, first)
            #expect(late.status == .conflict && late.words.contains("Somebody else changed this year meanwhile."))
            let end = page + "/days/\(monday)/end"
            let ended = try await browser.post(end, ["version": marked.hidden("version") ?? ""])
            #expect(ended.location == page + "?done=unmarked")
            let after = try await browser.get(page)
            #expect(!after.words.contains("Books & boots"))
            #expect(try await browser.post(end, ["version": after.hidden("version") ?? ""]).status == .notFound)
        }
    }

    @Test func aHeadKeepsTheDatesOfTheOwnSchoolOnly() async throws {
        try await browsing(as: "James Oyelaran") { trust, browser in
            let year = try await trust.year
            let own = "/schools/\(trust.academy)/calendar/\(year.startsIn)"
            #expect(try await browser.get(own).words.contains("own dates") == false)
            var fields = year.halfTerms.map(TypedHalfTerm.init).fields
            fields.merge(["version": "0", "last-1": (year.halfTerms[0].last - 7).short]) { $1 }
            #expect(try await browser.post(own + "/half-terms", fields).status == .seeOther)
            #expect(try await browser.get(own).words.contains("own dates"))
            #expect(try await trust.year.halfTerms == year.halfTerms)
            let other = "/schools/\(trust.oakfield)/calendar/\(year.startsIn)"
            #expect(try await browser.get(other).status == .notFound)
            #expect(try await browser.post(other + "/half-terms", fields).status == .notFound)
            #expect(try await browser.get("/calendar/\(year.startsIn)/half-terms").status == .forbidden)
            #expect(try await browser.post("/calendar/\(year.startsIn)/half-terms", fields).status == .forbidden)
        }
    }

    @Test func readersReadAndChangeNothing() async throws {
        try await browsing(as: "David Unwin") { trust, browser in
            let year = try await trust.year
            for page in ["/calendar", "/schools/\(trust.academy)/calendar"] {
                let seen = try await browser.get(page)
                #expect(seen.status == .ok && !seen.words.contains("Mark a day"))
                let day = ["day": (year.halfTerms[1].first + 7).short, "kind": "inset", "version": "1"]
                #expect(try await browser.post("\(page)/\(year.startsIn)/days", day).status == .forbidden)
            }
            #expect(try await trust.year == year)
        }
    }

    @Test func withoutItsFormTokenNothingIsMarked() async throws {
        try await browsing(as: administrator) { trust, browser in
            let year = try await trust.year
            let version = try #require(try await browser.get("/calendar/\(year.startsIn)").hidden("version"))
            let day = ["day": (year.halfTerms[1].first + 7).short, "kind": "inset", "version": version]
            #expect(try await browser.post("/calendar/\(year.startsIn)/days", day, token: "").status == .forbidden)
            #expect(try await trust.year == year)
        }
    }
}

extension Willowbrook {
    fileprivate var calendar: CalendarView {
        get async throws { try await readCalendar(of: .trust, startsIn: nil, by: administrator, in: database) }
    }

    /// The year of the tests' day.
    fileprivate var year: AcademicYear {
        get async throws { try #require(try await calendar.shown).year }
    }
}

extension [TypedHalfTerm] {
    /// As the form sends them.
    fileprivate var fields: [String: String] {
        reduce(into: [:]) { fields, row in
            fields["name-\(row.number)"] = row.name
            fields["first-\(row.number)"] = row.first
            fields["last-\(row.number)"] = row.last
        }
    }
}
