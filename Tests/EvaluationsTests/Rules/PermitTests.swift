import EvaluationRules
import Kernel
import Testing

@Suite struct WhoMayDoWhat {
    let evaluation = Sample.evaluation()
    let departmental = Sample.evaluation(at: .department(Sample.english, of: Sample.school))

    @Test func leadersJudgeForTheSchoolAndTheLiaisonForTheTrust() throws {
        #expect(try MayJudge(Sample.head, evaluation).side == .school)
        #expect(try MayJudge(Sample.liaison, evaluation).side == .liaison)
        #expect(try MayJudge(Sample.director, evaluation).side == .liaison)
    }

    @Test func aStrangerFindsNothingThere() {
        #expect(throws: Refusal.notFound) { try MaySeeEvaluation(Sample.stranger, evaluation) }
        #expect(throws: Refusal.notFound) { try MayJudge(Sample.stranger, evaluation) }
        #expect(throws: Refusal.notFound) { try MayOpenEvaluation(Sample.stranger, at: evaluation.place) }
        #expect(throws: Refusal.notFound) { try MayReopen(Sample.stranger, evaluation) }
    }

    @Test func aGovernorReadsButDoesNotJudge() throws {
        #expect(try MaySeeEvaluation(Sample.governor, evaluation).standpoint == .reader)
        #expect(throws: Refusal.self) { try MayJudge(Sample.governor, evaluation) }
        #expect(throws: Refusal.self) { try MayOpenEvaluation(Sample.governor, at: evaluation.place) }
    }

    @Test func aHeadOfDepartmentJudgesTheDepartmentAndDoesNotSeeTheSchools() throws {
        #expect(try MayJudge(Sample.headOfEnglish, departmental).side == .school)
        #expect(throws: Refusal.notFound) { try MaySeeEvaluation(Sample.headOfEnglish, evaluation) }
    }

    @Test func onlyTheTrustsSideReopens() throws {
        _ = try MayReopen(Sample.liaison, evaluation)
        #expect(throws: Refusal.self) { try MayReopen(Sample.head, evaluation) }
    }

    @Test func somebodyWithPostsOnBothSidesJudgesForTheSchool() throws {
        let both = Actor(
            person: Sample.head.person, name: "Both", posts: Sample.head.posts + Sample.liaison.posts)
        #expect(try MayJudge(both, evaluation).side == .school)
    }
}
