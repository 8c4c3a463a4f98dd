import Database
import Foundation
import Kernel
import Schools
import TestKit
import Testing
import Trail

@testable import SchoolRules

@Suite struct ImportSchoolsTests {
    private let ash = Invented.school("900001", "Ash Primary School")
    private let beech = Invented.school("900002", "Beech Primary School")
    private let administrator = People.actor(.administrator)

    private func bring(
        _ sheet: Sheet, in database: any Database, shown: String? = nil
    ) async throws -> ImportPlan {
        try await RegisterFixture.with { fixture in
            try await importSchools(
                of: "9001", from: fixture.files(sheet), by: MayImportSchools(administrator), actor: administrator,
                shown: shown, in: database)
        }
    }

    @Test(arguments: Engine.available) func anImportBringsInSchoolsAndTheTrust(engine: Engine) async throws {
        try await withSchools(engine) { database in
            _ = try await bring(Sheet(.full135).with(ash, beech), in: database)
            try await database.read { tx throws in
                #expect(try tx.everySchool().map(\.name) == ["Ash Primary School", "Beech Primary School"])
                #expect(
                    try tx.trust() == Trust(version: 1, uid: "9001", name: "ALDER TRUST", registerName: "ALDER TRUST"))
            }
        }
    }

    @Test(arguments: Engine.available) func theSameFileAgainWritesNothing(engine: Engine) async throws {
        try await withSchools(engine) { database in
            let sheet = Sheet(.full135).with(ash, beech)
            _ = try await bring(sheet, in: database)
            let before = try await database.read { try $0.everySchool() }
            let again = try await bring(sheet, in: database)
            #expect(again.changesNothing && again.unchanged == 2)
            try await database.read { tx throws in
                #expect(try tx.everySchool() == before)
                #expect(try tx.trail(of: before[0].id).map(\.verb) == ["school-joined"])
                #expect(try tx.trust()?.version == 1)
            }
        }
    }

    @Test(arguments: Engine.available) func everyChangeIsInTheHistoryWithBeforeAndAfter(engine: Engine) async throws {
        try await withSchools(engine) { database in
            _ = try await bring(Sheet(.full135).with(ash, beech), in: database)
            let renamed = Invented.school("900001", "Ash Academy")
            let moved = Invented.school("900002", "Beech", trust: ("9002", "BIRCH TRUST"))
            _ = try await bring(Sheet(.full135).with(renamed, moved), in: database)
            try await database.read { tx throws in
                let all = try tx.everySchool()
                let entry = try #require(try tx.trail(of: all[0].id).first)
                #expect(entry.verb == "school-changed" && entry.who == "Robin Vale")
                #expect(entry.before == "Name: Ash Primary School" && entry.after == "Name: Ash Academy")
                #expect(try tx.trail(of: all[1].id).map(\.verb) == ["school-left", "school-joined"])
                let administrator = People.actor(.administrator).visible(on: tx.today)
                #expect(try tx.schools(seenBy: administrator).map(\.school.name) == ["Ash Academy"])
                #expect(
                    try tx.schools(seenBy: administrator, current: false).map(\.school.name) == ["Beech Primary School"]
                )
            }
        }
    }

    @Test(arguments: Engine.available) func anotherTrustIsRefusedAndNothingIsDone(engine: Engine) async throws {
        try await withSchools(engine) { database in
            _ = try await bring(Sheet(.full135).with(ash), in: database)
            try await RegisterFixture.with { fixture in
                let files = try fixture.files(
                    Sheet(.full135).with(Invented.school("900003", "Cedar", trust: ("9002", "BIRCH TRUST"))))
                await #expect(throws: Refusal.self) {
                    try await importSchools(of: "9002", from: files, by: .onTheMachine, actor: nil, in: database)
                }
            }
            #expect(try await database.read { try $0.everySchool().count } == 1)
        }
    }

    @Test(arguments: Engine.available) func whatIsDoneIsWhatWasShown(engine: Engine) async throws {
        try await withSchools(engine) { database in
            let sheet = Sheet(.full135).with(ash, beech)
            let shown = try plan(sheet).fingerprint
            _ = try await bring(Sheet(.full135).with(ash), in: database)
            await #expect(throws: Refusal.stale) { try await bring(sheet, in: database, shown: shown) }
            #expect(try await database.read { try $0.everySchool().count } == 1)
        }
    }

    @Test(arguments: Engine.available) func linksAreKeptAndKeptOnce(engine: Engine) async throws {
        try await withSchools(engine) { database in
            let linked = Invented.school("900001", "Ash", ["Linked establishments": "900091 Predecessor"])
            let sheet = Sheet(.search111).with(linked)
            for _ in 0..<2 {
                try await RegisterFixture.with { fixture in
                    _ = try await importSchools(
                        of: "Alder Trust", from: fixture.files(sheet), by: .onTheMachine, actor: nil, in: database)
                }
            }
            try await database.read { tx throws in
                #expect(try tx.successorLinks() == [SuccessorLink(predecessor: "900091", successor: "900001")])
                #expect(try tx.everySchool().map(\.version) == [1])
            }
        }
    }

    @Test(arguments: Engine.available) func tenThousandRowsAreOneQuickTransaction(engine: Engine) async throws {
        try await withSchools(engine) { database in
            var sheet = Sheet(.stateFunded33)
            sheet.rows = (0..<10_000).map { number in
                let row = Invented.school(String(910_000 + number), "School \(number)")
                return sheet.headings.map { row[$0] ?? row[$0 + "?"] ?? "" }
            }
            let ready = sheet
            try await RegisterFixture.with { fixture in
                var links = Sheet(Invented.linkHeadings)
                links.rows = (0..<10_000).map { number in
                    let row = Invented.link(String(910_000 + number), "9001", "ALDER TRUST")
                    return links.headings.map { row[$0] ?? "" }
                }
                let before = database.counts.statements
                let done = try await importSchools(
                    of: "9001", from: fixture.files(ready, beside: links), by: .onTheMachine, actor: nil, in: database)
                #expect(done.added.count == 10_000)
                // One sentence for the school, one for its history; the rest does not grow.
                #expect(database.counts.statements - before < 20_020)
            }
        }
    }
}
