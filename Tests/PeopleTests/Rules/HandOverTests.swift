import Kernel
import PeopleRules
import SchoolRules
import Testing

@Suite struct HandOverTests {
    let bea = Fixture.person("b", "Bea Brown")
    let cal = Fixture.person("c", "Cal Cole")
    let oak = Place.school(Fixture.oak.id)
    var head: Post { Fixture.post("1", of: bea, .headteacher, at: oak) }
    var governor: Post { Fixture.post("2", of: bea, .governor, at: .school(Fixture.elm.id)) }
    let lastDay = Day(2026, 12, 31)!

    private func handOver(
        _ duties: [Post], handing: [Post], to successor: HandOver.Successor?, lastDay: Day? = nil,
        administratorsLeft: Int = 1, leaver: Person? = nil
    ) throws -> PersonLeft {
        let leaver = leaver ?? bea
        let wanted = HandOver(
            leaver: leaver, duties: duties, lastDay: lastDay ?? self.lastDay, handed: Set(handing.map(\.id)),
            to: successor, administratorsLeft: administratorsLeft)
        var next = "3456789".makeIterator()
        return try wanted.carriedOut(
            on: Fixture.today, newID: { Fixture.id(next.next()!) },
            by: MayHandOver(.onTheMachine, leaver, holding: duties))
    }

    private func successor(holding posts: [Post] = []) -> HandOver.Successor { .init(cal, holding: posts) }

    @Test func dutiesPassToTheSuccessorOnTheDayAfterTheLast() throws {
        let left = try handOver([head, governor], handing: [head], to: successor())
        #expect(left.person.lastDay == lastDay)
        #expect(left.posts.map(\.what) == [.ended(was: .openEnd), .ended(was: .openEnd), .given])
        let taken = try #require(left.posts.last?.post)
        #expect(taken.person == cal.id && taken.role == .headteacher && taken.place == oak)
        #expect(taken.starts == lastDay + 1 && taken.ends == .openEnd)
    }

    @Test func aDutyThatBeginsLaterPassesWhole() throws {
        let later = Fixture.post("1", of: bea, .governor, at: oak, from: lastDay + 60, to: lastDay + 90)
        let left = try handOver([later], handing: [later], to: successor())
        #expect(left.posts.map(\.what) == [.withdrawn, .given])
        #expect(left.posts[1].post.starts == lastDay + 60 && left.posts[1].post.ends == lastDay + 90)
    }

    @Test func aDutyThatEndsByThenStaysAsItIs() throws {
        let short = Fixture.post("1", of: bea, .governor, at: oak, to: lastDay)
        #expect(try handOver([short], handing: [short], to: successor()).posts.isEmpty)
    }

    @Test func theSuccessorIsNotGivenThePostTwice() throws {
        let own = Fixture.post("5", of: cal, .headteacher, at: oak)
        let left = try handOver([head], handing: [head], to: successor(holding: [own]))
        #expect(left.posts.map(\.what) == [.ended(was: .openEnd)])
    }

    @Test func aPostThatTheSuccessorHoldsForAWhileIsASentence() {
        let own = Fixture.post("5", of: cal, .headteacher, at: oak, to: lastDay + 30)
        let refusal = refused { _ = try handOver([head], handing: [head], to: successor(holding: [own])) }
        #expect(refusal?.fields == ["successor"])
    }

    @Test func withNobodyNamedEveryDutyEnds() throws {
        let left = try handOver([head, governor], handing: [], to: nil)
        #expect(left.posts.map(\.what) == [.ended(was: .openEnd), .ended(was: .openEnd)])
    }

    @Test func tickedDutiesWantASuccessorAndASuccessorWantsDuties() {
        #expect(refused { _ = try handOver([head], handing: [head], to: nil) }?.fields == ["successor"])
        #expect(refused { _ = try handOver([head], handing: [], to: successor()) }?.fields == ["successor"])
    }

    @Test func nobodySucceedsThemselves() {
        let refusal = refused { _ = try handOver([head], handing: [head], to: .init(bea, holding: [head])) }
        #expect(refusal?.sentence == "Choose somebody else than the leaver.")
    }

    @Test func whoLeavesSucceedsNobody() {
        let leaving = Fixture.person("c", "Cal Cole", lastDay: lastDay)
        let refusal = refused { _ = try handOver([head], handing: [head], to: .init(leaving, holding: [])) }
        #expect(refusal?.sentence == "Cal Cole leaves, too.")
    }

    @Test(arguments: [367, -367])
    func aLastDayBeyondAYearIsASlip(days: Int) {
        let refusal = refused { _ = try handOver([], handing: [], to: nil, lastDay: Fixture.today + days) }
        #expect(refusal?.fields == ["last-day"])
    }

    @Test func whoLeavesAlreadyIsNotSeenOutAgain() {
        let leaving = Fixture.person("b", "Bea Brown", lastDay: lastDay)
        let refusal = refused { _ = try handOver([], handing: [], to: nil, leaver: leaving) }
        #expect(refusal == .conflict("Bea Brown leaves on 31 December 2026 already."))
    }

    @Test func theLastAdministratorLeavesOnlyWithASuccessor() throws {
        let post = Fixture.post("1", of: bea, .administrator, at: .trust)
        let refusal = refused { _ = try handOver([post], handing: [], to: nil, administratorsLeft: 0) }
        #expect(refusal == .conflict("The trust would have no administrator. Make somebody else one first."))
        let left = try handOver([post], handing: [post], to: successor(), administratorsLeft: 0)
        #expect(left.posts.last?.post.role == .administrator)
    }

    @Test func aPermitForOneLeaverSeesNobodyElseOut() throws {
        let wanted = HandOver(
            leaver: bea, duties: [], lastDay: lastDay, handed: [], to: nil, administratorsLeft: 1)
        let permit = try MayHandOver(.onTheMachine, cal, holding: [])
        let refusal = refused {
            _ = try wanted.carriedOut(on: Fixture.today, newID: { Fixture.id("9") }, by: permit)
        }
        #expect(refusal == .notFound)
    }
}
