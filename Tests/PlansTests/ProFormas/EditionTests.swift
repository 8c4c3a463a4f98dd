import Database
import Kernel
import PlanRules
import Plans
import TestKit
import Testing
import ToolRules
import Tools
import Trail

@Suite struct EditionTests {
    let key = ProFormaKey("department-plan")!
    let shipped = ProFormaVersion("2026-1")!

    func publish(
        _ trust: Willowbrook, from base: String = "2026-1", known: String = "2026-1",
        _ change: (inout ProFormaInput) -> Void
    ) async throws -> ProFormaVersion {
        let base = try #require(ProFormaVersion(base))
        let proForma = try await trust.database.read { tx in
            try tx.proFormaID(key, base).flatMap { try proFormaShelf.proForma($0, in: tx) }
        }
        var input = ProFormaInput(try #require(proForma))
        change(&input)
        return try await publishProForma(
            input, of: key, from: base, known: ProFormaVersion(known), by: trust.director, in: trust.database)
    }

    func current(_ trust: Willowbrook) async throws -> ProForma? {
        try await trust.database.read { try $0.newestProFormas() }.first { $0.key == key }
    }

    @Test(arguments: Engine.available) func newPlansBeginWithTheTrustsEdition(_ engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let hostile = "\"Why\": #this & 'that' – \\ ✅ שלום\n- next: {line}"
            let version = try await publish(trust) { input in
                input.fields[.why] = .init(label: "no", hint: hostile, need: "required")
                input.priorities = "2"
            }
            let proForma = try #require(try await current(trust))
            #expect(proForma.version == version && version.description == "2026-1.1")
            #expect(proForma.edition == "Willowbrook Learning Trust" && proForma.maxPriorities == 2)
            #expect(proForma.field(.why) == FieldAsk("no", hint: hostile, need: .required))
            let old = try await trust.database.read { tx in
                try tx.proFormaID(key, shipped).flatMap { try proFormaShelf.proForma($0, in: tx) }
            }
            #expect(old?.maxPriorities == 3 && old?.edition == "")
            let entries = try await trust.database.read { try $0.trail(of: proForma.id) }
            #expect(entries.map(\.verb) == ["pro-forma-published"] && entries[0].who == "Daniel Whitcombe")
        }
    }

    @Test(arguments: Engine.available) func theSecondOfTwoWhoPublishedAtOnceIsToldSo(_ engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            _ = try await publish(trust) { $0.priorities = "2" }
            await #expect(throws: Refusal.stale) { try await publish(trust) { $0.priorities = "4" } }
            let version = try await publish(trust, known: "2026-1.1") { $0.priorities = "4" }
            #expect(version.description == "2026-1.2")
        }
    }

    @Test func theTrustsEditionIsCurrentEvenWhenOursIsNewer() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            _ = try await publish(trust) { $0.priorities = "2" }
            try await TestDatabases.withFolder { folder in
                try CatalogueCopy.make(in: folder, adding: "2027-1", of: "department-plan")
                let installed = try await installProFormas(folder, in: trust.database)
                #expect(installed.map(\.version.description) == ["2027-1"])
            }
            #expect(try await current(trust)?.version.description == "2026-1.1")
            let page = try await trust.client("James Oyelaran").get("/pro-formas").body
            #expect(page.contains("Termwise has a newer one") && page.contains("/pro-formas/department-plan/2027-1"))
            let followed = try await publish(trust, from: "2027-1", known: "2026-1.1") { $0.priorities = "2" }
            #expect(followed.description == "2027-1.1")
            #expect(try await current(trust)?.version == followed)
        }
    }
}
