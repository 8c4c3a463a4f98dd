import Database
import Kernel
import PeopleRules
import TestKit
import Testing

@Suite struct PostSchemaTests {
    /// The database refuses what the rules refuse, so that no mistake of ours can give a post where it does not belong.
    @Test(arguments: Engine.available)
    func theSchemaAndTheRulesAgreeOnWhereEachRoleIsHeld(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let bea = try await trust.add("Bea Brown", .governor, at: .school(trust.oak))
            for role in Role.allCases {
                for place in [Place.trust, .school(trust.oak), trust.atEnglish] {
                    let kept = try await keeps(role, place, until: trust.today + 9, bea.id, trust.database)
                    #expect(kept == role.mayBeHeld(at: place), "\(role) at \(place)")
                }
            }
        }
    }

    @Test(arguments: Engine.available)
    func theSchemaAndTheRulesAgreeOnWhoseVisitsEnd(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let bea = try await trust.add("Bea Brown", .governor, at: .school(trust.oak))
            for role in Role.allCases {
                let place: Place = role.level == .trust ? .trust : .school(trust.oak)
                let kept = try await keeps(role, place, until: .openEnd, bea.id, trust.database)
                #expect(kept != role.needsEnd, "\(role)")
            }
        }
    }

    @Test(arguments: Engine.available)
    func theSchemaRefusesAPostThatEndsBeforeItBegins(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let bea = try await trust.add("Bea Brown", .governor, at: .school(trust.oak))
            #expect(!(try await keeps(.governor, .school(trust.elm), until: trust.today - 1, bea.id, trust.database)))
        }
    }

    private func keeps(
        _ role: Role, _ place: Place, until ends: Day, _ person: PersonID, _ database: any Database
    ) async throws -> Bool {
        do {
            try await database.write { tx in
                let id: PostID = tx.newID()
                try tx.run(
                    """
                    INSERT INTO post (id, person_id, role, school_id, department_id, starts_on, ends_on)
                    VALUES (\(id), \(person), \(role), \(place.school), \(place.department), \(tx.today), \(ends))
                    """)
            }
            return true
        } catch DatabaseError.check { return false }
    }
}
