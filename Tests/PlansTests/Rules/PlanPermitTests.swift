import Kernel
import PlanRules
import Testing

@Suite struct WhoMayDoWhatWithAPlan {
    typealias S = PlanSample

    @Test func aDraftIsSeenByThoseWhoPlanThereAlone() throws {
        let draft = S.plan()
        for actor in [S.head, S.deputy, S.liaison, S.headOfEnglish, S.director] { _ = try MaySeePlan(actor, draft) }
        for actor in [S.governor, S.guest, S.stranger, S.trustee] {
            #expect(throws: Refusal.notFound) { try MaySeePlan(actor, draft) }
        }
    }

    @Test func aPublishedPlanIsReadByWhoReachesItAndByThoseBelow() throws {
        let school = S.plan(.live, kind: .school, at: S.whole)
        for actor in [S.governor, S.guest, S.headOfEnglish, S.trustee] { _ = try MaySeePlan(actor, school) }
        #expect(throws: Refusal.notFound) { try MaySeePlan(S.stranger, school) }
        let trust = S.plan(.live, kind: .school, at: .trust)
        for actor in [S.stranger, S.headOfEnglish] { _ = try MaySeePlan(actor, trust) }
        #expect(throws: Refusal.notFound) { try MaySeePlan(S.guest, trust) }
        #expect(throws: Refusal.notFound) {
            try MaySeePlan(S.headOfEnglish, S.plan(.live, at: .department(S.id(), of: S.school)))
        }
    }

    @Test func readersDoNotWrite() throws {
        let live = S.plan(.live)
        _ = try MayWritePlan(S.headOfEnglish, live)
        for actor in [S.governor, S.trustee, S.chief] {
            #expect { try MayWritePlan(actor, live) } throws: { if case Refusal.forbidden = $0 { true } else { false } }
        }
        #expect(throws: Refusal.notFound) { try MayWritePlan(S.stranger, live) }
        #expect(throws: Refusal.notFound) { try MayWritePlan(S.governor, S.plan()) }
    }

    @Test func theTrustsPlansAreWrittenByItsLeadersOfEducation() throws {
        for actor in [S.director, S.chief] { _ = try MayWritePlan(actor, at: .trust) }
        #expect { try MayWritePlan(S.head, at: .trust) } throws: {
            if case Refusal.forbidden = $0 { true } else { false }
        }
    }

    @Test func aDepartmentPlanIsApprovedByLeadersOfTheSchool() throws {
        let plan = S.plan(.submitted)
        for actor in [S.head, S.deputy] { _ = try MayApprovePlan(actor, plan, submittedBy: nil) }
        for actor in [S.headOfEnglish, S.liaison] {
            #expect { try MayApprovePlan(actor, plan, submittedBy: nil) } throws: {
                if case Refusal.forbidden = $0 { true } else { false }
            }
        }
    }

    @Test func aSchoolsPlanIsApprovedByTheTrustAndTheTrustsByItsChief() throws {
        for kind in [PlanKind.school, .targeted, .rapid] {
            let plan = S.plan(.submitted, kind: kind, at: S.whole)
            for actor in [S.liaison, S.director, S.chief] { _ = try MayApprovePlan(actor, plan, submittedBy: nil) }
            #expect(throws: Refusal.self) { try MayApprovePlan(S.head, plan, submittedBy: nil) }
        }
        let trust = S.plan(.submitted, kind: .school, at: .trust)
        _ = try MayApprovePlan(S.chief, trust, submittedBy: nil)
        #expect(throws: Refusal.self) { try MayApprovePlan(S.director, trust, submittedBy: nil) }
    }

    @Test func nobodyApprovesWhatTheySubmitted() throws {
        #expect(throws: Refusal.self) {
            try MayApprovePlan(S.head, S.plan(.submitted), submittedBy: S.head.person)
        }
        _ = try MayApprovePlan(S.head, S.plan(.submitted), submittedBy: S.deputy.person)
    }

    @Test func whoRemovesABlockageMayClearItWithoutWritingThePlan() throws {
        let seat = S.governor.seats[0]
        _ = try MayClearBlockage(S.governor, S.plan(.live), remover: seat)
        #expect(throws: Refusal.self) { try MayClearBlockage(S.governor, S.plan(.live), remover: S.id()) }
    }
}
