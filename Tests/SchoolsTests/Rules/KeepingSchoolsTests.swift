import Kernel
import Testing

@testable import SchoolRules

@Suite struct KeepingSchoolsTests {
    private let ash = school(SchoolFacts(urn: "900001", name: "Ash School"))
    private let other = school(SchoolFacts(urn: "900002", name: "Beech School"))
    private let moment = Instant("2026-11-21T09:30")!

    private func actor(_ role: Role, at place: Place) -> Actor {
        Actor(
            person: PersonID(bytes: Array(repeating: 7, count: 16)), name: "Robin", posts: [HeldPost(role, at: place)])
    }

    private func department(_ number: UInt8, _ name: String, closed: Day? = nil) -> Department {
        Department(
            id: DepartmentID(bytes: Array(repeating: number, count: 16)), school: ash.id, version: 1, name: name,
            kind: .subject, closed: closed)
    }

    @Test func leadersKeepTheDepartmentsOfTheirOwnSchoolOnly() throws {
        let head = actor(.headteacher, at: .school(ash.id))
        _ = try MayKeepDepartments(head, school: ash.id)
        #expect(throws: Refusal.notFound) { try MayKeepDepartments(head, school: other.id) }
        _ = try MayKeepDepartments(actor(.administrator, at: .trust), school: other.id)
        #expect(
            sentence { _ = try MayKeepDepartments(actor(.governor, at: .school(ash.id)), school: ash.id) }.contains(
                "leaders"))
    }

    @Test func onlyAdministratorsOfTheTrustImportSchools() throws {
        #expect(try MayImportSchools(actor(.administrator, at: .trust)).person != nil)
        #expect(MayImportSchools.onTheMachine.person == nil)
        #expect(sentence { _ = try MayImportSchools(actor(.trustee, at: .trust)) }.contains("administrator"))
    }

    @Test func aDepartmentHasANameThatNoOtherOpenOneHas() throws {
        let permit = try MayKeepDepartments(actor(.headteacher, at: .school(ash.id)), school: ash.id)
        let others = [department(1, "English"), department(2, "Art", closed: today)]
        let added = try adding("  Art ", beside: others, by: permit)
        #expect(added.department.name == "Art")
        #expect(sentence { _ = try adding("english", beside: others, by: permit) }.contains("this name already"))
        #expect(sentence { _ = try adding(" ", beside: others, by: permit) } == "Give the department a name.")
        let long = String(repeating: "a", count: 81)
        #expect(sentence { _ = try adding(long, beside: others, by: permit) }.contains("80 characters"))
    }

    private func adding(
        _ name: String, beside others: [Department], by permit: MayKeepDepartments
    ) throws -> DepartmentChange {
        try ash.addingDepartment(name, kind: .subject, id: department(3, "").id, beside: others, by: permit)
    }

    @Test func aDepartmentIsRenamedAndClosedUntilItIsClosed() throws {
        let permit = try MayKeepDepartments(actor(.seniorLeader, at: .school(ash.id)), school: ash.id)
        let english = department(1, "English")
        let renamed = try english.renaming(to: "English and drama", beside: [english], by: permit)
        #expect(renamed.department == department(1, "English and drama") && renamed.before == "English")
        #expect(sentence { _ = try english.renaming(to: "English", beside: [english], by: permit) }.contains("already"))
        let closed = try english.closing(on: today, by: permit).department
        #expect(closed.closed == today)
        #expect(sentence { _ = try closed.closing(on: today, by: permit) } == "English is closed.")
    }

    @Test func aPlacingHasAReasonADeciderAndADay() throws {
        let permit = try MayPlaceSchools(actor(.directorOfEducation, at: .trust))
        let placed = try place("attention", because: " Results fell. ", from: today, by: permit)
        #expect(placed.placing.reason == "Results fell." && placed.placing.decider == permit.person)
        #expect(placed.placing.from == today && placed.previous == nil)
        #expect(sentence { _ = try place("attention", because: " ", from: today, by: permit) }.contains("Say why"))
        #expect(sentence { _ = try place("red", because: "x", from: today, by: permit) } == "Choose a category.")
        #expect(sentence { _ = try place("strong", because: "x", from: today + 1, by: permit) }.contains("future"))
    }

    @Test func aPlacingFollowsTheLatestOneAndChangesSomething() throws {
        let permit = try MayPlaceSchools(actor(.chiefExecutive, at: .trust))
        let first = try place("attention", because: "x", from: today, by: permit).placing
        #expect(
            sentence { _ = try place("attention", because: "y", from: today, after: first, by: permit) }.contains(
                "already"))
        #expect(
            sentence { _ = try place("secure", because: "y", from: today - 1, after: first, by: permit) }.contains(
                "latest"))
        #expect(try place("secure", because: "y", from: today, after: first, by: permit).previous == first)
        #expect(sentence { _ = try MayPlaceSchools(actor(.administrator, at: .trust)) }.contains("decides"))
    }

    private func place(
        _ category: String, because reason: String, from day: Day, after latest: CategoryPlacing? = nil,
        by permit: MayPlaceSchools
    ) throws -> SchoolPlaced {
        try ash.placing(
            in: category, among: SchoolCategory.defaults, because: reason, from: day, after: latest, at: moment,
            by: permit)
    }
}
