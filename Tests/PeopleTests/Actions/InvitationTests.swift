import Database
import Foundation
import Jobs
import Kernel
import People
import PeopleRules
import Site
import TestKit
import Testing

@Suite struct InvitationTests {
    let chosen = PasswordInput(password: Oakmere.password, again: Oakmere.password)

    private func accept(_ link: String, _ trust: Oakmere, with input: PasswordInput? = nil) async throws -> String {
        try await acceptInvitation(
            Oakmere.secret(of: link), with: input ?? chosen, from: Oakmere.visitor, hasher: trust.hasher,
            in: trust.database)
    }

    private func invited(_ person: Person, _ trust: Oakmere) async throws -> String {
        try await invite(person.id, to: Oakmere.site, by: trust.administrator, in: trust.database)
    }

    @Test(arguments: Engine.available)
    func whoAcceptsComesInAndTheLinkIsUsedUp(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let dee = try await trust.add("Dee Dale", .staff, at: trust.atEnglish)
            let link = try await invited(dee, trust)
            #expect(link.hasPrefix("https://oakmere.example/invitations/"))
            #expect(try await openInvitation(Oakmere.secret(of: link), in: trust.database).person.name == "Dee Dale")
            let token = try await accept(link, trust)
            #expect(try await Doorkeeping().entry(token: token, in: trust.database)?.actor.person == dee.id)
            let again = try await refusal { _ = try await accept(link, trust) }
            #expect(again?.sentence.hasPrefix("This invitation was used, withdrawn or replaced") == true)
        }
    }

    /// With real work for the hasher, and as many at once as there are connections to a database ten times over.
    @Test(arguments: Engine.available)
    func aWholeStaffChoosesPasswordsAtOnceAndNobodyIsRefused(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { (trust) async throws in
            let post = PostInput(role: .staff, place: trust.atEnglish, starts: trust.today)
            let list = try (0..<80).map {
                NewPerson(try PersonDetails(name: "Person \($0)", email: "p\($0)@oakmere.example"), first: post)
            }
            let hasher = PasswordHasher(cost: ScryptCost(logN: 12, r: 8, p: 1)!)
            var links: [String] = []
            for id in try await addPeople(list, by: trust.administrator, in: trust.database) {
                links.append(try await invite(id, to: Oakmere.site, by: trust.administrator, in: trust.database))
            }
            let refused = Noted<String>()
            await withTaskGroup(of: Void.self) { group in
                for link in links {
                    group.addTask {
                        do {
                            _ = try await acceptInvitation(
                                Oakmere.secret(of: link), with: chosen, from: Oakmere.visitor, hasher: hasher,
                                in: trust.database)
                        } catch { refused.add("\(error)") }
                    }
                }
            }
            #expect(refused.all == [])
        }
    }

    @Test(arguments: Engine.available)
    func aWeakPasswordLeavesTheInvitationOpen(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let link = try await invited(try await trust.add("Dee Dale", .staff, at: trust.atEnglish), trust)
            let weak = PasswordInput(password: "oakmere-dee-dale", again: "oakmere-dee-dale")
            #expect(try await refusal { _ = try await accept(link, trust, with: weak) }?.fields == ["password"])
            let typo = PasswordInput(password: Oakmere.password, again: "kettle harbour violim")
            #expect(try await refusal { _ = try await accept(link, trust, with: typo) }?.fields == ["again"])
            _ = try await accept(link, trust)
        }
    }

    @Test(arguments: Engine.available)
    func aNewInvitationEndsTheOneBefore(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let dee = try await trust.add("Dee Dale", .staff, at: trust.atEnglish)
            let first = try await invited(dee, trust)
            let second = try await invited(dee, trust)
            let refused = try await refusal { _ = try await accept(first, trust) }
            #expect(refused?.sentence.hasPrefix("This invitation was used, withdrawn or replaced") == true)
            _ = try await accept(second, trust)
        }
    }

    @Test(arguments: Engine.available)
    func withoutACalendarAnInvitationOutlastsTheSummer(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let link = try await invited(try await trust.add("Dee Dale", .staff, at: trust.atEnglish), trust)
            trust.clock.advance(days: 49)
            let refused = try await refusal { _ = try await accept(link, trust) }
            #expect(refused?.sentence.hasPrefix("This invitation ended on 9 January 2027, 09:30. Ask whoever") == true)
        }
    }

    @Test(arguments: Engine.available)
    func aMadeUpLinkLeadsNowhere(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { (trust) async throws in
            #expect(try await refusal { _ = try await openInvitation("", in: trust.database) } == .notFound)
            #expect(try await refusal { _ = try await accept("x/y", trust) } == .notFound)
        }
    }

    @Test(arguments: Engine.available)
    func whoForgotThePasswordIsInvitedAgainAndSignedOutElsewhere(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let dee = try await trust.addWithPassword("Dee Dale", .staff, at: trust.atEnglish)
            let old = try await signInOnDemo(as: dee.id, from: Oakmere.visitor, in: trust.database)
            let new = PasswordInput(password: "another long phrase", again: "another long phrase")
            let token = try await accept(try await invited(dee, trust), trust, with: new)
            #expect(try await Doorkeeping().entry(token: old, in: trust.database) == nil)
            #expect(try await Doorkeeping().entry(token: token, in: trust.database) != nil)
        }
    }

    @Test(arguments: Engine.available)
    func theLetterHasALinkOfItsOwnAndNoSecretWaitsInAJob(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            try await TestDatabases.withFolder { folder in
                let dee = try await trust.add("Dee Dale", .staff, at: trust.atEnglish)
                let shown = try await invited(dee, trust)
                let payloads = try await trust.database.read {
                    try $0.rows("SELECT payload FROM job") { try $0[0] as String }
                }
                #expect(payloads.count == 1 && !payloads[0].contains(Oakmere.secret(of: shown)))
                try await drain(trust.database, peopleFeature(mail: Mail(folder: folder)).jobs)
                // As a mail programme reads it: what was cut into short lines is joined again.
                let letter = try onlyFile(in: folder).replacing("=\r\n", with: "")
                let line = try #require(letter.components(separatedBy: "\r\n").first { $0.hasPrefix("https://") })
                #expect(letter.contains("To: Dee Dale <dee.dale@oakmere.example>") && line != shown)
                _ = try await accept(line, trust)
                #expect(try await refusal { _ = try await accept(shown, trust) } != nil)
            }
        }
    }

    @Test(arguments: Engine.available)
    func noLetterIsWrittenForAnInvitationThatWasUsedMeanwhile(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            try await TestDatabases.withFolder { folder in
                let dee = try await trust.add("Dee Dale", .staff, at: trust.atEnglish)
                _ = try await accept(try await invited(dee, trust), trust)
                try await drain(trust.database, peopleFeature(mail: Mail(folder: folder)).jobs)
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
            }
        }
    }

    @Test(arguments: Engine.available)
    func aHeadInvitesNobodyWhoMaySeeMoreThanTheHead(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let head = try await trust.actor(trust.add("Hal Hill", .headteacher, at: .school(trust.oak)))
            let both = try await trust.add("Bo Both", .staff, at: trust.atEnglish)
            let chief = PostInput(role: .chiefExecutive, place: .trust, starts: trust.today + 30)
            try await givePost(chief, to: both.id, by: trust.administrator, in: trust.database)
            let refused = try await refusal {
                _ = try await invite(both.id, to: Oakmere.site, by: head, in: trust.database)
            }
            #expect(refused?.sentence.hasPrefix("Bo Both holds posts that you do not give.") == true)
        }
    }

    @Test(arguments: Engine.available)
    func aCorrectedAddressEndsWhatWentToTheOldOne(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let dee = try await trust.add("Dee Dale", .staff, at: trust.atEnglish)
            let link = try await invited(dee, trust)
            let name = try PersonDetails(name: "Dee Dell", email: dee.email.text)
            try await correctPerson(dee.id, to: name, over: 1, by: trust.administrator, in: trust.database)
            _ = try await openInvitation(Oakmere.secret(of: link), in: trust.database)
            let address = try PersonDetails(name: "Dee Dell", email: "dee.dell@oakmere.example")
            try await correctPerson(dee.id, to: address, over: 2, by: trust.administrator, in: trust.database)
            let refused = try await refusal { _ = try await accept(link, trust) }
            #expect(refused?.sentence.hasPrefix("This invitation was used, withdrawn or replaced") == true)
        }
    }

    @Test(arguments: Engine.available)
    func aPostBeyondTheInvitersReachEndsTheInvitation(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let head = try await trust.actor(trust.add("Hal Hill", .headteacher, at: .school(trust.oak)))
            let dee = try await trust.add("Dee Dale", .staff, at: trust.atEnglish)
            let link = try await invite(dee.id, to: Oakmere.site, by: head, in: trust.database)
            let within = PostInput(role: .middleLeader, place: trust.atEnglish, starts: trust.today)
            try await givePost(within, to: dee.id, by: trust.administrator, in: trust.database)
            _ = try await openInvitation(Oakmere.secret(of: link), in: trust.database)
            let beyond = PostInput(role: .governor, place: .school(trust.elm), starts: trust.today)
            try await givePost(beyond, to: dee.id, by: trust.administrator, in: trust.database)
            let post = try #require(try await trust.posts(of: dee.id).first { $0.role == .governor })
            try await endPost(post.id, of: dee.id, after: trust.today - 1, by: trust.administrator, in: trust.database)
            let refused = try await refusal { _ = try await accept(link, trust) }
            #expect(refused?.sentence.hasPrefix("This invitation was used, withdrawn or replaced") == true)
            _ = try await accept(try await invited(dee, trust), trust)
        }
    }

    @Test(arguments: Engine.available)
    func anInvitationOpensNothingOnceItsSenderMayNotSendIt(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let hal = try await trust.add("Hal Hill", .headteacher, at: .school(trust.oak))
            let dee = try await trust.add("Dee Dale", .staff, at: trust.atEnglish)
            let link = try await invite(dee.id, to: Oakmere.site, by: try await trust.actor(hal), in: trust.database)
            let post = try #require(try await trust.posts(of: hal.id).first)
            try await endPost(post.id, of: hal.id, after: trust.today - 1, by: trust.administrator, in: trust.database)
            let refused = try await refusal { _ = try await accept(link, trust) }
            #expect(refused?.sentence.hasPrefix("Whoever sent this invitation may not send it any more.") == true)
        }
    }

    private func onlyFile(in folder: String) throws -> String {
        let files = try FileManager.default.contentsOfDirectory(atPath: folder)
        return try String(contentsOfFile: "\(folder)/\(#require(files.first))", encoding: .utf8)
    }
}
