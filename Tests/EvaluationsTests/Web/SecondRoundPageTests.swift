import Database
import EvaluationRules
import Foundation
import HTTPTypes
import Kernel
import Site
import TestKit
import Testing

@testable import Evaluations

/// A second round as browsers meet it, with scripting and without.
@Suite struct SecondRoundPages {
    @Test(arguments: Engine.available)
    func theSheetShowsLastTimeAboveEachStatementAndWhatWasLeftFirst(engine: Engine) async throws {
        try await Rounds.with(engine) { rounds in
            try await rounds.finish(window: 1, ["told": .level(3), "late": .left])
            let id = try await rounds.open(window: 2)
            let page = try await rounds.trust.page("/evaluations/\(id)", for: "James Oyelaran")
            #expect(
                page.contains("<p>Last time, Window 1: <b>3 Most</b>") && page.contains(">Still true: 3 Most</button>"))
            #expect(page.contains("What was agreed in Window 1 stands above each statement."))
            let left = try #require(page.range(of: "<h2 id=\"back\">Left last time</h2>"))
            let late = try #require(page.range(of: "Text of late."))
            let told = try #require(page.range(of: "Text of told."))
            #expect(left.upperBound < late.lowerBound && late.upperBound < told.lowerBound)
            #expect(page.components(separatedBy: "name=\"still-true\"").count == 2)
            #expect(page.contains("6 not judged"))
            let reader = try await rounds.trust.page("/evaluations/\(id)", for: "David Unwin")
            #expect(!reader.contains("Window 1") && !reader.contains("Still true"))
        }
    }

    @Test(arguments: Engine.available)
    func stillTrueIsOneButtonOfTheOrdinaryForm(engine: Engine) async throws {
        try await Rounds.with(engine) { rounds in
            try await rounds.finish(window: 1, ["told": .level(3), "drawn": .level(2)])
            let id = try await rounds.open(window: 2)
            let items = try await rounds.items(id)
            let (told, drawn) = (items["told"]!, items["drawn"]!)
            let head = try await rounds.trust.client("James Oyelaran")
            _ = try await head.get("/evaluations/\(id)")
            let pressed = ["still-true": "yes", "reason": "Seen again.", "level": "1", "version": "0"]
            let answer = try await head.post("/evaluations/\(id)/judgements/\(told)", pressed)
            #expect(answer.status == .seeOther && answer.location == "/evaluations/\(id)#s-\(told)")
            let page = try await head.get("/evaluations/\(id)").body
            #expect(page.contains("as agreed in Window 1.\nSeen again.</textarea>"))
            #expect(page.contains("5 not judged") && !page.contains("Still true: 3 Most"))
            let card = try await head.post(
                "/evaluations/\(id)/judgements/\(drawn)?from=card", ["still-true": "yes", "version": "0"])
            #expect(card.location == "/evaluations/\(id)/cards/\(drawn)")
        }
    }

    @Test(arguments: Engine.available)
    func aFragmentKeepsLastTimeOnTheCard(engine: Engine) async throws {
        try await Rounds.with(engine) { rounds in
            try await rounds.finish(window: 1, ["told": .level(3)])
            let id = try await rounds.open(window: 2)
            let told = try await rounds.items(id)["told"]!
            let head = try await rounds.trust.client("James Oyelaran")
            _ = try await head.get("/evaluations/\(id)")
            let address = "/evaluations/\(id)/judgements/\(told)"
            let headers: HTTPFields = [HTTPField.Name("X-Termwise")!: "fragment"]
            let chosen = try await head.post(
                address, ["level": "2", "reason": "Fewer now", "version": "0"], headers: headers)
            #expect(chosen.status == .ok && chosen.body.contains("Window 1: <b>3 Most</b>"))
            #expect(chosen.body.contains("data-key=\"s\">Still true: 3 Most</button>"))
            let pressed = try await head.post(address, ["still-true": "yes", "version": "1"], headers: headers)
            #expect(pressed.body.contains("value=\"3\" data-key=\"3\" checked"))
            #expect(pressed.body.contains("id=\"progress\"") && !pressed.body.contains("data-key=\"s\""))
        }
    }

    @Test(arguments: Engine.available)
    func whoeverSavedFirstIsNotOverwrittenByStillTrue(engine: Engine) async throws {
        try await Rounds.with(engine) { rounds in
            try await rounds.finish(window: 1, ["told": .level(3)])
            let id = try await rounds.open(window: 2)
            let told = try await rounds.items(id)["told"]!
            let address = "/evaluations/\(id)/judgements/\(told)"
            for (name, fields, status) in [
                ("Kate Brennan", ["level": "1", "reason": "Not any more", "version": "0"], 303),
                ("James Oyelaran", ["still-true": "yes", "reason": "I saw it", "version": "0"], 409),
            ] {
                let client = try await rounds.trust.client(name)
                _ = try await client.get("/evaluations/\(id)")
                let answer = try await client.post(address, fields)
                #expect(answer.status.code == status)
                guard status == 409 else { continue }
                #expect(answer.body.contains("Not any more") && answer.body.contains("I saw it</textarea>"))
                #expect(
                    answer.body.contains("Still true as of")
                        && answer.body.contains("value=\"3\" data-key=\"3\" checked"))
            }
        }
    }

    @Test(arguments: Engine.available)
    func stillTrueWithoutALevelOfLastTimeIsRefusedWithASentence(engine: Engine) async throws {
        try await Rounds.with(engine) { rounds in
            try await rounds.finish(window: 1, ["told": .level(3)])
            let id = try await rounds.open(window: 2)
            let address = "/evaluations/\(id)/judgements/\(try await rounds.items(id)["drawn"]!)"
            for (name, status) in [("James Oyelaran", 409), ("David Unwin", 403), ("Helen Marsh", 404)] {
                let client = try await rounds.trust.client(name)
                _ = try await client.get("/help/keys")
                let answer = try await client.post(address, ["still-true": "yes", "version": "0"])
                #expect(answer.status.code == status)
                #expect(status != 409 || answer.body.contains("Judge it anew."))
            }
        }
    }

    @Test(arguments: Engine.available)
    func theSheetNarrowsToWhatWasNotYetLookedAt(engine: Engine) async throws {
        try await Rounds.with(engine) { rounds in
            try await rounds.finish(window: 1, ["told": .level(3)])
            let id = try await rounds.open(window: 2)
            let items = try await rounds.items(id)
            let head = try await rounds.trust.client("James Oyelaran")
            #expect(try await !head.get("/evaluations/\(id)").body.contains("?show=waiting"))
            let first = try await head.post(
                "/evaluations/\(id)/judgements/\(items["told"]!)?from=waiting",
                ["still-true": "yes", "version": "0"])
            #expect(first.location == "/evaluations/\(id)?show=waiting")
            #expect(
                try await head.get("/evaluations/\(id)").body.contains(
                    "<a href=\"/evaluations/\(id)?show=waiting\">Only what is not yet looked at this time (5)</a>"))
            let narrowed = try await head.get("/evaluations/\(id)?show=waiting").body
            #expect(!narrowed.contains("Text of told.") && narrowed.contains("Text of drawn."))
            #expect(narrowed.contains("/judgements/\(items["drawn"]!)?from=waiting\""))
            #expect(narrowed.contains("<span class=\"vh\">Remove </span>Not yet looked at"))
        }
    }

    @Test(arguments: Engine.available)
    func aChangedStatementShowsItsOldWords(engine: Engine) async throws {
        try await Rounds.with(engine) { rounds in
            try await rounds.finish(
                window: 1, ["drawn": .level(2), "early": .level(4), "late": .level(1), "voices": .level(2)])
            try await rounds.installSecond()
            let id = try await rounds.open(window: 2)
            let page = try await rounds.trust.page("/evaluations/\(id)", for: "Aisha Karim")
            #expect(page.contains("Its words then: 1.2 “Text of drawn.”"))
            #expect(page.contains("The words changed since; what they ask did not."))
            #expect(
                page.contains("One statement became several") && page.contains("Several statements became this one"))
            #expect(page.components(separatedBy: "name=\"still-true\"").count == 2)
            let card = "/evaluations/\(id)/cards/\(try await rounds.items(id)["drawn"]!)"
            #expect(try await rounds.trust.page(card, for: "Aisha Karim").contains(">Still true: 2 Some</button>"))
        }
    }

    @Test(arguments: Engine.available)
    func theListOfKeysHasStillTrue(engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let page = try await trust.client(nil).get("/help/keys").body
            #expect(page.contains("<dt><kbd>s</kbd></dt><dd>Say that it is still true</dd>"))
        }
    }
}
