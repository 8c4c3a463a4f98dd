import Database
import Foundation
import Jobs
import Kernel
import People
import PeopleRules
import Site
import TestKit
import Testing

/// Duties are written against seats, so it matters who sits where.
@Suite struct SeatTests {
    @Test(arguments: Engine.available)
    func theSuccessorSitsInTheLeaversSeat(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let hal = try await trust.add("Hal Hill", .headteacher, at: .school(trust.oak))
            let sue = try await trust.add("Sue Senior", .seniorLeader, at: .school(trust.oak))
            let head = try await trust.posts(of: hal.id)[0]
            let leaving = LeavingInput(lastDay: trust.today + 10, successor: sue.email, handed: [head.id])
            try await handOver(leaving, from: hal.id, by: trust.administrator, in: trust.database)
            let (now, later) = try await trust.database.read { tx in
                (try tx.seat(head.seat, on: trust.today), try tx.seat(head.seat, on: trust.today + 11))
            }
            #expect(now?.holder?.person == hal.id && later?.holder?.person == sue.id)
            #expect(later?.role == .headteacher && later?.place == .school(trust.oak))
        }
    }

    @Test(arguments: Engine.available)
    func whoComesLaterTakesUpTheEmptySeatOfThatRole(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let dee = try await trust.add("Dee Dale", .middleLeader, at: trust.atEnglish)
            let post = try await trust.posts(of: dee.id)[0]
            try await endPost(
                post.id, of: dee.id, after: trust.today - 1, by: trust.administrator, in: trust.database)
            let empty = try await trust.database.read { try $0.seat(post.seat, on: trust.today) }
            #expect(empty?.holderName == "nobody: hand over")
            let early = try await trust.add("Bob Berry", .middleLeader, at: trust.atEnglish)
            let next = try await trust.add("Eva East", .middleLeader, at: trust.atEnglish, from: trust.today)
            let seats = try await trust.posts(of: early.id).map(\.seat) + trust.posts(of: next.id).map(\.seat)
            #expect(seats[0] != post.seat, "who began before the seat was empty sits in one of their own")
            #expect(seats[1] == post.seat)
        }
    }

    @Test(arguments: Engine.available)
    func whoLosesASeatIsToldWhoSitsThereNow(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            try await TestDatabases.withFolder { folder in
                let letters = peopleFeature(mail: Mail(folder: folder)).jobs.filter {
                    $0.name.hasPrefix("people.write")
                }
                let hal = try await trust.actor(trust.add("Hal Hill", .headteacher, at: .school(trust.oak)))
                let dee = try await trust.add("Dee Dale", .middleLeader, at: trust.atEnglish)
                let post = try await trust.posts(of: dee.id)[0]
                try await endPost(post.id, of: dee.id, after: trust.today - 1, by: hal, in: trust.database)
                let own = PostInput(role: .middleLeader, place: trust.atEnglish, starts: trust.today)
                try await givePost(own, to: hal.person, by: hal, in: trust.database)
                try await drain(trust.database, letters)
                let names = try FileManager.default.contentsOfDirectory(atPath: folder)
                let letter = try String(contentsOfFile: "\(folder)/\(#require(names.first))", encoding: .utf8)
                #expect(names.count == 1 && letter.contains("To: Dee Dale <dee.dale@oakmere.example>"))
                #expect(
                    letter.contains("Hal Hill holds a post that was yours") && letter.contains("Middle leader, English")
                )
            }
        }
    }

    @Test(arguments: Engine.available)
    func whoTakesTheOwnSeatUpAgainIsToldNothing(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let dee = try await trust.add("Dee Dale", .middleLeader, at: trust.atEnglish)
            let post = try await trust.posts(of: dee.id)[0]
            try await endPost(post.id, of: dee.id, after: trust.today - 1, by: trust.administrator, in: trust.database)
            let again = PostInput(role: .middleLeader, place: trust.atEnglish, starts: trust.today)
            try await givePost(again, to: dee.id, by: trust.administrator, in: trust.database)
            #expect(try await trust.posts(of: dee.id).last?.seat == post.seat)
            let jobs = try await trust.database.read { try $0.rows("SELECT kind FROM job") { try $0[0] as String } }
            #expect(!jobs.contains("people.write-seat-taken"))
        }
    }

    @Test(arguments: Engine.available)
    func onlyThoseWhoWorkAtAPlaceAreOfferedItsDuties(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            for (name, role, place) in [
                ("Hal Hill", Role.headteacher, Place.school(trust.oak)), ("Gus Green", .governor, .school(trust.oak)),
                ("Dee Dale", .middleLeader, trust.atEnglish), ("Ada Adams", .adviser, .trust),
            ] { _ = try await trust.add(name, role, at: place) }
            let school = try await trust.database.read {
                try $0.seatsToChoose(at: .school(trust.oak), on: trust.today).map(\.holderName)
            }
            #expect(school.contains("Hal Hill") && school.contains("Ada Adams") && !school.contains("Gus Green"))
            let trustWide = try await trust.database.read {
                try $0.seatsToChoose(at: .trust, on: trust.today).map(\.holderName)
            }
            #expect(trustWide.contains("Ada Adams") && !trustWide.contains("Hal Hill"))
        }
    }
}
