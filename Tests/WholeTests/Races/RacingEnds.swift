import App
import EvaluationRules
import Evaluations
import Foundation
import Kernel
import MeetingRules
import Meetings
import People
import PeopleRules
import PlanRules
import Plans
import SchoolRules
import Schools
import TestKit

/// What may begin at a school beside the import that says it closed. The director and the administrator have no post there,
/// so that nothing but the school itself stops them.
let racingEnds: [RacingVerb] = [
    RacingVerb("importSchools: the academy closed", in: [.ending]) { hands in
        try await TestDatabases.withFolder { folder in
            let file = folder + "/schools.csv"
            try """
            URN,EstablishmentName,EstablishmentStatus (code),CloseDate,TrustSchoolFlag (code),Trusts (code),Trusts (name)
            900105,Willowbrook Academy,2,\(hands.world.today - 1),3,99001,Willowbrook Learning Trust
            900160,Willowbrook High School,1,,3,99001,Willowbrook Learning Trust
            """.write(toFile: file, atomically: true, encoding: .utf8)
            _ = try await importSchools(
                of: "99001", from: RegisterFiles(schools: RegisterPath(file)), by: .onTheMachine, actor: nil,
                following: Features.ofSchools, in: hands.database)
        }
    },
    RacingVerb("givePost: at a school that ends", in: [.ending]) { hands in
        let post = PostInput(role: .middleLeader, place: hands.world.vacant, starts: hands.world.today)
        try await givePost(
            post, to: hands.world.people[0], by: hands.trust.administrator, in: hands.database)
    },
    RacingVerb("openEvaluation: at a school that ends", in: [.ending]) { hands in
        _ = try await openEvaluation(hands.world.opening, by: hands.trust.liaison, in: hands.database)
    },
    RacingVerb("draftPlan: at a school that ends", in: [.ending]) { hands in
        let plan = hands.world.plans[.draft]!
        let proForma = try await hands.trust.proForma(.department)
        let input = PlanInput(title: "One more", from: plan.starts, to: plan.ends)
        _ = try await draftPlan(
            DraftInput(at: hands.trust.english, from: proForma.id, input), by: hands.trust.head, in: hands.database)
    },
    RacingVerb("setUpLine: at a school that ends", in: [.ending]) { hands in
        let times = TimesInput(
            rhythm: .weekly, first: hands.world.meetings[.planned]!.first, startsAt: "10:00", minutes: 20)
        let input = LineInput(
            school: hands.trust.academy, leader: hands.trust.head.seats[0], member: hands.trust.headOfEnglish.seats[0],
            times: times)
        _ = try await setUpLine(input, by: hands.trust.head, in: hands.database)
    },
    RacingVerb("addDepartment: at a school that ends", in: [.ending]) { hands in
        _ = try await addDepartment(
            "Music", kind: .subject, to: hands.trust.academy, by: hands.trust.head, in: hands.database)
    },
    RacingVerb("putPlanLive: at a school that ends", in: [.ending]) { hands in
        let plan = hands.world.plans[.approved]!.id
        try await putPlanLive(plan, by: hands.trust.head, in: hands.database)
    },
]
