import Database
import Foundation
import Jobs
import Kernel
import People
import PeopleRules
import Site
import TestKit
import Testing

@Suite struct ForgottenPasswordTests {
    private let new = PasswordInput(password: "another long phrase", again: "another long phrase")

    private func ask(_ email: String, _ trust: Oakmere, from address: String = "192.0.2.7") async throws {
        try await askForNewPassword(
            email, at: Oakmere.site, from: Visitor(address: address, browser: nil), in: trust.database)
    }

    /// The links in the letters that are due, oldest first.
    private func letters(_ trust: Oakmere) async throws -> [String] {
        try await TestDatabases.withFolder { folder in
            try await drain(trust.database, peopleFeature(mail: Mail(folder: folder)).jobs)
            let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            return try names.map { name in
                // As a mail programme reads it: what was cut into short lines is joined again.
                let letter = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
                    .replacing("=\r\n", with: "")
                return try #require(letter.components(separatedBy: "\r\n").first { $0.hasPrefix("https://") })
            }
        }
    }

    private func accept(_ link: String, _ trust: Oakmere) async throws -> String {
        try await acceptInvitation(
            Oakmere.secret(of: link), with: new, from: Oakmere.visitor, hasher: trust.hasher, in: trust.database)
    }

    @Test(arguments: Engine.available)
    func theLetterLeadsToANewPasswordOnceAndEndsEverySession(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { (trust) async throws in
            try await ask(" ADA@oakmere.example", trust)
            let link = try #require(try await letters(trust).first)
            #expect(link.hasPrefix("https://oakmere.example/invitations/"))
            let token = try await accept(link, trust)
            let door = Doorkeeping()
            #expect(try await door.entry(token: token, in: trust.database)?.actor.person == trust.administrator.person)
            #expect(try await door.entry(token: trust.administratorToken, in: trust.database) == nil)
            let again = try await refusal { _ = try await accept(link, trust) }
            #expect(again?.sentence.hasPrefix("This link was used, withdrawn") == true)
        }
    }

    @Test(arguments: Engine.available)
    func whoHasNoPasswordOrNoAccountGetsNoLetterAndNobodyIsTold(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { (trust) async throws in
            _ = try await trust.add("Dee Dale", .staff, at: trust.atEnglish)
            for email in ["dee.dale@oakmere.example", "nobody@oakmere.example", "no address"] {
                try await ask(email, trust)
            }
            #expect(try await letters(trust).isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func howeverOftenAStrangerAsksALinkThatHoldsLiesInTheLetters(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { (trust) async throws in
            var links: [String] = []
            for quarter in 0..<9 {
                try await ask("ada@oakmere.example", trust, from: "198.51.100.\(quarter)")
                links += try await letters(trust)
                trust.clock.advance(seconds: 900)
            }
            #expect(links.count == 3)
            let first = try await refusal { _ = try await accept(links[0], trust) }
            #expect(first?.sentence.hasPrefix("This link ended on") == true)
            _ = try await accept(links[1], trust)
            #expect(try await refusal { _ = try await accept(links[2], trust) } != nil)
        }
    }

    @Test(arguments: Engine.available)
    func oneNetworkBothersOnlySoManyPeople(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { (trust) async throws in
            for number in 0..<30 { try await ask("p\(number)@oakmere.example", trust) }
            #expect(try await refusal { try await ask("ada@oakmere.example", trust) } == .tooMany(retryAfter: 60))
            try await ask("ada@oakmere.example", trust, from: "198.51.100.4")
            #expect(try await letters(trust).count == 1)
        }
    }

    @Test(arguments: Engine.available)
    func askingEndsNoInvitationAndACorrectedAddressOrANewPasswordEndsTheLink(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { (trust) async throws in
            let dee = try await trust.addWithPassword("Dee Dale", .staff, at: trust.atEnglish)
            let invited = try await invite(dee.id, to: Oakmere.site, by: trust.administrator, in: trust.database)
            _ = try await letters(trust)
            try await ask(dee.email.text, trust)
            let link = try #require(try await letters(trust).first)
            _ = try await openInvitation(Oakmere.secret(of: invited), in: trust.database)
            let details = try PersonDetails(name: dee.name, email: "dee@oakmere.example")
            try await correctPerson(dee.id, to: details, over: 1, by: trust.administrator, in: trust.database)
            #expect(try await refusal { _ = try await accept(link, trust) } != nil)
            try await ask("ada@oakmere.example", trust)
            let ada = try #require(try await letters(trust).first)
            _ = try await changePassword(
                from: Oakmere.password, to: new, by: trust.administrator, from: Oakmere.visitor, hasher: trust.hasher,
                in: trust.database)
            #expect(try await refusal { _ = try await accept(ada, trust) } != nil)
        }
    }
}
