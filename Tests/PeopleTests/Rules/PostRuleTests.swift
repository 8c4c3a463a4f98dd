import Kernel
import PeopleRules
import SchoolRules
import Testing

@Suite struct PostRuleTests {
    let bea = Fixture.person("b", "Bea Brown")
    let oak = PostPlace.school(Fixture.oak)
    let english = PostPlace.department(Fixture.english, of: Fixture.oak)

    private func give(
        _ role: Role, at place: PostPlace, to person: Person? = nil, from starts: Day = Fixture.today,
        until ends: Day? = nil, beside held: [Post] = []
    ) throws -> PostChange {
        let permit = try MayKeepPost(.onTheMachine, role, at: place.place)
        return try (person ?? bea).given(
            WantedPost(role: role, place: place, starts: starts, ends: ends), id: Fixture.id("p"), beside: held,
            by: permit)
    }

    @Test(arguments: Role.allCases)
    func aRoleIsHeldOnlyWhereItBelongs(role: Role) {
        let end = Fixture.today + 30
        for place in [PostPlace.trust, oak, english] {
            let fields = refused { _ = try give(role, at: place, until: end) }?.fields ?? []
            #expect(fields == (role.mayBeHeld(at: place.place) ? [] : ["place"]), "\(role) at \(place.name)")
        }
    }

    @Test func middleLeadersAndStaffMayBelongToTheWholeSchool() {
        #expect(Role.middleLeader.mayBeHeld(at: oak.place) && Role.staff.mayBeHeld(at: oak.place))
        #expect(!Role.headteacher.mayBeHeld(at: english.place) && !Role.staff.mayBeHeld(at: .trust))
    }

    @Test(arguments: [Role.guest, .externalReviewer])
    func aVisitorsPostNeedsALastDay(role: Role) throws {
        #expect(refused { _ = try give(role, at: oak) }?.fields == ["ends"])
        #expect(try give(role, at: oak, until: Fixture.today).post.ends == Fixture.today)
    }

    @Test func aPostWithoutLastDayIsOpen() throws {
        let change = try give(.headteacher, at: oak)
        #expect(change.what == .given && change.post.ends == .openEnd && !change.post.hasEnd)
    }

    @Test func aPostCannotEndBeforeItBegins() {
        #expect(refused { _ = try give(.governor, at: oak, until: Fixture.today - 1) }?.fields == ["ends"])
    }

    @Test func aSchoolThatLeftTakesNoPost() {
        let gone = PostPlace.school(Fixture.school("3", "Ash Infants", left: Fixture.today - 9))
        let refusal = refused { _ = try give(.governor, at: gone) }
        #expect(refusal?.sentence == "Ash Infants is no longer in the trust.")
    }

    @Test func aClosedDepartmentTakesNoPost() {
        let closed = Department(
            id: Fixture.id("e"), school: Fixture.oak.id, version: 2, name: "German", kind: .subject,
            closed: Fixture.today)
        let refusal = refused { _ = try give(.staff, at: .department(closed, of: Fixture.oak)) }
        #expect(refusal?.sentence == "German is closed.")
    }

    @Test func thePostHeldAlreadyIsNotGivenTwice() throws {
        let held = Fixture.post("q", of: bea, .headteacher, at: oak.place, to: Fixture.today + 10)
        #expect(refused { _ = try give(.headteacher, at: oak, beside: [held]) }?.fields == ["role"])
        let later = try give(.headteacher, at: oak, from: Fixture.today + 11, beside: [held])
        #expect(later.post.starts == Fixture.today + 11)
        #expect(try give(.governor, at: oak, beside: [held]).post.role == .governor)
    }

    @Test func whoLeavesIsGivenNoPost() {
        let leaver = Fixture.person("b", "Bea Brown", lastDay: Fixture.today + 5)
        let refusal = refused { _ = try give(.governor, at: oak, to: leaver) }
        #expect(refusal == .conflict("Bea Brown leaves the trust on 26 November 2026. Take that back first."))
    }

    @Test func aPermitForOnePostGivesNoOther() throws {
        let permit = try MayKeepPost(.onTheMachine, .staff, at: oak.place)
        let wanted = WantedPost(role: .headteacher, place: oak, starts: Fixture.today, ends: nil)
        #expect(refused { _ = try bea.given(wanted, id: Fixture.id("p"), beside: [], by: permit) } == .notFound)
    }

    @Test func endingKeepsTheDaysUpToTheLast() throws {
        let post = Fixture.post("q", of: bea, .governor, at: oak.place)
        let permit = try MayKeepPost(.onTheMachine, .governor, at: oak.place)
        let change = try post.ending(after: Fixture.today, administratorsLeft: 0, by: permit)
        #expect(change.what == .ended(was: .openEnd) && change.post.ends == Fixture.today)
        #expect(change.post.isHeld(on: Fixture.today) && !change.post.isHeld(on: Fixture.today + 1))
    }

    @Test func endingBeforeTheFirstDayWithdraws() throws {
        let post = Fixture.post("q", of: bea, .governor, at: oak.place, from: Fixture.today + 5)
        let permit = try MayKeepPost(.onTheMachine, .governor, at: oak.place)
        #expect(try post.ending(after: Fixture.today, administratorsLeft: 0, by: permit).what == .withdrawn)
    }

    @Test func aPostIsNotEndedLaterThanItEnds() throws {
        let post = Fixture.post("q", of: bea, .governor, at: oak.place, to: Fixture.today)
        let permit = try MayKeepPost(.onTheMachine, .governor, at: oak.place)
        let refusal = refused { _ = try post.ending(after: Fixture.today, administratorsLeft: 1, by: permit) }
        #expect(refusal?.fields == ["last-day"])
    }

    @Test func theLastAdministratorStays() throws {
        let post = Fixture.post("q", of: bea, .administrator, at: .trust)
        let permit = try MayKeepPost(.onTheMachine, .administrator, at: .trust)
        let refusal = refused { _ = try post.ending(after: Fixture.today, administratorsLeft: 0, by: permit) }
        #expect(refusal == .conflict("The trust would have no administrator. Make somebody else one first."))
        #expect(try post.ending(after: Fixture.today, administratorsLeft: 1, by: permit).post.ends == Fixture.today)
    }

    @Test func aPermitForOnePostEndsNoOther() throws {
        let post = Fixture.post("q", of: bea, .administrator, at: .trust)
        let permit = try MayKeepPost(.onTheMachine, .staff, at: oak.place)
        #expect(refused { _ = try post.ending(after: Fixture.today, administratorsLeft: 1, by: permit) } == .notFound)
    }
}
