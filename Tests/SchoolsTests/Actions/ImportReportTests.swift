import Database
import Foundation
import Kernel
import Schools
import TestKit
import Testing

@testable import SchoolRules

/// What the command says about each kind of change, and how it ends.
@Suite struct ImportReportTests {
    private let ash = Invented.school("900001", "Ash Primary School")
    private let beech = Invented.school("900002", "Beech Primary School")

    /// The outcome of the last file, after those before it were brought in.
    private func run(_ sheets: Sheet..., trust: String = "9001", json: Bool = true) async throws -> CommandOutcome {
        try await withSchools(.sqlite) { database in
            try await RegisterFixture.with { fixture in
                var last: CommandOutcome?
                for (place, sheet) in sheets.enumerated() {
                    let isLast = place == sheets.count - 1
                    last = try await ImportCommand(
                        files: fixture.files(sheet), trust: isLast ? trust : "9001", isCheck: false, isJSON: json
                    ).run(in: database, today: today)
                }
                return try #require(last)
            }
        }
    }

    private func object(_ outcome: CommandOutcome) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    }

    @Test func aClosedSchoolHasItsReasonAndDay() async throws {
        let closing = Invented.school(
            "900001", "Ash Primary School",
            ["EstablishmentStatus (code)": "2", "EstablishmentStatus (name)": "Closed", "CloseDate": "31-08-2026"])
        let sheet = Sheet(.full135)
        let answer = try object(try await run(sheet.with(ash, beech), sheet.with(closing, beech)))
        #expect(
            answer["closed"] as? [[String: String]]
                == [["urn": "900001", "name": "Ash Primary School", "reason": "closed", "date": "2026-08-31"]])
        #expect(answer["unchanged"] as? Int == 1 && (answer["changed"] as? [Any])?.isEmpty == true)
    }

    @Test func aSchoolThatIsBackSaysThatItsTrustChanged() async throws {
        let away = Invented.school("900001", "Ash Primary School", trust: ("9002", "BIRCH TRUST"))
        let sheet = Sheet(.full135)
        let answer = try object(
            try await run(sheet.with(ash, beech), sheet.with(away, beech), sheet.with(ash, beech)))
        let changed = try #require((answer["changed"] as? [[String: Any]])?.first)
        #expect(Set(changed.keys) == ["urn", "name", "fields"] && changed["fields"] as? [String] == ["trust"])
    }

    @Test func refusalsAndWarningsAreLinesWithReasons() async throws {
        let nameless = Invented.school("900003", "")
        let odd = Invented.school("900004", "Cedar", ["SchoolCapacity": "many"])
        let sheet = Sheet(.full135)
        let answer = try object(try await run(sheet.with(ash), sheet.with(beech, nameless, odd)))
        let refused = try #require(answer["refused"] as? [[String: Any]])
        #expect(refused.map { $0["line"] as? Int } == [3])
        #expect(refused.first?["reason"] as? String == "The school has no name.")
        let warnings = try #require(answer["warnings"] as? [[String: Any]])
        #expect(warnings.map { $0["line"] as? Int } == [0, 4])
        #expect(
            warnings.first?["reason"] as? String
                == "Ash Primary School (900001) is not in this file and stays as it is.")
        #expect((warnings.last?["reason"] as? String)?.hasPrefix("Cedar: ") == true)
    }

    @Test func aRefusedRowDoesNotKeepTheOthersOutNorEndInFailure() async throws {
        let outcome = try await run(Sheet(.full135).with(ash, Invented.school("900003", "")), json: false)
        #expect(outcome.status == 0 && outcome.complaint.isEmpty)
        #expect(outcome.output.contains("Added: 1\n  900001 Ash Primary School"))
        #expect(outcome.output.contains("Refused: 1\n  line 3: The school has no name."))
    }

    @Test func anotherTrustThanTheDatabasesOwnEndsWithTwoAndPrintsNothing() async throws {
        let birch = Invented.school("900003", "Cedar", trust: ("9002", "BIRCH TRUST"))
        let outcome = try await run(Sheet(.full135).with(ash), Sheet(.full135).with(ash, birch), trust: "9002")
        #expect(outcome.status == 2 && outcome.output.isEmpty)
        #expect(outcome.complaint.contains("ALDER TRUST"))
    }

    @Test func aFileThatIsNoRegisterEndsWithTwoAndPrintsNothing() async throws {
        let outcome = try await run(Sheet(["Name", "Room"]).with(["Name": "Ash", "Room": "4"]))
        #expect(outcome.status == 2 && outcome.output.isEmpty)
        #expect(outcome.complaint.hasPrefix("This is no file of the register"))
    }
}
