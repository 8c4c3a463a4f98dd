import Database
import Foundation
import Kernel
import Schools
import TestKit
import Testing

@testable import SchoolRules

@Suite struct ImportCommandTests {
    private let sheet = Sheet(.full135).with(
        Invented.school("900001", "Ash Primary School"), Invented.school("900002", "Beech Primary School"))

    private func run(
        _ files: RegisterFiles, trust: String = "9001", check: Bool = false, json: Bool = true,
        in database: (any Database)?
    ) async throws -> CommandOutcome {
        try await ImportCommand(files: files, trust: trust, isCheck: check, isJSON: json).run(
            in: database, today: today)
    }

    private func object(_ outcome: CommandOutcome) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    }

    @Test(arguments: Engine.available) func theAnswerIsOneJSONObject(engine: Engine) async throws {
        try await withSchools(engine) { database in
            try await RegisterFixture.with { fixture in
                let outcome = try await run(
                    fixture.files(sheet.changingRow(1) { $0.append("") }), in: database)
                #expect(outcome.status == 0 && outcome.complaint.isEmpty)
                let answer = try object(outcome)
                #expect(
                    Set(answer.keys) == ["trust", "added", "changed", "closed", "unchanged", "refused", "warnings"])
                #expect(answer["trust"] as? [String: String] == ["uid": "9001", "name": "ALDER TRUST"])
                #expect(answer["added"] as? [[String: String]] == [["urn": "900001", "name": "Ash Primary School"]])
                #expect((answer["refused"] as? [[String: Any]])?.first?["line"] as? Int == 3)
                #expect(answer["unchanged"] as? Int == 0)
            }
        }
    }

    @Test(arguments: Engine.available) func aCheckChangesNothingAndAnImportDoes(engine: Engine) async throws {
        try await withSchools(engine) { database in
            try await RegisterFixture.with { fixture in
                let files = try fixture.files(sheet)
                for _ in 0..<2 {
                    #expect(try await (object(run(files, check: true, in: database))["added"] as? [Any])?.count == 2)
                }
                _ = try await run(files, in: database)
                let again = try object(try await run(files, in: database))
                #expect((again["added"] as? [Any])?.count == 0 && again["unchanged"] as? Int == 2)
            }
        }
    }

    @Test(arguments: Engine.available) func changedAndClosedSchoolsAreNamed(engine: Engine) async throws {
        try await withSchools(engine) { database in
            try await RegisterFixture.with { fixture in
                _ = try await run(fixture.files(sheet), in: database)
                let next = Sheet(.full135).with(
                    Invented.school("900001", "Ash Primary School", ["SchoolCapacity": "450"]),
                    Invented.school("900002", "Beech Primary School", trust: nil))
                let answer = try object(try await run(fixture.files(next), in: database))
                let changed = try #require((answer["changed"] as? [[String: Any]])?.first)
                #expect(changed["urn"] as? String == "900001" && changed["fields"] as? [String] == ["capacity"])
                let closed = try #require((answer["closed"] as? [[String: String]])?.first)
                #expect(closed["urn"] == "900002" && closed["reason"] == "left")
            }
        }
    }

    @Test func aCheckNeedsNoDatabaseAndSpeaksPlainWords() async throws {
        try await RegisterFixture.with { fixture in
            let outcome = try await run(fixture.files(sheet), check: true, json: false, in: nil)
            #expect(outcome.output.hasPrefix("ALDER TRUST (9001): what an import would do.\nAdded: 2\n  900001 Ash"))
        }
    }

    @Test func aFileOrTrustThatCannotBeReadEndsWithTwo() async throws {
        try await RegisterFixture.with { fixture in
            let files = try fixture.files(sheet)
            let absent = RegisterFiles(schools: RegisterPath("\(fixture.folder)/absent.csv"))
            #expect(
                try await run(absent, check: true, in: nil)
                    == CommandOutcome(status: 2, output: "", complaint: "The file absent.csv cannot be opened."))
            let unknown = try await run(files, trust: "Nowhere", check: true, in: nil)
            #expect(unknown.status == 2 && unknown.complaint.contains("Nowhere"))
            let wrong = try fixture.files(sheet, beside: sheet)
            #expect(try await run(wrong, check: true, in: nil).complaint.hasPrefix("beside-0.csv: "))
        }
    }

    @Test func aTrustThatIsOnlyNamedHasNoNumber() async throws {
        try await RegisterFixture.with { fixture in
            let files = try fixture.files(Sheet(.search111).with(Invented.school("900001", "Ash")))
            let answer = try object(try await run(files, trust: "alder trust", check: true, in: nil))
            #expect((answer["trust"] as? [String: Any])?["uid"] is NSNull)
        }
    }
}
