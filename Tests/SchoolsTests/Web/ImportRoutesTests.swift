import Foundation
import HTTPTypes
import Kernel
import Schools
import TestKit
import Testing

@testable import SchoolRules

@Suite struct ImportRoutesTests {
    private let administrator = "Sam Okafor"
    private let plan = "?trust=99001"

    @Test func aSentFileLeadsToTheTrustsFoundInIt() async throws {
        try await browsing(as: administrator) { trust, browser in
            let sent = try await browser.send(Data(NextRegister.sheet.bytes))
            #expect(sent.status == .seeOther)
            let choice = try await browser.get(try #require(sent.location))
            #expect(choice.status == .ok)
            #expect(choice.words.contains("register.csv speaks of 2 trusts with open schools."))
            #expect(choice.body.contains("value=\"99001\" aria-describedby=\"trust-1-hint\" checked"))
            #expect(choice.words.contains("BIRCH TRUST Number 9002, 1 school"))
            let found = try await browser.get(try #require(sent.location) + "?find=elder")
            #expect(found.words.contains("No trust in the file matches"))
        }
    }

    @Test func thePlanNamesEveryKindOfChangeAndDoesNothing() async throws {
        try await browsing(as: administrator) { trust, browser in
            let before = try await trust.schoolNames
            let page = try await browser.get(try await browser.bring(NextRegister.sheet) + plan)
            #expect(page.status == .ok)
            for sentence in [
                "Added 1 Changed 1 Closed or left 2 Unchanged 0 Refused 1", "Elm Row Primary School 900201",
                "Name: Oakfield Primary School Oakfield Academy",
                "Northgate Free School 900108 Closed on 31 August 2025",
                "The Beacon School 900107 No longer in this trust", "6 The school has no name.",
                "Riverside Junior School (900104) is not in this file and stays as it is.",
            ] { #expect(page.words.contains(sentence), "\(sentence)") }
            #expect(try await trust.schoolNames == before)
        }
    }

    @Test func doingItChangesTheSchoolsAndSaysWhatWasDone() async throws {
        try await browsing(as: administrator) { trust, browser in
            let address = try await browser.bring(NextRegister.sheet)
            let shown = try #require(try await browser.get(address + plan).hidden("shown"))
            let done = try await browser.post(address, ["trust": "99001", "shown": shown])
            #expect(done.status == .seeOther)
            let list = try await browser.get(try #require(done.location))
            #expect(list.words.contains("1 school added, 1 changed, 2 closed or left."))
            #expect(list.words.contains("Oakfield Academy") && list.words.contains("Elm Row Primary School"))
            #expect(!list.words.contains("Northgate") && !list.words.contains("Beacon"))
            let past = try await browser.get("/schools?past=yes").words
            #expect(past.contains("Northgate Free School") && past.contains("The Beacon School"))
            #expect(try await trust.uploads == [])
            #expect(try await browser.get(address).status == .notFound)
        }
    }

    @Test func theSameFileAgainWouldChangeNothing() async throws {
        try await browsing(as: administrator) { trust, browser in
            try await trust.bringIn(NextRegister.sheet)
            let again = try await browser.get(try await browser.bring(NextRegister.sheet) + plan)
            #expect(again.words.contains("Nothing would change."))
            #expect(again.words.contains("Added 0 Changed 0 Closed or left 0 Unchanged 2 Refused 1"))
            #expect(again.hidden("shown") == nil)
        }
    }

    @Test func aPlanThatIsOldByNowIsShownAnewAndNotDone() async throws {
        try await browsing(as: administrator) { trust, browser in
            let address = try await browser.bring(NextRegister.sheet)
            let old = try #require(try await browser.get(address + plan).hidden("shown"))
            try await trust.bringIn(
                Sheet(.full135).with(
                    Invented.school("900201", "Elm Row Primary School", trust: NextRegister.willowbrook)))
            let before = try await trust.schoolNames
            let stale = try await browser.post(address, ["trust": "99001", "shown": old])
            #expect(stale.status == .conflict)
            #expect(stale.words.contains("The schools changed meanwhile. This is what would change now."))
            #expect(stale.words.contains("Added 0 Changed 1 Closed or left 2 Unchanged 1"))
            #expect(try await trust.schoolNames == before)
            let new = try #require(stale.hidden("shown"))
            #expect(new != old)
            #expect(try await browser.post(address, ["trust": "99001", "shown": new]).status == .seeOther)
            #expect(try await trust.schoolNames.contains("Oakfield Academy"))
        }
    }

    @Test func anotherTrustThanOursCannotBeChosen() async throws {
        try await browsing(as: administrator) { trust, browser in
            let address = try await browser.bring(NextRegister.sheet)
            let other = try await browser.get(address + "?trust=9002")
            #expect(other.status == .conflict && other.hidden("shown") == nil)
            #expect(other.words.contains("BIRCH TRUST Number 9002"))
            let absent = try await browser.get(address + "?trust=Nowhere")
            #expect(absent.status == .unprocessableContent)
            #expect(absent.words.contains("No open school in this file is in a trust"))
            let before = try await trust.schoolNames
            #expect(try await browser.post(address, ["trust": "9002", "shown": ""]).status == .conflict)
            #expect(try await trust.schoolNames == before)
        }
    }
}

extension Willowbrook {
    /// Carries out an import of `sheet` as a colleague would meanwhile.
    fileprivate func bringIn(_ sheet: Sheet) async throws {
        try await RegisterFixture.with { fixture in
            _ = try await importSchools(
                of: NextRegister.willowbrook.uid, from: fixture.files(sheet), by: .onTheMachine, actor: nil,
                in: database)
        }
    }
}
