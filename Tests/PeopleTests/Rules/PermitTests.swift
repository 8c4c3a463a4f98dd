import Kernel
import PeopleRules
import SchoolRules
import Testing

@Suite struct PermitTests {
    let bea = Fixture.person("b", "Bea Brown")
    let oak = Place.school(Fixture.oak.id)
    let elm = Place.school(Fixture.elm.id)
    let english = Place.department(Fixture.english.id, of: Fixture.oak.id)

    @Test(arguments: Role.allCases)
    func onlyAdministratorsAndHeadsManagePeople(role: Role) {
        let place: Place = role.level == .trust ? .trust : role.level == .school ? oak : english
        let refusal = refused { _ = try MayManagePeople(Fixture.actor(role, at: place)) }
        let may: Set<Role> = [.administrator, .headteacher, .executiveHead]
        #expect((refusal == nil) == may.contains(role))
        if let refusal {
            #expect(refusal == .forbidden("Administrators of the trust and headteachers keep the list of people."))
        }
    }

    @Test func anAdministratorGivesEveryPost() throws {
        let manage = try MayManagePeople(Fixture.administrator)
        for role in Role.allCases { #expect(manage.covers(role, at: elm)) }
    }

    @Test(arguments: Role.allCases)
    func aHeadGivesTheStaffPostsOfTheOwnSchoolOnly(role: Role) throws {
        let manage = try MayManagePeople(Fixture.headOfOak)
        let isStaff = [.seniorLeader, .middleLeader, .staff].contains(role)
        #expect(manage.covers(role, at: oak) == isStaff)
        #expect(manage.covers(role, at: english) == isStaff)
        #expect(!manage.covers(role, at: elm))
        #expect(!manage.covers(role, at: .trust))
    }

    @Test func anExecutiveHeadGivesThemAtEachOwnSchool() throws {
        let posts = [HeldPost(.executiveHead, at: oak), HeldPost(.executiveHead, at: elm)]
        let manage = try MayManagePeople(Actor(person: Fixture.id("a"), name: "Ada", posts: posts))
        #expect(manage.reach == .staff(of: [Fixture.oak.id, Fixture.elm.id]))
    }

    @Test func aPostOfAnotherSchoolIsRefusedWithASentence() throws {
        let manage = try MayManagePeople(Fixture.headOfOak)
        let refusal = refused { _ = try MayKeepPost(manage, .staff, at: elm) }
        #expect(refusal?.sentence.hasPrefix("A headteacher gives and ends") == true)
    }

    @Test func aPersonOfAnotherSchoolIsInvisibleToAHead() throws {
        let manage = try MayManagePeople(Fixture.headOfOak)
        let elsewhere = [Fixture.post("p", of: bea, .staff, at: elm)]
        #expect(refused { _ = try MayKeepPerson(manage, bea, holding: elsewhere) } == .notFound)
        #expect(refused { _ = try MayHandOver(manage, bea, holding: elsewhere) } == .notFound)
        #expect(refused { _ = try MayKeepPerson(manage, bea, holding: []) } == .notFound)
    }

    @Test func aHeadDoesNotActOnWhoeverHoldsPostsThatAHeadDoesNotGive() throws {
        let manage = try MayManagePeople(Fixture.headOfOak)
        let staff = Fixture.post("p", of: bea, .staff, at: english)
        for other in [
            Fixture.post("q", of: bea, .staff, at: elm), Fixture.post("q", of: bea, .governor, at: oak),
            Fixture.post("q", of: bea, .administrator, at: .trust),
        ] {
            let refusal = refused { _ = try MayKeepPerson(manage, bea, holding: [staff, other]) }
            #expect(refusal?.sentence.hasPrefix("Bea Brown holds posts that you do not give.") == true)
        }
        #expect(refused { _ = try MayKeepPerson(manage, bea, holding: [staff]) } == nil)
    }

    @Test func nobodySeesThemselvesOut() throws {
        let manage = try MayManagePeople(Fixture.actor(.administrator, at: .trust, id: "b"))
        let refusal = refused { _ = try MayHandOver(manage, bea, holding: []) }
        #expect(refusal == .conflict("You cannot see yourself out. Ask another administrator."))
    }
}
