import App
import Database
import HTTPTypes
import Kernel
import MeetingRules
import TestKit
import Testing

@testable import Meetings

/// In a meeting people type first and press later, and two of them press at once.
@Suite struct TypedWords {
    /// A meeting under way with two items on its agenda, and its page open in front of Kate Brennan.
    private func running(
        _ engine: Engine, _ body: (Willowbrook, LineMeeting, [AgendaItem], TestClient) async throws -> Void
    ) async throws {
        try await Willowbrook.with(engine) { trust in
            let meeting = try await trust.begin(try await trust.line())
            for words in ["Cover", "Budget"] {
                _ = try await addItem(words, to: meeting.id, by: trust.deputy, in: trust.database)
            }
            let browser = try await trust.client("Kate Brennan")
            _ = try await browser.get("/meetings/\(meeting.id)")
            try await body(trust, meeting, try await trust.seen(meeting).items, browser)
        }
    }

    @Test(arguments: Engine.available) func wordsInOneCardStayWhenAnotherIsPressed(engine: Engine) async throws {
        try await running(engine) { trust, meeting, items, browser in
            let address = "/meetings/\(meeting.id)"
            let pressed = try await browser.post(
                address + "/items/\(items[0].id)",
                [
                    "outcome": "talked", "item-\(items[0].id).note": "Ms Lee", "item-\(items[0].id).version": "1",
                    "item-\(items[1].id).note": "Half a word", "new-promise.words": "Bring three <books>",
                    "version": "0", "notes": "Typed in the notes", "notes-shown": "",
                ])
            #expect(pressed.location == address + "#item-\(items[0].id)")
            let page = try await browser.get(address).body
            #expect(page.contains("value=\"Half a word\"") && page.contains("value=\"Bring three &lt;books&gt;\""))
            let seen = try await trust.seen(meeting)
            #expect(seen.items.map(\.note) == ["Ms Lee", ""] && seen.notes.words == "Typed in the notes")
            #expect(seen.unsaid.count == 2)
            let other = try await trust.client("Amir Hussain").get(address).body
            #expect(!other.contains("Half a word") && !other.contains("Bring three"))
        }
    }

    @Test(arguments: Engine.available) func finishingWritesThePromiseDownAndAsksAboutTheRest(engine: Engine)
        async throws
    {
        try await running(engine) { trust, meeting, items, browser in
            let address = "/meetings/\(meeting.id)"
            var fields = [
                "new-promise.words": "Bring three books", "new-promise.seat": trust.headOfEnglish.seats[0].text,
                "new-promise.by": "2026-13-40", "item-\(items[1].id).note": "Half a word",
            ]
            let wrong = try await browser.post(address + "/finish", fields)
            #expect(wrong.status == .unprocessableContent && wrong.body.contains("value=\"Bring three books\""))
            fields["new-promise.by"] = meeting.day.description
            let asked = try await browser.post(address + "/finish", fields)
            #expect(asked.status == .unprocessableContent && asked.body.contains("did not say what became of it"))
            #expect(asked.body.contains("href=\"#item-\(items[1].id)-note\"") && asked.body.contains("Half a word"))
            #expect(try await trust.seen(meeting).promises.map(\.promise.words) == ["Bring three books"])
            let over = try await browser.post(address + "/finish", ["item-\(items[1].id).note": ""])
            #expect(over.location == address && over.status == .seeOther)
            let summary = try await trust.seen(meeting).summary.filter { $0.section == .promised }
            #expect(summary.count == 1)
        }
    }

    @Test(arguments: Engine.available) func whatWasTypedWhenTheOtherOneFinishedStays(engine: Engine) async throws {
        try await running(engine) { trust, meeting, items, browser in
            let address = "/meetings/\(meeting.id)"
            try await finishMeeting(meeting.id, by: trust.headOfEnglish, in: trust.database)
            let late = try await browser.post(
                address + "/promises",
                ["new-promise.words": "Too late", "notes": "Notes too", "notes-shown": "", "version": "0"])
            #expect(late.status == .conflict && late.body.contains("its summary stands."))
            let notes = try await browser.post(address + "/notes", ["notes": "Later notes", "version": "0"])
            #expect(notes.status == .conflict)
            let page = try await browser.get(address).body
            #expect(page.contains("What you wrote and did not say"))
            #expect(page.contains("Too late") && page.contains("Later notes"))
            #expect(try await !trust.client("Amir Hussain").get(address).body.contains("Too late"))
            #expect(try await browser.post(address + "/unsaid/end").location == address)
            #expect(try await !browser.get(address).body.contains("Too late"))
        }
    }

    @Test(arguments: Engine.available) func notesThatOneDidNotTouchAreNotSavedOverTheOthers(engine: Engine)
        async throws
    {
        try await running(engine) { trust, meeting, items, browser in
            _ = try await keepNotes(
                "From Amir", version: 0, of: meeting.id, by: trust.headOfEnglish, in: trust.database)
            let pressed = try await browser.post(
                "/meetings/\(meeting.id)/items/\(items[0].id)",
                [
                    "outcome": "talked", "item-\(items[0].id).version": "1", "notes": "", "notes-shown": "",
                    "version": "0",
                ])
            #expect(pressed.status == .seeOther)
            #expect(try await trust.seen(meeting).notes.words == "From Amir")
            let both = try await browser.post(
                "/meetings/\(meeting.id)/items/\(items[1].id)",
                [
                    "outcome": "talked", "item-\(items[1].id).version": "1", "notes": "From Kate", "notes-shown": "",
                    "version": "0",
                ])
            #expect(both.status == .conflict && both.body.contains("From Amir") && both.body.contains("From Kate"))
            #expect(try await trust.seen(meeting).items.map(\.outcome) == [.talked, .talked])
        }
    }

    @Test(arguments: Engine.available) func theSamePromiseSentTwiceIsWrittenOnce(engine: Engine) async throws {
        try await running(engine) { trust, meeting, _, _ in
            let first = try await trust.promise(by: meeting.day, in: meeting)
            #expect(try await trust.promise(by: meeting.day, in: meeting) == first)
            #expect(try await trust.promise("Another", by: meeting.day, in: meeting) != first)
        }
    }

    @Test(arguments: Engine.available) func wordsOnAPromiseThatWasKeptMeanwhileAreShownAgain(engine: Engine)
        async throws
    {
        try await running(engine) { trust, meeting, _, _ in
            let promise = try await trust.promise(by: meeting.day, in: meeting)
            let browser = try await trust.client("Amir Hussain")
            _ = try await browser.get("/")
            let address = "/promises/\(promise)/kept"
            let stale = try await browser.post(address, ["back": "/", "words": "Sent round", "version": "9"])
            #expect(stale.status == .conflict && stale.body.contains("value=\"Sent round\""))
            let long = try await browser.post(
                address, ["words": String(repeating: "x", count: 501), "version": "1"])
            #expect(long.status == .unprocessableContent && long.body.contains("within 500 characters"))
            try await dropPromise(
                promise, because: "Not needed", version: 1, in: meeting.id, by: trust.deputy, in: trust.database)
            let late = try await browser.post(address, ["back": "/", "words": "Sent round", "version": "1"])
            #expect(late.status == .conflict && late.body.contains("given up or changed already"))
            #expect(late.body.contains("What you wrote") && late.body.contains("Sent round"))
        }
    }
}
