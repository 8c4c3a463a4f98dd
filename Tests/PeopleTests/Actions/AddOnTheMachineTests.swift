import Database
import Kernel
import People
import PeopleRules
import TestKit
import Testing
import Trail

@Suite struct AddOnTheMachineTests {
    private func add(
        _ role: String, _ place: String, _ trust: Oakmere, name: String = "Bea Brown", ends: Day? = nil
    ) async throws -> String {
        try await addPersonOnTheMachine(
            name: name, email: "\(name.lowercased().replacing(" ", with: "."))@oakmere.example", role: role,
            place: place,
            ends: ends, site: Oakmere.site, in: trust.database)
    }

    @Test(arguments: Engine.available)
    func rolesAndPlacesAreTypedAsPeopleSayThem(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let typed: [(role: String, place: String, held: HeldPost)] = [
                ("administrator", "trust", HeldPost(.administrator, at: .trust)),
                ("Chief executive", "Trust", HeldPost(.chiefExecutive, at: .trust)),
                ("Headteacher", "100001", HeldPost(.headteacher, at: .school(trust.oak))),
                ("liaison", "elm high", HeldPost(.liaison, at: .school(trust.elm))),
                ("middle-leader", "100001/English", HeldPost(.middleLeader, at: trust.atEnglish)),
            ]
            for (number, one) in typed.enumerated() {
                let link = try await add(one.role, one.place, trust, name: "Person \(number)")
                let open = try await openInvitation(Oakmere.secret(of: link), in: trust.database)
                let posts = try await trust.posts(of: open.person.id)
                #expect(posts.map { HeldPost($0.role, at: $0.place) } == [one.held])
            }
        }
    }

    @Test(arguments: Engine.available)
    func whatCannotBeUnderstoodIsASentence(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            for (role, place, field) in [
                ("boss", "trust", "role"), ("liaison", "999999", "place"), ("liaison", "", "place"),
                ("staff", "100001/Latin", "place"), ("headteacher", "trust", "place"), ("guest", "100001", "ends"),
            ] {
                #expect(
                    try await refusal { _ = try await add(role, place, trust) }?.fields == [field], "\(role) \(place)")
            }
            #expect(
                try await refusal { _ = try await add("liaison", "100001", trust, name: "") }?.fields == [
                    "name", "email",
                ])
            _ = try await add("guest", "100001", trust, ends: trust.today + 30)
        }
    }

    @Test(arguments: Engine.available)
    func withoutATrustThereIsNobodyToAdd(_ engine: Engine) async throws {
        try await TestDatabases.with(engine, migrations: Oakmere.migrations) { (database) async throws in
            let refused = try await refusal {
                _ = try await addPersonOnTheMachine(
                    name: "Bea", email: "bea@oakmere.example", role: "administrator", place: "trust",
                    site: Oakmere.site, in: database)
            }
            #expect(refused == .conflict("There is no trust in this database yet."))
        }
    }

    @Test(arguments: Engine.available)
    func theTrailSaysThatTheProgramDidIt(_ engine: Engine) async throws {
        try await Oakmere.with(engine) { trust in
            let link = try await add("administrator", "trust", trust)
            let open = try await openInvitation(Oakmere.secret(of: link), in: trust.database)
            let trail = try await trust.database.read { try $0.trail(of: open.person.id) }
            #expect(Set(trail.map(\.who)) == ["Termwise"])
        }
    }
}
