import Kernel
import SchoolRules
import Testing

@Suite struct TypedHalfTermsTests {
    @Test func whatAFormShowsItTakesBack() throws {
        for preset in CalendarPreset.all {
            let typed = preset.halfTerms.map(TypedHalfTerm.init)
            #expect(try typed.halfTerms(startsIn: preset.startsIn) == preset.halfTerms)
        }
    }

    @Test func everyUnreadableDateIsSaidAtItsField() throws {
        let rows = [
            TypedHalfTerm(1, "Autumn 1", "Monday 1 September 2026", "23 Oct"), TypedHalfTerm(2, "Autumn 2", "", "soon"),
        ]
        #expect {
            try rows.halfTerms(startsIn: 2026)
        } throws: { error in
            guard case Refusal.invalid(let errors) = error else { return false }
            return errors.all.map(\.field) == ["first-1", "first-2", "last-2"]
                && errors.sentence(for: "first-2") == "Say when Autumn 2 begins."
                && errors.sentence(for: "first-1")?.hasPrefix("1 September 2026 is a Tuesday, not a Monday.") == true
        }
    }

    @Test func aBlankFormHasSixNamedRows() {
        let rows = [TypedHalfTerm].blank(.bySeason)
        #expect(rows.map(\.name) == ["Autumn 1", "Autumn 2", "Spring 1", "Spring 2", "Summer 1", "Summer 2"])
        #expect(rows.allSatisfy { $0.first.isEmpty && $0.last.isEmpty })
    }

    @Test func rowsThatTheYearDoesNotHaveAreDropped() throws {
        let row = TypedHalfTerm(3, "Extra", "1 Sep", "2 Oct")
        #expect(try [row].halfTerms(startsIn: 2026, seasons: [.autumn, .autumn]).isEmpty)
        #expect(try [TypedHalfTerm(0, "Zero", "", "")].halfTerms(startsIn: 2026).isEmpty)
    }
}
