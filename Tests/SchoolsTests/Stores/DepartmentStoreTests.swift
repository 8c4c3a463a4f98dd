import Database
import Kernel
import Schools
import TestKit
import Testing
import Trail

@testable import SchoolRules

@Suite struct DepartmentStoreTests {
    private func withAsh(
        _ engine: Engine, _ body: (any Database, SchoolID, Actor) async throws -> Void
    ) async throws {
        try await withSchools(engine) { database in
            let plan = try plan(Sheet(.full135).with(Invented.school("900001", "Ash School")))
            let id = try await database.write { try $0.add(plan.added[0]) }
            try await body(database, id, People.actor(.headteacher, at: .school(id)))
        }
    }

    @Test(arguments: Engine.available) func aDepartmentIsAddedRenamedAndClosedWithItsHistory(engine: Engine)
        async throws
    {
        try await withAsh(engine) { database, ash, head in
            let english = try await addDepartment("English", kind: .subject, to: ash, by: head, in: database)
            try await renameDepartment(english.id, to: "English and drama", version: 1, by: head, in: database)
            await #expect(throws: Refusal.stale) {
                try await renameDepartment(english.id, to: "Drama", version: 1, by: head, in: database)
            }
            try await closeDepartment(english.id, version: 2, by: head, in: database)
            let (kept, trail) = try await database.read { tx throws in
                (try tx.departments(of: ash), try tx.trail(of: english.id).map(\.verb))
            }
            #expect(kept.map(\.name) == ["English and drama"] && kept[0].closed == database.world.now().day)
            #expect(trail == ["department-closed", "department-renamed", "department-added"])
        }
    }

    @Test(arguments: Engine.available) func twoOpenDepartmentsNeverShareAName(engine: Engine) async throws {
        try await withAsh(engine) { database, ash, head in
            let first = try await addDepartment("Art", kind: .subject, to: ash, by: head, in: database)
            await #expect(throws: Refusal.self) {
                try await addDepartment("ART", kind: .team, to: ash, by: head, in: database)
            }
            try await closeDepartment(first.id, version: 1, by: head, in: database)
            _ = try await addDepartment("ART", kind: .team, to: ash, by: head, in: database)
            #expect(try await database.read { try $0.departments(of: ash).map(\.name) } == ["ART", "Art"])
        }
    }

    @Test(arguments: Engine.available) func theSchemaKnowsEveryKind(engine: Engine) async throws {
        try await withAsh(engine) { database, ash, head in
            for kind in Department.Kind.allCases {
                _ = try await addDepartment(kind.name, kind: kind, to: ash, by: head, in: database)
            }
            #expect(try await database.read { try $0.departments(of: ash).count } == Department.Kind.allCases.count)
        }
    }

    @Test(arguments: Engine.available) func strangersDoNotLearnOfASchool(engine: Engine) async throws {
        try await withAsh(engine) { database, ash, _ in
            let elsewhere: SchoolID = ID(bytes: Array(repeating: 1, count: 16))
            let stranger = People.actor(.headteacher, at: .school(elsewhere))
            await #expect(throws: Refusal.notFound) {
                try await addDepartment("Art", kind: .subject, to: ash, by: stranger, in: database)
            }
        }
    }

    @Test(arguments: Engine.available) func theTrustStartsWithTheDefaultCategories(engine: Engine) async throws {
        try await withSchools(engine) { database in
            let kept = try await database.read { try $0.categories() }
            #expect(kept == SchoolCategory.defaults)
        }
    }

    @Test(arguments: Engine.available) func theNewestDecisionWhoseDayHasComeCounts(engine: Engine) async throws {
        try await withAsh(engine) { database, ash, _ in
            let director = People.actor(.directorOfEducation)
            let today = database.world.now().day
            try await placeSchool(
                ash, PlacingInput(category: "secure", reason: "Steady.", from: today - 30), by: director, in: database)
            try await placeSchool(
                ash, PlacingInput(category: "attention", reason: "Results fell.", from: today), by: director,
                in: database)
            try await database.read { tx throws in
                #expect(try tx.category(of: ash, on: today)?.key == "attention")
                #expect(try tx.category(of: ash, on: today - 1)?.key == "secure")
                #expect(try tx.category(of: ash, on: today - 31) == nil)
                #expect(try tx.placings(of: ash).map(\.deciderName) == ["Robin Vale", "Robin Vale"])
                let listed = try tx.schools(seenBy: director.visible(on: today))
                #expect(listed.map(\.category?.name) == ["Attention needed"])
                #expect(try tx.trail(of: ash).map(\.before) == ["Secure", ""])
            }
            await #expect(throws: Refusal.self) {
                try await placeSchool(
                    ash, PlacingInput(category: "strong", reason: "x", from: today),
                    by: People.actor(.headteacher, at: .school(ash)), in: database)
            }
        }
    }
}
