import App
import Foundation
import HTTPTypes
import Kernel
import Schools
import Site
import TestKit
import Testing

@testable import SchoolRules

@Suite struct ImportRefusalTests {
    private let administrator = "Sam Okafor"
    private let register = Data(NextRegister.sheet.bytes)

    @Test(arguments: [
        ("Dear all,\r\nthe minutes are attached.\r\n", "This is no file of the register"),
        ("", "Choose the register's file of schools."),
        ("URN,EstablishmentName\r\n900101,\"Oakfield\r\n", "The quotation mark opened on line 2 is never closed."),
        ("URN,EstablishmentName\r\n900101,Oakfield\r\n", "The file does not say which trust a school is in."),
    ]) func aFileThatIsNoUseIsRefusedWithTheReasonAndNotKept(text: String, reason: String) async throws {
        try await browsing(as: administrator) { trust, browser in
            let answer = try await browser.send(Data(text.utf8))
            #expect(answer.status == .unprocessableContent)
            #expect(answer.words.contains(reason))
            #expect(answer.body.contains("href=\"#file\"") && answer.body.contains("aria-invalid=\"true\""))
            #expect(try await trust.uploads == [])
        }
    }

    @Test func aFileWithoutItsFormTokenIsRefusedAndNotKept() async throws {
        try await browsing(as: administrator) { trust, browser in
            for token in ["", String(repeating: "0", count: 32)] {
                #expect(try await browser.send(register, token: token).status == .forbidden)
            }
            #expect(try await trust.uploads == [])
            let address = try await browser.bring(NextRegister.sheet)
            let shown = try #require(try await browser.get(address + "?trust=99001").hidden("shown"))
            let before = try await trust.schoolNames
            let forged = try await browser.post(address, ["trust": "99001", "shown": shown], token: "")
            #expect(forged.status == .forbidden)
            #expect(try await trust.schoolNames == before)
        }
    }

    @Test func aKeptFileThatIsGoneIsAskedForAgain() async throws {
        try await browsing(as: administrator) { trust, browser in
            let address = try await browser.bring(NextRegister.sheet)
            try FileManager.default.removeItem(atPath: try #require(try await trust.uploads.first).files.schools.path)
            for page in [address, address + "?trust=99001"] {
                let answer = try await browser.get(page)
                #expect(answer.status == .unprocessableContent)
                #expect(answer.words.contains("The file register.csv cannot be opened."))
            }
        }
    }

    @Test(arguments: ["James Oyelaran", "Daniel Whitcombe", "David Unwin"])
    func nobodyButAnAdministratorImports(name: String) async throws {
        try await browsing(as: administrator) { trust, browser in
            let address = try await browser.bring(NextRegister.sheet)
            let before = try await trust.schoolNames
            let other = try await trust.client(name)
            _ = try await other.get("/schools")
            #expect(try await other.get(TestClient.imports + "/new").status == .forbidden)
            #expect(try await other.send(register).status == .forbidden)
            #expect(try await other.get(address + "?trust=99001").status == .forbidden)
            #expect(try await other.post(address, ["trust": "99001"]).status == .forbidden)
            #expect(try await other.get("/schools").body.contains("/administration/imports") == false)
            #expect(try await trust.uploads.count == 1)
            #expect(try await trust.schoolNames == before)
        }
    }

    @Test func whoeverIsNotSignedInIsSentToTheSignIn() async throws {
        try await browsing(as: nil) { trust, browser in
            let page = try await browser.get(TestClient.imports + "/new")
            #expect(page.status == .seeOther && page.location?.hasPrefix("/sign-in") == true)
            #expect(try await browser.send(register).status == .seeOther)
            #expect(try await trust.uploads == [])
        }
    }
}
