import Kernel
import Testing

@testable import SchoolRules

@Suite struct ImportPlanTests {
    private let ash = Invented.school("900001", "Ash Primary School")
    private let beech = Invented.school("900002", "Beech Primary School")

    private func sheet(_ rows: [String: String]...) -> Sheet { rows.reduce(Sheet(.full135)) { $0.with($1) } }
    private func imported(_ sheet: Sheet) throws -> [School] { schools(after: try plan(sheet)) }

    @Test func theSameFileAgainChangesNothing() throws {
        let before = try imported(sheet(ash, beech))
        let again = try plan(sheet(ash, beech), existing: before)
        #expect(again.changesNothing && again.unchanged == 2 && again.warnings.isEmpty)
    }

    @Test func onlyWhatChangedIsChangedAndSaid() throws {
        let before = try imported(sheet(ash, beech))
        let renamed = Invented.school("900002", "Beech Academy", ["NumberOfPupils": "", "CensusDate": "15-01-2026"])
        let plan = try plan(sheet(ash, renamed), existing: before)
        #expect(plan.unchanged == 1 && plan.added.isEmpty && plan.closed.isEmpty)
        #expect(
            plan.changed[0].fields == [
                FactChange(fact: .name, old: "Beech Primary School", new: "Beech Academy"),
                FactChange(fact: .pupils, old: "400", new: ""),
                FactChange(fact: .pupilsCounted, old: "16 January 2025", new: "15 January 2026"),
            ])
        #expect(plan.changed[0].school.id == before[1].id)
    }

    @Test func aLayoutWithFewerColumnsTakesNothingAway() throws {
        let before = try imported(sheet(ash))
        let links = Sheet(Invented.linkHeadings).with(Invented.link("900001", "9001", "ALDER TRUST", joined: ""))
        let plan = try plan(Sheet(.stateFunded33).with(ash), groups: [links], existing: before)
        #expect(plan.changesNothing && plan.unchanged == 1)
    }

    @Test func aSchoolThatClosedIsClosedOnItsDay() throws {
        let before = try imported(sheet(ash, beech))
        let shut = Invented.school(
            "900002", "Beech Primary School", trust: nil,
            ["EstablishmentStatus (code)": "2", "EstablishmentStatus (name)": "Closed", "CloseDate": "31-08-2026"])
        let plan = try plan(sheet(ash, shut), existing: before)
        #expect(plan.closed.map(\.why) == [.closed(Day(2026, 8, 31))])
        let after = schools(after: plan, before: before)
        #expect(after[1].standing == .closed(Day(2026, 8, 31)))
        #expect(try SchoolsTests.plan(sheet(ash, shut), existing: after).changesNothing)
    }

    @Test func aSchoolFoundInAnotherTrustLeftToday() throws {
        let before = try imported(sheet(ash, beech))
        let moved = sheet(ash, Invented.school("900002", "Beech", trust: ("9002", "BIRCH TRUST")))
        let plan = try plan(moved, existing: before)
        #expect(plan.closed.map(\.why) == [.left(today)])
        #expect(plan.closed[0].facts.name == "Beech Primary School")
        let after = schools(after: plan, before: before)
        #expect(!after[1].isCurrent)
        #expect(try SchoolsTests.plan(moved, existing: after).changesNothing)
        let back = try SchoolsTests.plan(sheet(ash, beech), existing: after)
        #expect(back.changed.map(\.returns) == [true])
    }

    @Test func aSchoolThatTheFileDoesNotMentionStaysAndIsNamed() throws {
        let plan = try plan(sheet(ash), existing: try imported(sheet(ash, beech)))
        #expect(plan.changesNothing)
        #expect(
            plan.warnings == [
                LineNote(line: 0, reason: "Beech Primary School (900002) is not in this file and stays as it is.")
            ])
    }

    @Test func aRowThatCannotBeTakenIsRefusedWithItsLine() throws {
        let plan = try plan(
            sheet(
                ash, Invented.school("20003", "Centre"), Invented.school("900003", " "),
                Invented.school("900001", "Ash II"),
                Invented.school(
                    "900004", "Elm", ["EstablishmentStatus (code)": "", "EstablishmentStatus (name)": "Gone"])))
        #expect(plan.addedNames == ["Ash Primary School"])
        #expect(
            plan.refused == [
                LineNote(line: 3, reason: "\"20003\" is not a URN, which has six digits."),
                LineNote(line: 4, reason: "The school has no name."),
                LineNote(line: 5, reason: "URN 900001 was read on line 2 already."),
                LineNote(line: 6, reason: "The register has no status \"Gone\"."),
            ])
    }

    @Test func aValueThatCannotBeReadLeavesTheKnownOneAndAWarning() throws {
        let before = try imported(sheet(ash))
        let odd = Invented.school("900001", "Ash Primary School", ["OpenDate": "31-11-2015", "SchoolCapacity": "many"])
        let plan = try plan(sheet(odd), existing: before)
        #expect(plan.changesNothing)
        #expect(
            plan.warnings.map(\.reason) == [
                "Ash Primary School: OpenDate \"31-11-2015\" is not a date.",
                "Ash Primary School: SchoolCapacity \"many\" is not a whole number.",
            ])
    }

    @Test func aCopyThatLostLettersDoesNotSpoilAKnownName() throws {
        let whole = Invented.school("900001", "St Thérèse’s School")
        var lossy = sheet(Invented.school("900001", "St Th\u{fffd}r\u{fffd}se\u{fffd}s School"))
        lossy.encoding = .utf8
        #expect(try plan(lossy, existing: try imported(sheet(whole))).changesNothing)
        #expect(try plan(lossy).warnings.map(\.line) == [2])
    }

    @Test func rowsOfOtherTrustsAreNeitherReadNorWarnedAbout() throws {
        let other = Invented.school("900002", "", trust: ("9002", "BIRCH TRUST"), ["OpenDate": "odd"])
        let plan = try plan(sheet(ash, other))
        #expect(plan.added.count == 1 && plan.refused.isEmpty && plan.warnings.isEmpty)
    }

    @Test func aPassedClosingDayOfAnOpenSchoolIsSaid() throws {
        let ending = ["EstablishmentStatus (code)": "3", "CloseDate": "31-08-2026"]
        let plan = try plan(sheet(Invented.school("900001", "Ash", ending)))
        #expect(plan.added.count == 1)
        #expect(
            plan.warnings.map(\.reason) == [
                "Ash (900001) counts as open, although its closing day 31 August 2026 has passed."
            ])
    }
}
