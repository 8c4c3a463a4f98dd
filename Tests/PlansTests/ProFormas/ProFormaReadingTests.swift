import PlanRules
import Plans
import Testing
import ToolRules

@Suite struct ProFormaReadingTests {
    @Test func readsWhatItSaysAndTakesTheRestAsUsual() throws {
        let proForma = try ProForma.reading(repairProForma, path: repairPath)
        #expect(proForma.key.text == "repair" && proForma.version.description == "2026-1" && proForma.kind == .rapid)
        #expect(proForma.maxPriorities == 1 && proForma.maxActions == 5 && proForma.weeks == 6)
        #expect(proForma.review == .weekly && proForma.hasBlockages && proForma.edition.isEmpty)
        #expect(proForma.horizons.map(\.horizon) == [.short, .long])
        #expect(proForma.horizons[0].hint == "What a stranger sees." && proForma.horizons[1].hint.isEmpty)
        #expect(proForma.field(.why) == FieldAsk("Why it cannot wait", need: .required))
        #expect(proForma.field(.how) == FieldAsk("How", need: .notAsked) && !proForma.asks(for: .how))
        #expect(proForma.field(.days) == FieldAsk("Days", hint: "Of everybody: helpers too.", need: .required))
        #expect(proForma.field(.support) == ProFormaField.support.usualAsk && proForma.field(.what).need == .required)
    }

    @Test func needsNeitherLimitsNorBlockagesNorFields() throws {
        let short = repairProForma.split(separator: "\n").filter { line in
            !["limits:", "blockages:", "priority:", "action:", "  why", "  how", "  days"].contains {
                line.hasPrefix($0)
            }
        }.joined(separator: "\n")
        let proForma = try ProForma.reading(short, path: repairPath)
        #expect(proForma.maxPriorities == 3 && proForma.maxActions == nil && proForma.weeks == nil)
        #expect(!proForma.hasBlockages && proForma.field(.money) == ProFormaField.money.usualAsk)
    }

    @Test(arguments: [
        (
            "kind: rapid", "kind: quick",
            "3: kind: “quick” is not known here. It can be: school-improvement, department, "
                + "targeted, rapid."
        ),
        ("priorities: 1", "priorities: 9", "8: limits, priorities: “9” should be a whole number from 1 to 7."),
        ("weeks: 6", "weeks: six", "8: limits, weeks: “six” should be a whole number from 1 to 39."),
        (
            "review: weekly", "review: daily",
            "9: review: “daily” is not known here. It can be: weekly, fortnightly, "
                + "half-termly, termly, dates."
        ),
        (
            "horizon: long", "horizon: short",
            "13: horizons 2: Horizons come in the order short, medium, long, and each "
                + "once."
        ),
        (
            "why: {label: Why it cannot wait, need: required}", "title: {need: optional}",
            "15: priority, title, need: “title” is always required."
        ),
        (
            "how: {need", "money: {needed",
            "17: action, money, needed: “needed” does not belong here. What does: label, hint, need."
        ),
        ("name: Repair plan\n", "", "1: “name” is missing."),
        ("pro-forma: repair", "pro-forma: mend", "1: pro-forma: “mend” is not the name of the file's folder."),
    ])
    func saysWhatIsWrongAndWhere(old: String, new: String, fault: String) {
        #expect(faults(of: repair(replacing: old, by: new)) == [fault])
    }

    @Test func namesAllFaultsAtOnce() {
        let source = repair(replacing: "purpose: Puts one thing right.\n", by: "").replacing(
            "blockages: yes", with: "blockages: maybe")
        #expect(
            faults(of: source) == [
                "1: “purpose” is missing.", "9: blockages: “maybe” is not known here. It can be: yes, no.",
            ])
    }

    @Test func holdsATrustsVersionAndItsNameTogether() {
        let sentence = "2: version: A trust's own edition has a version such as 2026-1.1 and the trust as “edition”."
        let own = repair(replacing: "version: 2026-1", by: "version: 2026-1.1")
        let path = repairPath.replacing("2026-1", with: "2026-1.1")
        #expect(faults(of: own, path: path) == [sentence])
        #expect(faults(of: repair(replacing: "kind:", by: "edition: Oak Trust\nkind:")) == [sentence])
        #expect(faults(of: own.replacing("kind:", with: "edition: Oak Trust\nkind:"), path: path) == [])
    }

    @Test(arguments: [
        ("2026-1", true), ("2026-1.1", true), ("2026-1.0", false), ("2026-1.01", false), ("2026.1", false),
        ("2026-1.", false), ("", false), ("2026-1.1.1", false),
    ])
    func knowsAVersionWhenItSeesOne(text: String, isOne: Bool) {
        #expect((ProFormaVersion(text)?.description == text) == isOne)
    }

    @Test func sortsATrustsEditionAfterTheVersionItWasMadeFrom() throws {
        let sorted = try ["2027-1", "2026-2", "2026-1.10", "2026-1.9", "2026-1"].map {
            try #require(ProFormaVersion($0))
        }
        .sorted().map(\.description)
        #expect(sorted == ["2026-1", "2026-1.9", "2026-1.10", "2026-2", "2027-1"])
    }
}
