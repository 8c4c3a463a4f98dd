import Database
import Kernel
import Schools
import TestKit
import Testing
import Trail

@testable import SchoolRules

/// The trust became part of another one: what the import says, and how everything goes on under that one.
@Suite struct SucceedTrustTests {
    private let administrator = People.actor(.administrator)
    private let before = Sheet(.full135).with(Invented.school("900001", "Ash"), Invented.school("900002", "Beech"))
    private let birch = (uid: "9002", name: "BIRCH TRUST")

    private var after: Sheet {
        Sheet(.full135).with(
            Invented.school("900001", "Ash", trust: birch), Invented.school("900002", "Beech", trust: birch),
            Invented.school("900003", "Cedar", trust: birch))
    }

    private let groups = Sheet(Invented.groupHeadings).with(
        Invented.group("9001", "ALDER TRUST", closed: "31-08-2026"), Invented.group("9002", "BIRCH TRUST"))

    private func merged(_ engine: Engine, _ body: (any Database, RegisterFixture) async throws -> Void) async throws {
        try await withSchools(engine) { database in
            try await RegisterFixture.with { fixture in
                _ = try await importSchools(
                    of: "9001", from: fixture.files(before), by: .onTheMachine, actor: nil, in: database)
                try await body(database, fixture)
            }
        }
    }

    private let sentence =
        "No school of ALDER TRUST (9001) is in it any more. It closed on 31 August 2026. 2 of its 2 schools are now in BIRCH "
        + "TRUST (9002). If the trust became part of that one, let this database go on under its name and number first; "
        + "everything written here stays."

    @Test(arguments: Engine.available) func theImportSaysWhatHappenedUnderEitherNumber(engine: Engine) async throws {
        try await merged(engine) { database, fixture in
            for wanted in ["9001", "9002", "Alder Trust", "birch trust"] {
                let refused = await #expect(throws: RegisterUnreadable.self, "\(wanted)") {
                    try await planImport(
                        of: wanted, from: fixture.files(after, beside: groups), by: .onTheMachine, in: database,
                        today: Day(2026, 11, 21)!)
                }
                #expect(refused?.sentence == sentence && refused?.successor?.uid == "9002")
            }
            let other = Sheet(.full135).with(Invented.school("900009", "Elder", trust: ("9009", "ELDER TRUST")))
            await #expect(throws: Refusal.self) {
                try await planImport(
                    of: "9009", from: fixture.files(other), by: .onTheMachine, in: database, today: Day(2026, 11, 21)!)
            }
        }
    }

    @Test(arguments: Engine.available) func everythingGoesOnUnderTheSuccessor(engine: Engine) async throws {
        try await merged(engine) { database, fixture in
            let old = try await database.read { try $0.everySchool() }
            try await succeedTrust(
                by: SuccessorInput(name: " Birch Trust ", uid: "9002"), permit: MayChangeTrust(administrator),
                actor: administrator, in: database)
            try await database.read { tx throws in
                #expect(try tx.everySchool() == old)
                #expect(try tx.trust()?.name == "Birch Trust" && tx.trust()?.uid == "9002")
                let entry = try #require(try tx.trail(of: ID<Trust>(bytes: Array(repeating: 0, count: 16))).first)
                #expect(entry.verb == "trust-succeeded" && entry.who == "Robin Vale")
                #expect(entry.before == "ALDER TRUST (9001)" && entry.after == "Birch Trust (9002)")
            }
            let plan = try await importSchools(
                of: "9002", from: fixture.files(after, beside: groups), by: .onTheMachine, actor: nil, in: database)
            #expect(plan.added.map(\.facts.name) == ["Cedar"] && plan.closed.isEmpty && plan.unchanged == 2)
            #expect(try await database.read { try $0.trust()?.name } == "Birch Trust")
        }
    }

    @Test func onlyAnAdministratorSaysSoAndOnlyInWordsThatCanBe() throws {
        #expect(throws: Refusal.self) { try MayChangeTrust(People.actor(.chiefExecutive)) }
        let trust = Trust(version: 1, uid: "9001", name: "Alder", registerName: nil)
        for (name, uid, word) in [("Birch", "x", "number (UID)"), (" ", "9002", "name"), ("Alder", "9001", "already")] {
            let said = SchoolsTests.sentence { _ = try trust.succeeded(by: SuccessorInput(name: name, uid: uid)) }
            #expect(said.contains(word), "\(said)")
        }
        let typed = SuccessorInput(name: "Birch", uid: "\u{200b}9002\u{a0}")
        #expect(try trust.succeeded(by: typed).uid == "9002")
    }
}
