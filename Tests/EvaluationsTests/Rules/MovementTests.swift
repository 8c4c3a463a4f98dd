import EvaluationRules
import Testing
import ToolRules

@Suite struct Movements {
    struct Case: Sendable {
        let then: Movement.Standing?
        let now: Movement.Standing?
        var likeness = Likeness.same
        let movement: Movement
    }

    static let cases = [
        Case(then: of(2), now: of(3), movement: .up(1)),
        Case(then: of(1), now: of(4), likeness: .close, movement: .up(3)),
        Case(then: of(3), now: of(1), movement: .down(2)),
        Case(then: of(3), now: of(3), movement: .same),
        Case(then: of(3), now: of(3), likeness: .close, movement: .same),
        Case(then: of(nil), now: of(3), movement: .notJudged),
        Case(then: of(3), now: of(nil), movement: .notJudged),
        Case(then: of(3), now: .init(.left, of: 4), movement: .notJudged),
        Case(then: .init(.left, of: 4), now: .init(.left, of: 4), movement: .notJudged),
        Case(then: nil, now: of(3), likeness: .none, movement: .new),
        Case(then: of(2), now: of(3), likeness: .none, movement: .new),
        Case(then: of(2), now: nil, movement: .retired),
        Case(then: of(nil), now: nil, likeness: .none, movement: .retired),
        Case(then: .init(.level(2), of: 5), now: of(2), movement: .incomparable(.scale)),
        Case(then: .init(.level(2), of: 5), now: of(nil), movement: .notJudged),
        Case(then: of(2), now: of(3), likeness: .partly, movement: .incomparable(.statement)),
        Case(then: .init(.level(2), of: 5), now: of(3), likeness: .partly, movement: .incomparable(.statement)),
    ]

    static func of(_ level: Int?) -> Movement.Standing { .init(level.map { .level($0) }, of: 4) }

    @Test(arguments: cases) func aStatementMovesOnlyWhereBothRoundsCanBeCompared(one: Case) {
        #expect(Movement(from: one.then, to: one.now, one.likeness) == one.movement)
    }

    @Test func everyKindHasAnAddressWordOfItsOwn() {
        let words = Movement.Kind.allCases.map(\.rawValue)
        #expect(Set(words).count == words.count && words.contains("not-judged"))
        #expect(Movement.up(1).kind == .up && Movement.incomparable(.scale).kind == .incomparable)
    }
}
