import Kernel
import PeopleRules
import Testing

@Suite struct PersonRuleTests {
    let manage = MayManagePeople.onTheMachine

    @Test(arguments: [
        "Ada.Archer@Oak.Example", " ada.archer@oak.example ", "ADA.ARCHER@OAK.EXAMPLE",
        "\u{feff}ada.archer@\u{200b}oak.example\u{a0}",
    ])
    func twoSpellingsOfOneMailboxAreEqual(typed: String) {
        #expect(EmailAddress(typed)?.text == "ada.archer@oak.example")
    }

    @Test(arguments: [
        "", "ada", "ada@", "@oak.example", "ada@oak", "ada@oak..example", "a da@oak.example", "ada@-oak.example",
        "ada@oak.example,bob@oak.example", "ada@oak.exämple", "<ada@oak.example>", "ada@@oak.example",
        String(repeating: "a", count: 65) + "@oak.example", "ada@" + String(repeating: "a.", count: 130) + "example",
        "ada@oak.example\r\nBcc:bob@oak.example",
    ])
    func whatIsNoAddressIsRefused(typed: String) {
        #expect(EmailAddress(typed) == nil)
    }

    @Test func bothFieldsAreRefusedAtOnce() {
        #expect(refused { _ = try PersonDetails(name: " ", email: "ada") }?.fields == ["name", "email"])
    }

    @Test func aNameIsKeptOnOneLine() throws {
        #expect(try PersonDetails(name: " Ada \n  Archer ", email: "ada@oak.example").name == "Ada Archer")
    }

    @Test func aNameOfAHundredAndOneLettersIsRefused() {
        let name = String(repeating: "a", count: 101)
        #expect(refused { _ = try PersonDetails(name: name, email: "ada@oak.example") }?.fields == ["name"])
    }

    @Test func anAddressBelongsToOnePerson() throws {
        let details = try PersonDetails(name: "Ada", email: "bea.brown@oak.example")
        let bea = Fixture.person("b", "Bea Brown")
        let refusal = refused { _ = try details.adding(id: Fixture.id("c"), sharing: bea, by: manage) }
        #expect(refusal?.sentence == "Bea Brown has this address already.")
        #expect(try details.adding(id: Fixture.id("c"), sharing: nil, by: manage).person.version == 1)
    }

    @Test func correctingOverAnOldVersionIsStale() throws {
        let bea = Fixture.person("b", "Bea Brown")
        let permit = try MayKeepPerson(manage, bea, holding: [])
        let details = try PersonDetails(name: "Bea Black", email: "bea.black@oak.example")
        #expect(refused { _ = try bea.corrected(to: details, over: 2, sharing: nil, by: permit) } == .stale)
        let change = try bea.corrected(to: details, over: 3, sharing: bea, by: permit)
        #expect(change.person.name == "Bea Black" && change.person.version == 4 && change.before == bea)
    }

    @Test func aPermitIsForOnePersonOnly() throws {
        let (bea, cal) = (Fixture.person("b", "Bea Brown"), Fixture.person("c", "Cal Cole"))
        let permit = try MayKeepPerson(manage, bea, holding: [])
        let details = try PersonDetails(name: "Cal", email: "cal@oak.example")
        #expect(refused { _ = try cal.corrected(to: details, over: 3, sharing: nil, by: permit) } == .notFound)
        #expect(refused { _ = try cal.staying(by: permit) } == .notFound)
        #expect(
            refused {
                _ = try cal.invited(as: Fixture.id("i"), at: Fixture.now, in: .unknown, by: permit, of: manage)
            } == .notFound)
    }

    @Test func theLastDayItselfIsStillWorked() {
        let bea = Fixture.person("b", "Bea Brown", lastDay: Fixture.today)
        #expect(!bea.hasLeft(by: Fixture.today) && bea.hasLeft(by: Fixture.today + 1))
    }

    @Test func onlyALeavingCanBeTakenBack() throws {
        let bea = Fixture.person("b", "Bea Brown", lastDay: Fixture.today)
        let permit = try MayKeepPerson(manage, bea, holding: [])
        #expect(try bea.staying(by: permit).person.lastDay == nil)
        let staying = Fixture.person("b", "Bea Brown")
        #expect(refused { _ = try staying.staying(by: permit) } == .conflict("Bea Brown is not leaving."))
    }
}
