import Kernel
import PlanRules
import Testing
import ToolRules

@Suite struct EditionRuleTests {
    let director = Actor(
        person: PersonID(bytes: Array(repeating: 3, count: 16)), name: "Daniel",
        posts: [HeldPost(.directorOfEducation, at: .trust)])

    func reworded(_ change: (inout ProFormaInput) -> Void, taken: [String] = ["2026-1"]) throws -> ProForma {
        let proForma = usualProForma()
        var input = ProFormaInput(proForma)
        change(&input)
        return try proForma.rewording(
            input, of: "Oak Trust", taken: taken.compactMap(ProFormaVersion.init), by: MayKeepProFormas(director)
        ).proForma
    }

    func errors(_ change: (inout ProFormaInput) -> Void) throws -> [String] {
        do {
            _ = try reworded(change)
            return []
        } catch Refusal.invalid(let errors) { return errors.all.map { "\($0.field): \($0.sentence)" } }
    }

    @Test func makesTheNextEditionUnderTheTrustsName() throws {
        let first = try reworded { $0.priorities = "2" }
        #expect(first.version.description == "2026-1.1" && first.edition == "Oak Trust" && first.maxPriorities == 2)
        #expect(first.kind == .department && first.key.text == "usual")
        let later = try reworded({ $0.priorities = "2" }, taken: ["2026-1", "2026-1.4", "2025-2.9"])
        #expect(later.version.description == "2026-1.5")
    }

    @Test func takesEveryPartOfTheForm() throws {
        let proForma = try reworded { input in
            (input.name, input.purpose, input.audience) = (" Ours ", "For us.", "We.")
            (input.actions, input.weeks, input.review, input.hasBlockages) = ("8", "12", "weekly", true)
            input.horizons[.medium]?.isAsked = false
            input.horizons[.short] = .init(isAsked: true, label: "Soon", hint: "Look.", by: "in May")
            input.fields[.money] = .init(label: "Pounds", hint: "All.", need: "required")
            input.fields[.how] = .init(label: "How", hint: "", need: "not-asked")
        }
        #expect(proForma.name == "Ours" && proForma.maxActions == 8 && proForma.weeks == 12)
        #expect(proForma.review == .weekly && proForma.hasBlockages)
        #expect(proForma.horizons.map(\.horizon) == [.short, .long])
        #expect(proForma.horizons[0] == HorizonAsk(.short, label: "Soon", hint: "Look.", by: "in May"))
        #expect(proForma.field(.money) == FieldAsk("Pounds", hint: "All.", need: .required))
        #expect(!proForma.asks(for: .how) && proForma.asks(for: .support))
    }

    @Test func namesEveryFieldThatCannotBeTaken() throws {
        let errors = try errors { input in
            (input.name, input.priorities, input.actions, input.weeks) = ("", "0", "many", "40")
            input.review = "daily"
            for horizon in Horizon.allCases { input.horizons[horizon]?.isAsked = false }
            input.fields[.why] = .init(label: "", hint: String(repeating: "x", count: 601), need: "sometimes")
        }
        #expect(
            errors == [
                "priorities: Give a whole number from 1 to 7.",
                "actions: Give a whole number from 1 to 40, or nothing for no limit.",
                "weeks: Give a whole number from 1 to 39, or nothing for no limit.",
                "review: Choose how often its checks come round.",
                "horizon-short-asked: Ask for at least one outcome: without one nobody can tell whether the plan works.",
                "ask-why-need: Choose whether it is asked for.", "ask-why-label: Write something here.",
                "ask-why-hint: Keep this within 600 characters; it has 601.", "name: Write something here.",
            ])
    }

    @Test func keepsWhatIsAlwaysRequiredWhateverTheFormSays() throws {
        let proForma = try reworded { input in
            input.name = "Other"
            input.fields[.owner]?.need = "not-asked"
        }
        #expect(proForma.field(.owner).need == .required)
    }

    @Test func refusesToPublishWhatWasNotChanged() {
        #expect(throws: Refusal.conflict("Nothing was changed, so there is nothing to publish.")) {
            try reworded { _ in }
        }
    }

    @Test(arguments: [Role.administrator, .directorOfEducation, .chiefExecutive, .headteacher, .adviser])
    func isForTheAdministratorAndTheDirectorOfEducation(role: Role) {
        let place = role == .headteacher ? Place.school(SchoolID(bytes: Array(repeating: 4, count: 16))) : .trust
        let actor = Actor(person: director.person, name: "Somebody", posts: [HeldPost(role, at: place)])
        #expect(((try? MayKeepProFormas(actor)) != nil) == [.administrator, .directorOfEducation].contains(role))
    }
}
