import App
import Database
import Foundation
import HTTPTypes
import Kernel
import PlanRules
import Plans
import TestKit
import Testing

/// What a browser sees of a look: its page, refusals with everything typed, files, and two people at once.
@Suite struct CheckPageTests {
    private func live(_ body: (CheckedPlan, CheckID, TestClient) async throws -> Void) async throws {
        try await CheckedPlan.with(.sqlite) { made in
            try await made.planned()
            try await made.goLive()
            let look = try await made.looks()[0]
            made.travel(to: look.look.due)
            let client = try await made.trust.client("Amir Hussain")
            _ = try await client.get("/checks/\(look.id)")
            try await body(made, look.id, client)
        }
    }

    private let good = [
        "finding": "Four of six read with ease.", "rating": "amber", "response": "keep", "version": "1",
    ]

    @Test func thePageShowsTheSealedWordsBeforeTheForm() async throws {
        try await live { _, check, client in
            let body = try await client.get("/checks/\(check)").body
            let sealed = try #require(body.range(of: "Reading aloud in three lessons</dd>"))
            let finding = try #require(body.range(of: "name=\"finding\""))
            let rating = try #require(body.range(of: "name=\"rating\""))
            let response = try #require(body.range(of: "name=\"response\""))
            #expect(sealed.lowerBound < finding.lowerBound && finding.lowerBound < rating.lowerBound)
            #expect(rating.lowerBound < response.lowerBound)
        }
    }

    @Test func whatIsRefusedComesBackWithEverythingTyped() async throws {
        try await live { _, check, client in
            let fields = [
                "finding": "It <b>varies</b>.", "rating": "red", "note": "Three rooms", "link": "ftp://x",
                "version": "1",
            ]
            let answer = try await client.post("/checks/\(check)/result", fields)
            #expect(answer.status == .unprocessableContent)
            for kept in [
                "It &lt;b&gt;varies&lt;/b&gt;.", "Three rooms", "ftp://x", "value=\"red\" checked",
            ] {
                #expect(answer.body.contains(kept), "\(kept) is lost")
            }
            #expect(answer.body.contains("Choose what follows"))
        }
    }

    @Test func aNextLookInAHolidayIsOfferedTheNextSchoolDayInOnePress() async throws {
        try await live { made, check, client in
            let day = try #require(
                made.start.through(made.start + 200).first { made.calendar.isSchoolDay($0) == false })
            let fields = good.merging(["response": "too-early", "next": day.description]) { $1 }
            let answer = try await client.post("/checks/\(check)/result", fields)
            let next = try #require(made.calendar.schoolDay(onOrAfter: day))
            #expect(answer.status == .unprocessableContent)
            let offer = try #require(answer.body.range(of: "name=\"instead\" value=\"\(next)\""))
            let enter = try #require(answer.body.range(of: ">Record check</button>"))
            #expect(enter.lowerBound < offer.lowerBound, "the Enter key takes the offered day")
            let taken = try await client.post("/checks/\(check)/result", fields.merging(["instead": "\(next)"]) { $1 })
            #expect(taken.status == .seeOther)
            #expect(try await made.looks().contains { $0.look.due == next && $0.isOpen })
        }
    }

    @Test func theSecondOfTwoSeesBothTexts() async throws {
        try await live { made, check, client in
            let other = try await made.trust.client("James Oyelaran")
            _ = try await other.get("/checks/\(check)")
            #expect(try await client.post("/checks/\(check)/result", good).status == .seeOther)
            let mine = ["finding": "Mine differs.", "rating": "green", "version": "1"]
            let answer = try await other.post("/checks/\(check)/result", mine)
            #expect(answer.status == .conflict)
            #expect(answer.body.contains("Four of six read with ease.") && answer.body.contains("Mine differs."))
        }
    }

    @Test func sentTwiceItIsKeptOnceAndLeadsTheSameWay() async throws {
        try await live { _, check, client in
            for _ in 1...2 {
                let answer = try await client.post("/checks/\(check)/result", good.merging(["back": "/"]) { $1 })
                #expect(answer.status == .seeOther && answer.location == "/?done=recorded&seen=/checks/\(check)")
            }
        }
    }

    @Test(arguments: ["https://elsewhere.example/", "//elsewhere.example", "/meetings/../sign-out", "/people"])
    func anAnswerLeadsOnlyToPagesThatHoldTheForm(back: String) async throws {
        try await live { _, check, client in
            let answer = try await client.post("/checks/\(check)/result", good.merging(["back": back]) { $1 })
            #expect(answer.location == "/checks/\(check)")
        }
    }

    @Test func aCorrectionOnTheSameDayKeepsBothInTheHistory() async throws {
        try await live { made, check, client in
            _ = try await client.post("/checks/\(check)/result", good)
            #expect(try await client.get("/checks/\(check)").body.contains("Correct what you recorded today"))
            let changed = good.merging(["finding": "Five of six.", "correcting": "yes"]) { $1 }
            for _ in 1...2 {
                #expect(try await client.post("/checks/\(check)/result", changed).status == .seeOther)
            }
            #expect(try await client.get("/checks/\(check)").body.contains("Five of six."))
            let head = try await made.trust.client("James Oyelaran")
            #expect(!(try await head.get("/checks/\(check)").body.contains("Correct what you recorded today")))
        }
    }

    @Test func aFileIsKeptAndGivenBackToThoseWhoMaySeeIt() async throws {
        try await live { made, check, client in
            let fields = good.merging(["kind": "book-look", "note": "Six books"]) { $1 }
            let sent = try await client.upload(
                "/checks/\(check)/look", fields, file: ("file", "Grüße (2).pdf", Data("%PDF-1.7 body".utf8)))
            #expect(sent.status == .seeOther)
            let page = try await client.get("/checks/\(check)").body
            let link = try #require(page.split(separator: "\"").first { $0.contains("/files/") }).description
            let file = try await client.get(link)
            #expect(file.body == "%PDF-1.7 body")
            #expect(file.headers[.contentType] == "application/pdf")
            #expect(file.headers[.xContentTypeOptions] == "nosniff")
            #expect(
                file.headers[.contentDisposition]
                    == "attachment; filename=\"Gr--e (2).pdf\"; filename*=UTF-8''Gr%C3%BC%C3%9Fe%20%282%29.pdf")
            #expect(try await made.trust.client("Helen Marsh").get(link).status == .notFound)
            let other = try await made.looks()[1].id
            let elsewhere = link.replacing(check.text, with: other.text)
            #expect(try await client.get(elsewhere).status == .notFound)
        }
    }

    @Test func textOfWindowsIsKeptAsItCameAndSaysHowItIsRead() async throws {
        try await live { _, check, client in
            let sent = Data("Reading books,\"".utf8) + Data([0xa3]) + Data("1,250\"\r\n".utf8)
            let fields = good.merging(["kind": "data", "note": "The budget"]) { $1 }
            let answer = try await client.upload("/checks/\(check)/look", fields, file: ("file", "budget.csv", sent))
            #expect(answer.status == .seeOther)
            let page = try await client.get("/checks/\(check)").body
            let link = try #require(page.split(separator: "\"").first { $0.contains("/files/") }).description
            let file = try await client.get(link)
            #expect(file.headers[.contentType] == "text/plain; charset=windows-1252")
            #expect(file.headers[.contentDisposition]?.contains("filename=\"budget.csv\"") == true)
        }
    }

    @Test func phonesAreAskedForJPEG() async throws {
        try await live { _, check, client in
            let page = try await client.get("/checks/\(check)").body
            #expect(page.contains("accept=\"image/jpeg,image/png,"))
        }
    }

    @Test func aFileThatCannotBeKeptGetsASentenceAndNothingTypedIsLost() async throws {
        try await live { made, check, client in
            let fields = good.merging(["kind": "data", "note": "Kept words"]) { $1 }
            let table: [(Data, String)] = [
                (Data(repeating: 0x20, count: 5_000_001), "larger than 5 MB"),
                (Data([0x4d, 0x5a, 0x90, 0x00]), "no file we keep"), (Data(), "That file is empty."),
            ]
            for (content, sentence) in table {
                let answer = try await client.upload("/checks/\(check)/look", fields, file: ("file", "a.pdf", content))
                #expect(answer.status == .unprocessableContent)
                #expect(answer.body.contains(sentence) && answer.body.contains("Kept words"))
            }
            #expect(try await made.looks()[0].isOpen)
        }
    }

    @Test func aFormWithoutAFileIsAForm() async throws {
        try await live { _, check, client in
            let answer = try await client.upload("/checks/\(check)/look", good, file: ("file", "", Data()))
            #expect(answer.status == .seeOther)
        }
    }

    @Test func readersReadAndStrangersFindNothing() async throws {
        try await live { made, check, _ in
            let governor = try await made.trust.client("David Unwin")
            let page = try await governor.get("/checks/\(check)")
            #expect(page.status == .ok && !page.body.contains("name=\"finding\""))
            _ = try await governor.get("/me")
            #expect(try await governor.post("/checks/\(check)/result", good).status == .forbidden)
            #expect(try await governor.post("/checks/\(check)/result", ["version": "1"]).status == .forbidden)
            let stranger = try await made.trust.client("Helen Marsh")
            _ = try await stranger.get("/me")
            #expect(try await stranger.get("/checks/\(check)").status == .notFound)
            #expect(try await stranger.post("/checks/\(check)/result", good).status == .notFound)
        }
    }

    @Test func doneLateSaysSo() async throws {
        try await live { made, check, client in
            let until = try await made.looks()[0].look.until
            made.travel(to: try #require(made.calendar.adding(schoolDays: 3, to: until)))
            let fresh = try await made.trust.client("Amir Hussain")
            #expect(try await fresh.get("/checks/\(check)").body.contains("Missed"))
            #expect(try await fresh.post("/checks/\(check)/result", good).status == .seeOther)
            #expect(try await fresh.get("/checks/\(check)").body.contains("done 3 days late"))
        }
    }

    @Test func whatWasAdaptedStandsOnTheNextLook() async throws {
        try await live { made, check, client in
            let fields = good.merging(["response": "adapt", "words": "Pair the readers."]) { $1 }
            _ = try await client.post("/checks/\(check)/result", fields)
            let next = try await made.looks()[1]
            let page = try await client.get("/checks/\(next.id)").body
            #expect(page.contains("Last time") && page.contains("Pair the readers."))
        }
    }
}
