import Database
import HTTPTypes
import PlanRules
import Plans
import TestKit
import Testing
import ToolRules

@Suite struct ProFormaPagesTests {
    let page = "/pro-formas/department-plan/2026-1"

    /// The form as it opens, as fields to send.
    func fields(_ trust: Willowbrook, _ changes: [String: String] = [:]) async throws -> [String: String] {
        let proForma = try #require(
            try await trust.database.read { try $0.newestProFormas() }.first { $0.kind == .department })
        let input = ProFormaInput(proForma)
        var fields = [
            "known": "\(proForma.version)", "name": input.name, "purpose": input.purpose, "for": input.audience,
            "priorities": input.priorities, "actions": input.actions, "weeks": input.weeks, "review": input.review,
        ]
        for (horizon, ask) in input.horizons {
            let name = { ProFormaInput.horizonField(horizon, $0) }
            (fields[name("label")], fields[name("by")], fields[name("hint")]) = (ask.label, ask.by, ask.hint)
            if ask.isAsked { fields[name("asked")] = "yes" }
        }
        for (field, ask) in input.fields {
            let name = { ProFormaInput.askField(field, $0) }
            (fields[name("label")], fields[name("hint")], fields[name("need")]) = (ask.label, ask.hint, ask.need)
        }
        return fields.merging(changes) { _, new in new }
    }

    @Test func anybodyReadsAProFormaAndItsFile() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let governor = try await trust.client("David Unwin")
            #expect(try await governor.get("/pro-formas").body.contains("Rapid action plan"))
            let shown = try await governor.get(page)
            #expect(shown.status == .ok && shown.body.contains("What we will see when it works"))
            #expect(!shown.body.contains("editions/new"))
            let file = try await governor.get(page + ".yaml")
            #expect(file.body.hasPrefix("pro-forma: department-plan\nversion: 2026-1\n"))
            #expect(try await governor.get("/pro-formas/department-plan").location == page)
            for address in ["/pro-formas/none", "/pro-formas/department-plan/2020-1", page + ".1", "/pro-formas/A/x"] {
                #expect(try await governor.get(address).status == .notFound)
            }
        }
    }

    @Test func theDirectorPublishesTheTrustsEdition() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let director = try await trust.client("Daniel Whitcombe")
            #expect(try await director.get(page).body.contains("\(page)/editions/new"))
            let form = try await director.get(page + "/editions/new")
            #expect(form.status == .ok && form.body.contains("Publish for new plans"))
            let answer = try await director.post(
                page + "/editions", try await fields(trust, ["ask-why-label": "Why on earth"]))
            #expect(answer.status == .seeOther && answer.location == page + ".1")
            let published = try await director.get(page + ".1").body
            #expect(
                published.contains("Why on earth") && published.contains("the edition of Willowbrook Learning Trust"))
            let old = try await director.get(page).body
            #expect(!old.contains("Why on earth") && old.contains("New plans begin with"))
        }
    }

    @Test func whatCannotBeTakenIsShownAgainWithWhatWasTyped() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let director = try await trust.client("Daniel Whitcombe")
            _ = try await director.get(page + "/editions/new")
            let answer = try await director.post(
                page + "/editions", try await fields(trust, ["priorities": "99", "name": "<b>Ours</b>"]))
            #expect(answer.status == .unprocessableContent)
            #expect(answer.body.contains("Give a whole number from 1 to 7.") && answer.body.contains("value=\"99\""))
            #expect(answer.body.contains("&lt;b&gt;Ours"))
            let same = try await director.post(page + "/editions", try await fields(trust))
            #expect(same.status == .conflict && same.body.contains("Nothing was changed"))
        }
    }

    @Test func twoWhoPublishAtOnceGetTheMergePage() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let (director, administrator) = (
                try await trust.client("Daniel Whitcombe"), try await trust.client("Sam Okafor")
            )
            for editor in [director, administrator] { _ = try await editor.get(page + "/editions/new") }
            let mine = try await fields(trust, ["priorities": "2", "name": "Mine"])
            _ = try await director.post(page + "/editions", try await fields(trust, ["name": "Theirs"]))
            let answer = try await administrator.post(page + "/editions", mine)
            #expect(answer.status == .conflict && answer.body.contains("Two people changed this"))
            #expect(answer.body.contains("Theirs") && answer.body.contains("value=\"Mine\""))
            #expect(answer.body.contains("name=\"known\" value=\"2026-1.1\""))
            let again = try await administrator.post(
                page + "/editions", mine.merging(["known": "2026-1.1"]) { _, new in new })
            #expect(again.location == page + ".2")
        }
    }
}
