import Kernel
import PlanRules
import Testing

@Suite struct PlanDayRules {
    typealias S = PlanSample
    let days = PlanDays(of: PlanSample.plan(), in: PlanSample.calendar)

    @Test func aDayInAHolidayIsOfferedTheNextSchoolDay() throws {
        let refused = try #require(days.refusal(of: S.day("2027-04-08")))
        #expect(
            refused.sentence == "Thursday 8 April is in the Easter holiday. The next school day is Monday 12 April.")
        #expect(refused.instead == S.day("2027-04-12"))
    }

    @Test func aBankHolidayIsNamed() throws {
        let refused = try #require(days.refusal(of: S.day("2027-05-03")))
        #expect(
            refused.sentence
                == "Monday 3 May is a bank holiday (Early May bank holiday). The next school day is Tuesday 4 May.")
    }

    @Test func whereNoSchoolDayIsLeftInThePlanTheOneBeforeIsOffered() throws {
        let short = PlanDays(from: S.day("2026-11-23"), to: S.day("2026-12-31"), in: S.calendar)
        let refused = try #require(short.refusal(of: S.day("2026-12-22")))
        #expect(
            refused.sentence
                == "Tuesday 22 December is in the Christmas holiday. The last school day before it is Friday 18 December."
        )
        #expect(refused.instead == S.day("2026-12-18"))
    }

    @Test func aDayOutsideThePlanIsRefusedWithoutAnOffer() throws {
        for day in ["2026-11-20", "2027-07-17"] {
            let refused = try #require(days.refusal(of: S.day(day)))
            #expect(refused.sentence.contains("23 November 2026 to 16 July 2027") && refused.instead == nil)
        }
    }

    @Test func schoolDaysWeekendsAndUnknownDaysMayBeUsed() {
        #expect(days.refusal(of: S.day("2026-11-28")) == nil)
        #expect(days.refusal(of: S.day("2027-04-12")) == nil)
        #expect(PlanDays(of: S.plan(), in: .unknown).refusal(of: S.day("2027-04-08")) == nil)
    }

    @Test func aPlanThatCountsItsWeeksEndsByItself() throws {
        let rapid = S.proForma(.rapid, limits: ProForma.Limits(priorities: 1, actions: 5, weeks: 6))
        let input = PlanInput(title: "Behaviour", from: S.day("2026-11-23"), to: nil)
        let permit = try MayWritePlan(S.head, at: S.whole)
        let drafted = try Plan.drafting(S.id(), input, from: rapid, at: S.whole, in: S.calendar, by: permit)
        // Four weeks before Christmas and two after.
        #expect(drafted.plan.ends == S.day("2027-01-15"))
        let longer = PlanInput(title: "Behaviour", from: S.day("2026-11-23"), to: S.day("2027-01-18"))
        let errors = try refused {
            try Plan.drafting(S.id(), longer, from: rapid, at: S.whole, in: S.calendar, by: permit)
        }
        #expect(errors["to"] == "This plan runs for six school weeks. From 23 November that is until 15 January.")
    }

    @Test func aPlanWantsANameDaysAndAPlaceOfItsKind() throws {
        let permit = try MayWritePlan(S.head, at: S.whole)
        let errors = try refused {
            try Plan.drafting(
                S.id(), PlanInput(title: "", from: nil, to: nil), from: S.proForma(), at: S.whole, in: S.calendar,
                by: permit)
        }
        #expect(errors.keys.sorted() == ["from", "pro-forma", "title"])
        let wrong = PlanInput(title: "Plan", from: S.day("2027-04-08"), to: S.day("2026-11-23"))
        let backwards = try refused {
            try Plan.drafting(S.id(), wrong, from: S.proForma(.school), at: S.whole, in: S.calendar, by: permit)
        }
        #expect(backwards["to"] == "This is before the plan begins." && backwards["from"] != nil)
    }
}
