import Database
import Kernel
import Schools
import TestKit
import Testing

@testable import SchoolRules

@Suite struct SchoolStoreTests {
    @Test(arguments: Engine.available) func everyFactComesBackAsItWasKept(engine: Engine) async throws {
        try await withSchools(engine) { database in
            let full = try #require(
                try plan(Sheet(.full135).with(Invented.school("900001", "St Thérèse’s"))).added.first)
            let bare = try #require(
                try plan(
                    Sheet(["URN", "EstablishmentName", "Group UID", "Group Name", "Group Type (code)"]).with([
                        "URN": "900002", "EstablishmentName": "Bare", "Group UID": "9001", "Group Name": "ALDER TRUST",
                        "Group Type (code)": "06",
                    ])
                ).added.first)
            try await database.write { tx in
                for one in [full, bare] { _ = try tx.add(one) }
            }
            let kept = try await database.read { try $0.everySchool() }
            #expect(kept.map(\.facts) == [full.facts, bare.facts])
            #expect(kept.map(\.version) == [1, 1] && kept.allSatisfy(\.isCurrent))
        }
    }

    @Test(arguments: Engine.available) func aSchoolThatWasSavedMeanwhileIsNotOverwritten(engine: Engine) async throws {
        try await withSchools(engine) { database in
            let sheet = Sheet(.full135).with(Invented.school("900001", "Ash"))
            let first = try plan(sheet)
            try await database.write { tx in _ = try tx.add(first.added[0]) }
            let known = try await database.read { try $0.everySchool() }
            let renamed = try plan(Sheet(.full135).with(Invented.school("900001", "Ash II")), existing: known)
            try await database.write { tx in try tx.save(renamed.changed[0]) }
            await #expect(throws: Refusal.stale) {
                try await database.write { tx in try tx.save(renamed.changed[0]) }
            }
            #expect(try await database.read { try $0.everySchool().map(\.name) } == ["Ash II"])
        }
    }

    @Test(arguments: Engine.available) func theTrustIsOneRowWithAVersion(engine: Engine) async throws {
        try await withSchools(engine) { database in
            #expect(try await database.read { try $0.trust() } == nil)
            try await database.write { try $0.foundTrust(named: " Alder Trust ") }
            let kept = try #require(try await database.read { try $0.trust() })
            #expect(kept == Trust(version: 1, uid: nil, name: "Alder Trust", registerName: nil))
            let matched = try kept.matching(RegisterTrust(uid: "9001", name: "ALDER TRUST"))
            try await database.write { try $0.save(matched) }
            await #expect(throws: Refusal.stale) { try await database.write { try $0.save(matched) } }
            await #expect(throws: Refusal.self) { try await database.write { try $0.foundTrust(named: "Birch") } }
        }
    }

    @Test(arguments: Engine.available) func historiesAreJoinedNearAndFar(engine: Engine) async throws {
        try await withSchools(engine) { database in
            let rows = (1...4).map { Invented.school("90000\($0)", "School \($0)") }
            let schools = try plan(rows.reduce(Sheet(.full135)) { $0.with($1) }).added
            try await database.write { tx in
                for one in schools { _ = try tx.add(one) }
                // 4 follows 3 and an outsider; 3 follows 2; links may even go round.
                for (old, new) in [
                    ("900003", "900004"), ("900099", "900004"), ("900002", "900003"), ("900004", "900002"),
                ] {
                    try tx.save(SuccessorLink(predecessor: old, successor: new))
                }
                try tx.save(SuccessorLink(predecessor: "900003", successor: "900004", predecessorName: "School 3"))
            }
            try await database.read { tx throws in
                let all = try tx.everySchool()
                #expect(try tx.predecessors(of: all[3].id).map(\.urn) == ["900002", "900003"])
                #expect(try tx.predecessors(of: all[0].id).isEmpty)
                #expect(try tx.successorLinks().filter { $0.predecessorName != nil }.map(\.predecessor) == ["900003"])
            }
        }
    }

    @Test(arguments: Engine.available) func theEnumsAndTheSchemaAgree(engine: Engine) async throws {
        try await withSchools(engine) { database in
            var addition = try #require(try plan(Sheet(.full135).with(Invented.school("900001", "Ash"))).added.first)
            let phases = SchoolPhase.allCases.map { $0 as SchoolPhase? } + [nil]
            var urn = 900_100
            for status in RegisterStatus.allCases {
                for provision in Provision.allCases {
                    for phase in phases {
                        urn += 1
                        var facts = SchoolFacts(urn: String(urn), name: "S")
                        (facts.status, facts.provision, facts.phase) = (status, provision, phase)
                        addition = ImportPlan.Addition(line: 2, facts: facts, joined: nil, predecessors: [])
                        let one = addition
                        try await database.write { tx in _ = try tx.add(one) }
                    }
                }
            }
            #expect(try await database.read { try $0.everySchool().count } == urn - 900_100)
        }
    }
}
