import Foundation
import PlanRules
import Plans
import TestKit
import Testing
import ToolRules
import Tools

@Suite struct ShippedProFormasTests {
    func shipped() throws -> [ProForma] { try readProFormas(Willowbrook.catalogue).map(\.proForma) }

    @Test func thereIsOneForEachKind() throws {
        #expect(Set(try shipped().map(\.kind)) == Set(PlanKind.allCases))
    }

    @Test func theWholeCatalogueIsSoundAndLocked() {
        #expect(catalogueCheck(Willowbrook.catalogue, of: [.tools, .proFormas]).map(\.description) == [])
    }

    @Test func aRapidPlanIsSixWeeksOfAtMostFiveActionsLookedAtWeekly() throws {
        let rapid = try #require(try shipped().first { $0.kind == .rapid })
        #expect(rapid.weeks == 6 && rapid.maxActions == 5 && rapid.review == .weekly && rapid.hasBlockages)
    }

    @Test func aTargetedPlanIsReviewedEveryHalfTerm() throws {
        #expect(try shipped().first { $0.kind == .targeted }?.review == .halfTermly)
    }

    @Test func everyFieldThatMustBeFilledInTeachesHow() throws {
        for proForma in try shipped() {
            let hard: [ProFormaField] = [.title, .why, .stops, .what, .aspects, .seen]
            for field in hard where proForma.asks(for: field) {
                #expect(proForma.field(field).hint.count > 30, "\(proForma.key) \(field)")
            }
            #expect(proForma.field(.stops).need == .required, "\(proForma.key)")
            #expect(proForma.horizons.allSatisfy { $0.hint.count > 30 }, "\(proForma.key)")
        }
    }
}
