import Database
import HTTPTypes
import Kernel
import SchoolRules
import Schools
import TestKit
import Testing

@Suite struct DepartmentRoutesTests {
    private let head = "James Oyelaran"

    private func list(_ trust: Willowbrook) -> String { "/schools/\(trust.academy)/departments" }
    private func english(_ trust: Willowbrook) throws -> String {
        "\(list(trust))/\(try #require(trust.english.department))"
    }

    @Test func aHeadAddsADepartment() async throws {
        try await browsing(as: head) { trust, browser in
            _ = try await browser.get(list(trust))
            let added = try await browser.post(list(trust), ["name": " Year 7 & 8 ", "kind": "year-group"])
            #expect(added.status == .seeOther && added.location == list(trust))
            #expect(try await browser.get(list(trust)).body.contains(">Year 7 &amp; 8</a>"))
        }
    }

    @Test(arguments: [
        (["name": "", "kind": "phase"], "name", "Give the department a name.", "value=\"phase\" checked"),
        (
            ["name": "ENGLISH", "kind": "phase"], "name", "There is a department of this name already.",
            "value=\"ENGLISH\""
        ),
        (["name": "Drama", "kind": "circus"], "kind", "Choose a kind.", "value=\"Drama\""),
    ]) func whatCannotBeAddedComesBackAsTyped(
        typed: [String: String], field: String, reason: String, kept: String
    ) async throws {
        try await browsing(as: head) { trust, browser in
            let before = try await browser.get(list(trust)).words
            let refused = try await browser.post(list(trust), typed)
            #expect(refused.status == .unprocessableContent)
            #expect(refused.body.contains("id=\"\(field)-error\"") && refused.words.contains(reason))
            #expect(refused.body.contains(kept))
            #expect(try await browser.get(list(trust)).words == before)
        }
    }

    @Test func aDepartmentIsRenamed() async throws {
        try await browsing(as: head) { trust, browser in
            let page = try await browser.get(try english(trust))
            let version = try #require(page.hidden("version"))
            let renamed = try await browser.post(
                try english(trust) + "/name", ["name": "English and drama", "version": version])
            #expect(renamed.status == .seeOther)
            #expect(try await browser.get(list(trust)).words.contains("English and drama"))
        }
    }

    @Test(arguments: [("", "Give the department a name."), ("science", "There is a department of this name already.")])
    func aNameThatCannotBeTakenComesBackAsTyped(name: String, reason: String) async throws {
        try await browsing(as: head) { trust, browser in
            let version = try #require(try await browser.get(try english(trust)).hidden("version"))
            let refused = try await browser.post(try english(trust) + "/name", ["name": name, "version": version])
            #expect(refused.status == .unprocessableContent)
            #expect(refused.words.contains(reason) && refused.body.contains("value=\"\(name)\""))
            #expect(try await browser.get(list(trust)).words.contains("English"))
        }
    }

    @Test func aLateRenameKeepsTheTextAndShowsTheNameOfNow() async throws {
        try await browsing(as: head) { trust, browser in
            let id = try #require(trust.english.department)
            let old = try #require(try await browser.get(try english(trust)).hidden("version"))
            try await renameDepartment(id, to: "Literature", version: Int(old) ?? 0, by: trust.head, in: trust.database)
            let late = try await browser.post(try english(trust) + "/name", ["name": "Letters", "version": old])
            #expect(late.status == .conflict)
            #expect(late.words.contains("Somebody else changed this department meanwhile."))
            #expect(late.body.contains("<h1>Literature</h1>") && late.body.contains("value=\"Letters\""))
            let new = try #require(late.hidden("version"))
            let again = try await browser.post(try english(trust) + "/name", ["name": "Letters", "version": new])
            #expect(again.status == .seeOther)
        }
    }

    @Test func aDepartmentIsClosedOnce() async throws {
        try await browsing(as: head) { trust, browser in
            let version = try #require(try await browser.get(try english(trust)).hidden("version"))
            let late = try await browser.post(try english(trust) + "/closing", ["version": "99"])
            #expect(late.status == .conflict && late.words.contains("Close today"))
            let closed = try await browser.post(try english(trust) + "/closing", ["version": version])
            #expect(closed.status == .seeOther)
            let today = try await trust.database.read { $0.today.long }
            #expect(try await browser.get(list(trust)).words.contains("English Subject Closed on \(today)"))
            let page = try await browser.get(try english(trust))
            #expect(page.words.contains("Closed on \(today)") && !page.words.contains("Close today"))
        }
    }

    @Test func aReaderSeesDepartmentsAndKeepsNone() async throws {
        try await browsing(as: "David Unwin") { trust, browser in
            let page = try await browser.get(list(trust))
            #expect(page.status == .ok && page.words.contains("English") && !page.words.contains("Add department"))
            #expect(try await browser.post(list(trust), ["name": "Art", "kind": "subject"]).status == .forbidden)
            #expect(try await browser.get(try english(trust)).status == .forbidden)
            for verb in ["/name", "/closing"] {
                let answer = try await browser.post(try english(trust) + verb, ["name": "Art", "version": "1"])
                #expect(answer.status == .forbidden)
            }
        }
    }

    @Test func aStrangerFindsNothing() async throws {
        try await browsing(as: "Helen Marsh") { trust, browser in
            _ = try await browser.get("/schools")
            #expect(try await browser.get(list(trust)).status == .notFound)
            #expect(try await browser.get(try english(trust)).status == .notFound)
            #expect(try await browser.post(list(trust), ["name": "Art", "kind": "subject"]).status == .notFound)
            for verb in ["/name", "/closing"] {
                let answer = try await browser.post(try english(trust) + verb, ["name": "Art", "version": "1"])
                #expect(answer.status == .notFound)
            }
            let astray = "/schools/\(trust.oakfield)/departments/\(try #require(trust.english.department))"
            #expect(try await browser.get(astray).status == .notFound)
        }
    }

    @Test func withoutItsFormTokenNothingIsAdded() async throws {
        try await browsing(as: head) { trust, browser in
            _ = try await browser.get(list(trust))
            let forged = try await browser.post(list(trust), ["name": "Art", "kind": "subject"], token: "")
            #expect(forged.status == .forbidden)
            #expect(try await browser.get(list(trust)).words.contains("Art ") == false)
        }
    }
}
