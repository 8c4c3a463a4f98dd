import Database
import HTTPTypes
import Kernel
import SchoolRules
import Schools
import TestKit
import Testing

/// The calendar's addresses as people of Willowbrook meet them.
@Suite struct CalendarRoutesTests {
    /// The present year, and what its form of half terms holds.
    private func present(_ trust: Willowbrook) async throws -> (
        year: AcademicYear, version: Int, fields: [String: String]
    ) {
        let view = try await readCalendar(of: .trust, startsIn: nil, by: trust.administrator, in: trust.database)
        let shown = try #require(view.shown)
        var fields = ["version": "\(shown.version)"]
        for half in shown.year.halfTerms {
            fields["name-\(half.number)"] = half.name
            fields["first-\(half.number)"] = half.first.short
            fields["last-\(half.number)"] = half.last.short
        }
        return (shown.year, shown.version, fields)
    }

    @Test func peopleReachWhatTheirPostsLetThem() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let year = try await present(trust).year.startsIn
            let (academy, trusts) = ("/schools/\(trust.academy)/calendar/\(year)", "/calendar/\(year)")
            let expected: [(name: String?, trust: Int, changeTrust: Int, school: Int, changeSchool: Int)] = [
                (nil, 303, 303, 303, 303), ("Sam Okafor", 200, 200, 200, 200), ("Daniel Whitcombe", 200, 200, 200, 200),
                ("James Oyelaran", 200, 403, 200, 200), ("David Unwin", 200, 403, 200, 403),
                ("Amir Hussain", 200, 403, 200, 403),
            ]
            for person in expected {
                let browser = try await trust.client(person.name)
                let answers = [trusts, "\(trusts)/half-terms", academy, "\(academy)/half-terms"]
                var codes: [Int] = []
                for address in answers { codes.append(try await browser.get(address).status.code) }
                #expect(
                    codes == [person.trust, person.changeTrust, person.school, person.changeSchool],
                    "\(person.name ?? "nobody")")
            }
            let stranger = try await trust.client("Helen Marsh")
            #expect(try await stranger.get(academy).status == .notFound)
            #expect(try await stranger.post("\(academy)/days", ["day": "soon"]).status == .notFound)
            #expect(try await stranger.get("/calendar/1999").status == .notFound)
            #expect(try await stranger.get("/calendar/soon").status == .notFound)
            #expect(try await stranger.get("/calendar/\(Int.max)").status == .notFound)
            let keeper = try await trust.client("Sam Okafor")
            for starts in ["\(Int.max)", "\(Int.min)", "soon"] {
                #expect(try await keeper.get("/calendar/years/new?starts=\(starts)").status == .notFound)
                #expect(try await keeper.post("/calendar/years", ["starts": starts]).status == .notFound)
            }
        }
    }

    @Test func aYearIsChangedAndTheSecondEditorSeesBoth() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let (year, version, fields) = try await present(trust)
            let last = year.halfTerms[1].last
            let (first, second) = (try await trust.client("Sam Okafor"), try await trust.client("Daniel Whitcombe"))
            let address = "/calendar/\(year.startsIn)/half-terms"
            _ = try await first.get(address)
            _ = try await second.get(address)
            let mine = fields.merging(["last-2": (last - 1).short]) { $1 }
            let saved = try await first.post(address, mine)
            #expect(saved.status == .seeOther && saved.location == "/calendar/\(year.startsIn)?done=moved")
            #expect(
                try await first.get("/calendar/\(year.startsIn)?done=moved").body.contains("The half terms are saved."))
            let late = try await second.post(address, fields.merging(["last-2": (last - 2).short]) { $1 })
            #expect(late.status == .conflict && late.body.contains("Saved now"))
            #expect(late.body.contains((last - 1).short) && late.body.contains("value=\"\((last - 2).short)\""))
            #expect(late.body.contains("name=\"version\" value=\"\(version + 1)\""))
            #expect(try await present(trust).year.halfTerms[1].last == last - 1)
        }
    }

    @Test func aWrongWeekdayIsSaidAtItsFieldAndInTheSummary() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let (year, _, fields) = try await present(trust)
            let browser = try await trust.client("Sam Okafor")
            let address = "/calendar/\(year.startsIn)/half-terms"
            _ = try await browser.get(address)
            let day = year.halfTerms[5].last
            let wrong = "\(Weekday.sunday.name) \(day.long)"
            let refused = try await browser.post(address, fields.merging(["last-6": wrong]) { $1 })
            #expect(refused.status == .unprocessableContent)
            #expect(refused.body.contains("<a href=\"#last-6\">\(day.long) is a \(day.weekday.name), not a Sunday."))
            #expect(refused.body.contains("value=\"\(wrong)\"") && refused.body.contains("aria-invalid=\"true\""))
        }
    }

    @Test func aHeadMarksAndUnmarksADayOfTheOwnSchool() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let year = try await present(trust).year
            let day = try #require(year.schoolDays.first { $0.weekday == .thursday && $0.month == 11 })
            let browser = try await trust.client("James Oyelaran")
            let address = "/schools/\(trust.academy)/calendar/\(year.startsIn)"
            _ = try await browser.get(address)
            let form = ["version": "0", "day": day.short, "kind": "inset", "name": "Moderation"]
            #expect(try await browser.post("\(address)/days", form).location == "\(address)?done=marked")
            #expect(try await browser.post("\(address)/days", form).status == .conflict)
            let calendar = try await trust.database.read { try $0.calendar(of: trust.academy) }
            #expect(calendar.kind(of: day) == .inset("Moderation"))
            let other = try await trust.database.read { try $0.calendar(of: trust.oakfield) }
            #expect(other.kind(of: day) == .school)
            let ended = try await browser.post("\(address)/days/\(day)/end", ["version": "1"])
            #expect(ended.location == "\(address)?done=unmarked")
            #expect(try await browser.post("\(address)/days/\(day)/end", ["version": "2"]).status == .notFound)
        }
    }

    @Test func theNextYearStartsFromTheLastOne() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let last = try #require(try await trust.database.read { try $0.calendar() }.years.last)
            let browser = try await trust.client("Sam Okafor")
            #expect(try await browser.get("/calendar/years/new").body.contains("from=last-year"))
            let form = try await browser.get("/calendar/years/new?starts=\(last.startsIn + 1)&from=last-year")
            let guess = try last.nextYearsGuess()
            #expect(guess.halfTerms.allSatisfy { form.body.contains("value=\"\($0.first.short)\"") })
            var fields = ["starts": "\(guess.startsIn)"]
            for half in guess.halfTerms {
                fields["name-\(half.number)"] = half.name
                fields["first-\(half.number)"] = half.first.short
                fields["last-\(half.number)"] = half.last.short
            }
            let started = try await browser.post("/calendar/years", fields)
            #expect(started.location == "/calendar/\(guess.startsIn)?done=started")
            let again = try await browser.post("/calendar/years", fields)
            #expect(again.status == .conflict && again.body.contains("is in the calendar already."))
            #expect(try await browser.get("/calendar/years/new?starts=2026&from=nowhere-2026").status == .notFound)
        }
    }
}
