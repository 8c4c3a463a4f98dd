import App
import Database
import HTTPTypes
import Kernel
import Markup
import MeetingRules
import Schools
import Site
import TestKit
import Testing

@testable import Meetings

@Suite struct MeetingPages {
    @Test(arguments: Engine.available) func aFortnightlyMeetingIsHeldByForms(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let line = try await trust.line(.fortnightly)
            let meeting = try await trust.meetings(of: line)[0]
            trust.trust.clock.set(to: meeting.day)
            let address = "/meetings/\(meeting.id)"
            let browser = try await trust.client("Kate Brennan")
            #expect(try await browser.get("/meetings").body.contains("href=\"\(address)\""))
            #expect(try await browser.get(address).body.contains("Begin the meeting"))
            #expect(try await browser.post(address + "/items", ["words": "Cover"]).location == address)
            #expect(try await browser.post(address + "/beginning").location == address)
            let page = try await browser.get(address).body
            let item = try #require(page.firstMatch(of: /items\/([0-9a-z]{25})"/)?.1)
            let talked = try await browser.post(
                address + "/items/\(item)", ["outcome": "talked", "note": "Fine", "version": "1"])
            #expect(talked.location == address + "#item-\(item)")
            let notes = try await browser.post(address + "/notes", ["notes": "Good", "version": "0"])
            #expect(notes.location == address + "#notes")
            #expect(try await browser.post(address + "/finish").status == .seeOther)
            let summary = try await trust.client("Amir Hussain").get(address).body
            #expect(
                summary.contains("Both of you see this summary.")
                    && summary.contains("Cover<br><span class=\"soft\">Fine</span>"))
        }
    }

    @Test(arguments: Engine.available) func aCalendarThatMovesAMeetingAsksFirst(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let line = try await trust.mondays()
            let day = try await trust.meetings(of: line)[1].day
            let startsIn = try #require(
                try await trust.database.read { try $0.calendar(of: trust.academy).year(of: day)?.startsIn })
            let address = "/schools/\(trust.academy)/calendar/\(startsIn)"
            let browser = try await trust.client("James Oyelaran")
            _ = try await browser.get(address)
            var fields = ["version": "0", "day": day.short, "kind": "inset", "name": "Moderation"]
            let asked = try await browser.post("\(address)/days", fields)
            #expect(asked.status == .ok && asked.body.contains("1 line meeting would change"))
            #expect(asked.body.contains("Kate Brennan and Amir Hussain"))
            let next = try await trust.schoolDay(after: day)
            #expect(asked.body.contains("\(day.short) to \(next.short)"))
            fields["seen"] = String(try #require(asked.body.firstMatch(of: /name="seen" value="([^"]+)"/)).1)
            #expect(try await browser.post("\(address)/days", fields).location == "\(address)?done=marked")
            #expect(try await trust.meetings(of: line)[1].day == next)
        }
    }

    @Test(arguments: Engine.available) func aDayInAHolidayIsOfferedTheNextSchoolDayInOnePress(engine: Engine)
        async throws
    {
        try await Willowbrook.with(engine) { trust in
            let meeting = try await trust.begin(try await trust.line())
            let address = "/meetings/\(meeting.id)/promises"
            let browser = try await trust.client("Kate Brennan")
            _ = try await browser.get("/meetings/\(meeting.id)")
            let sunday = meeting.day.monday + 6
            var fields = [
                "words": "Share <the> list", "seat": trust.headOfEnglish.seats[0].text, "by": sunday.description,
            ]
            let refused = try await browser.post(address, fields)
            #expect(refused.status == .unprocessableContent)
            #expect(refused.body.contains("is no school day."))
            #expect(refused.body.contains("value=\"Share &lt;the&gt; list\""))
            let offer = try #require(refused.body.firstMatch(of: /name="offered" value="([0-9-]{10}\/([0-9-]{10}))"/))
            fields["offered"] = String(offer.1)
            let taken = try await browser.post(address, fields)
            #expect(taken.status == .seeOther)
            #expect(try await trust.seen(meeting).promises.map { $0.promise.by.description } == [String(offer.2)])
        }
    }

    @Test func anOfferForADayThatIsNoLongerTypedDoesNotCount() {
        let offered = ("offered", "2026-11-29/2026-11-30")
        #expect(Form([("by", "2026-11-29"), offered]).dayText("by") == "2026-11-30")
        #expect(Form([("by", "2026-12-01"), offered]).dayText("by") == "2026-12-01")
    }

    @Test(arguments: Engine.available) func twoWritersOfNotesGetTheMergePage(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let meeting = try await trust.begin(try await trust.line())
            let address = "/meetings/\(meeting.id)/notes"
            _ = try await keepNotes(
                "From Amir", version: 0, of: meeting.id, by: trust.headOfEnglish, in: trust.database)
            let browser = try await trust.client("Kate Brennan")
            _ = try await browser.get("/meetings/\(meeting.id)")
            let merge = try await browser.post(address, ["notes": "From Kate", "version": "0"])
            #expect(merge.status == .conflict)
            #expect(merge.body.contains("From Amir") && merge.body.contains("From Kate"))
            #expect(merge.body.contains("name=\"version\" value=\"1\""))
            let fragment = try await browser.post(
                address, ["notes": "Both", "version": "1"], headers: [.init("X-Termwise")!: "fragment"])
            #expect(
                fragment.status == .ok && fragment.body.contains("id=\"notes\"") && !fragment.body.contains("<html"))
        }
    }

    @Test(arguments: Engine.available) func refusalsKeepWhatWasTyped(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let meeting = try await trust.meetings(of: try await trust.line())[0]
            let address = "/meetings/\(meeting.id)"
            let browser = try await trust.client("Kate Brennan")
            _ = try await browser.get(address)
            let move = try await browser.post(
                address + "/day", ["day": "2026-13-40", "reason": "Trip", "version": "1"])
            #expect(move.status == .unprocessableContent && move.body.contains("value=\"Trip\""))
            let stale = try await browser.post(
                address + "/calling-off", ["reason": "Illness, again", "version": "7"])
            #expect(stale.status == .conflict && stale.body.contains("value=\"Illness, again\""))
            let long = try await browser.post(address + "/items", ["words": String(repeating: "x", count: 501)])
            #expect(long.status == .unprocessableContent && long.body.contains("within 500 characters"))
            #expect(try await browser.post(address + "/notes", ["notes": "x"]).status == .conflict)
        }
    }

    @Test(arguments: Engine.available) func aReaderSeesThatTheyMeetAndNothingThatWasSaid(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let line = try await trust.line()
            let meeting = try await trust.begin(line)
            _ = try await keepNotes("A secret", version: 0, of: meeting.id, by: trust.deputy, in: trust.database)
            _ = try await trust.promise("A secret", by: meeting.day, in: meeting)
            for path in ["/meetings/\(meeting.id)", "/meetings/lines/\(line)", "/schools/\(trust.academy)/meetings"] {
                let page = try await trust.client("Aisha Karim").get(path)
                #expect(page.status == .ok && page.body.contains("Under way") || path.hasPrefix("/schools"), "\(path)")
                #expect(!page.body.contains("A secret"))
                let stranger = try await trust.client("Helen Marsh").get(path)
                #expect(stranger.status == .notFound)
            }
        }
    }

    @Test(arguments: Engine.available) func aPromiseIsKeptFromToday(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let meeting = try await trust.begin(try await trust.line())
            let promise = try await trust.promise(by: meeting.day, in: meeting)
            let due = try await trust.database.read { try meetingsFeature.due(trust.headOfEnglish, meeting.day, $0) }
            #expect(due.map(\.id).sorted() == ["meeting-\(meeting.id)", "promise-\(promise)"])
            let form = try #require(due.first { $0.kind == .promise }?.form?("token").text)
            #expect(form.contains("name=\"back\" value=\"/\"") && form.contains("/promises/\(promise)/kept"))
            let browser = try await trust.client("Amir Hussain")
            _ = try await browser.get("/meetings")
            _ = try await browser.get("/meetings/\(meeting.id)")
            let kept = try await browser.post(
                "/promises/\(promise)/kept", ["back": "/", "words": "Done", "version": "1"])
            #expect(kept.location == "/?done=kept&seen=/meetings")
            let today = try await browser.get("/?done=kept&seen=/meetings").body
            #expect(today.contains("The promise is kept. <a href=\"/meetings\">"))
            let other = try await browser.post(
                "/promises/\(promise)/kept", ["back": "//evil.example", "version": "1"])
            #expect(other.location == "/meetings")
        }
    }

    @Test(arguments: Engine.available) func whomOneMeetsNextStandsFirstAndAPairThatMayNotBeIsSaidInTheForm(
        engine: Engine
    ) async throws {
        try await Willowbrook.with(engine) { trust in
            let day = try await trust.firstDay
            let later = try await trust.database.read { try $0.calendar(of: trust.academy).nextSchoolDay(after: day)! }
            _ = try await setUpLine(trust.input(from: later), by: trust.head, in: trust.database)
            let head = LineInput(
                school: trust.academy, leader: trust.head.seats[0], member: trust.deputy.seats[0],
                times: TimesInput(rhythm: .weekly, first: day, startsAt: "08:00", minutes: 30))
            _ = try await setUpLine(head, by: trust.head, in: trust.database)
            let browser = try await trust.client("Kate Brennan")
            let page = try await browser.get("/meetings").body
            let (first, second) = (page.firstRange(of: "James Oyelaran and"), page.firstRange(of: "and Amir Hussain"))
            #expect(try #require(first).lowerBound < #require(second).lowerBound)
            let meeting = try await trust.meetings(of: trust.lineID(page))[0]
            let title = "Line meeting with James Oyelaran, \(meeting.day.long)"
            #expect(try await browser.get("/meetings/\(meeting.id)").body.contains("<h1>\(title)</h1>"))
            _ = try await browser.get("/meetings/lines/new")
            let refused = try await browser.post(
                "/meetings/lines",
                [
                    "school": trust.academy.text, "leader": trust.deputy.seats[0].text,
                    "member": trust.head.seats[0].text, "rhythm": "weekly", "first": day.description,
                    "starts-at": "3.20pm", "minutes": "25",
                ])
            #expect(
                refused.status == .unprocessableContent && refused.body.contains("set up line meetings with heads."))
            #expect(refused.body.contains("value=\"3.20pm\""))
        }
    }

    @Test(arguments: meetingSamples.indices) func everySampleDrawsAndNoneLetsMarkupThrough(index: Int) {
        let text = meetingSamples[index].html().text
        #expect(!text.isEmpty && !text.contains("<script>"))
    }
}

extension Willowbrook {
    /// The line that a page links first.
    fileprivate func lineID(_ page: String) throws -> ID<MeetingLine> {
        let found = try #require(page.firstMatch(of: /meetings\/lines\/([0-9a-z]{25})"/)?.1)
        return try #require(ID<MeetingLine>(String(found)))
    }
}
