import Database
import Kernel
import People
import PeopleRules
import Site
import TestKit
import Testing
import Trail

@Suite struct HandOverDutiesTests {
    @Test(arguments: Engine.available)
    func theDutiesPassInOneStep(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let hal = try await trust.add("Hal Hill", .headteacher, at: .school(trust.oak))
            let second = PostInput(role: .governor, place: .school(trust.elm), starts: trust.today)
            try await givePost(second, to: hal.id, by: trust.administrator, in: trust.database)
            let sue = try await trust.add("Sue Senior", .seniorLeader, at: .school(trust.oak))
            let head = try await trust.posts(of: hal.id)[0]
            let leaving = LeavingInput(lastDay: trust.today + 40, successor: sue.email, handed: [head.id])
            try await handOver(leaving, from: hal.id, by: trust.administrator, in: trust.database)
            #expect(try await trust.posts(of: hal.id).map(\.ends) == [trust.today + 40, trust.today + 40])
            let taken = try await trust.posts(of: sue.id).filter { $0.role == .headteacher }
            #expect(taken.map(\.starts) == [trust.today + 41])
            let trail = try await trust.database.read { try $0.trail(of: sue.id) }
            #expect(trail[0].after == "Headteacher, Oak Primary, from 1 January 2027, from Hal Hill")
        }
    }

    @Test(arguments: Engine.available)
    func whoLeftLosesSessionsAndInvitations(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let dee = try await trust.add("Dee Dale", .staff, at: trust.atEnglish)
            let link = try await invite(dee.id, to: Oakmere.site, by: trust.administrator, in: trust.database)
            let token = try await signInOnDemo(as: dee.id, from: Oakmere.visitor, in: trust.database)
            let leaving = LeavingInput(lastDay: trust.today - 1, successor: nil, handed: [])
            try await handOver(leaving, from: dee.id, by: trust.administrator, in: trust.database)
            #expect(try await Doorkeeping().entry(token: token, in: trust.database) == nil)
            let opened = try await refusal {
                _ = try await openInvitation(Oakmere.secret(of: link), in: trust.database)
            }
            #expect(opened?.sentence.hasPrefix("This invitation was used, withdrawn or replaced") == true)
            let demo = try await refusal {
                _ = try await signInOnDemo(as: dee.id, from: Oakmere.visitor, in: trust.database)
            }
            #expect(demo == .notFound)
        }
    }

    @Test(arguments: Engine.available)
    func aSuccessorWhomNobodyKnowsIsRefused(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let dee = try await trust.add("Dee Dale", .staff, at: trust.atEnglish)
            let post = try await trust.posts(of: dee.id)[0]
            let leaving = LeavingInput(
                lastDay: trust.today, successor: EmailAddress("who@oakmere.example"), handed: [post.id])
            let refused = try await refusal {
                try await handOver(leaving, from: dee.id, by: trust.administrator, in: trust.database)
            }
            #expect(refused?.fields == ["successor"])
            #expect(try await trust.posts(of: dee.id).map(\.ends) == [.openEnd])
        }
    }

    @Test(arguments: Engine.available)
    func aLeavingIsTakenBackOnce(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let dee = try await trust.add("Dee Dale", .staff, at: trust.atEnglish)
            let leaving = LeavingInput(lastDay: trust.today, successor: nil, handed: [])
            try await handOver(leaving, from: dee.id, by: trust.administrator, in: trust.database)
            let twice = try await refusal {
                try await handOver(leaving, from: dee.id, by: trust.administrator, in: trust.database)
            }
            #expect(twice == .conflict("Dee Dale leaves on 21 November 2026 already."))
            try await letStay(dee.id, by: trust.administrator, in: trust.database)
            let again = try await refusal { try await letStay(dee.id, by: trust.administrator, in: trust.database) }
            #expect(again == .conflict("Dee Dale is not leaving."))
            let post = PostInput(role: .staff, place: .school(trust.oak), starts: trust.today)
            try await givePost(post, to: dee.id, by: trust.administrator, in: trust.database)
            #expect(try await trust.posts(of: dee.id).count == 2)
        }
    }

    @Test(arguments: Engine.available)
    func aHeadSeesOutNobodyElsesPeople(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let head = try await trust.actor(trust.add("Hal Hill", .headteacher, at: .school(trust.oak)))
            let leaving = LeavingInput(lastDay: trust.today, successor: nil, handed: [])
            let elm = try await trust.add("Elm Ely", .staff, at: .school(trust.elm))
            let gov = try await trust.add("Gov Green", .governor, at: .school(trust.oak))
            #expect(
                try await refusal { try await handOver(leaving, from: elm.id, by: head, in: trust.database) }
                    == .notFound)
            let refused = try await refusal { try await handOver(leaving, from: gov.id, by: head, in: trust.database) }
            #expect(refused?.sentence.hasPrefix("Gov Green holds posts that you do not give.") == true)
            let dee = try await trust.add("Dee Dale", .staff, at: trust.atEnglish)
            #expect(
                try await refusal { try await handOver(leaving, from: dee.id, by: head, in: trust.database) } == nil)
        }
    }
}
