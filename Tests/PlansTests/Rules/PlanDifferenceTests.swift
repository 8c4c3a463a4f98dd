import Kernel
import PlanRules
import Testing

/// What a revision is told to change: each kind of difference, nothing, another order, and what came and went.
@Suite struct WhatARevisionChanges {
    typealias S = PlanSample

    let criterion = S.criterion()
    let seat: SeatID = S.id()

    /// A plan of one priority with an outcome, a criterion, an action and a look at it.
    private var plan: Version {
        let action = S.action(owner: seat)
        let priority = S.priority("Read more", actions: [action], outcomes: [S.outcome([criterion])])
        return Version(priorities: [priority], checks: [S.check(of: .action(action.id), seat: seat)])
    }

    @Test func aPureCopyDiffersInNothing() {
        let old = plan
        #expect(old.difference(to: old).isNothing)
        let none = Version(priorities: [])
        #expect(none.difference(to: none).isNothing)
    }

    @Test func itsNameAndItsDaysAreDetailsOfThePlan() {
        let old = plan
        var new = old
        (new.title, new.ends) = ("Reading aloud", S.day("2027-03-25"))
        let found = old.difference(to: new)
        #expect(found.parts.isEmpty && found.count(.kept) == 1)
        #expect(
            found.details == [
                FieldDifference(.name, from: .words("Reading"), to: .words("Reading aloud")),
                FieldDifference(
                    .period, from: .period(new.starts, S.day("2027-07-16")), to: .period(new.starts, new.ends)),
            ])
    }

    @Test func eachFieldOfAnActionIsToldAloneWithWhatStoodThereBefore() throws {
        let old = plan
        let action = old.priorities[0].actions[0]
        let other: SeatID = S.id()
        let later = S.day("2027-03-01")
        let changes: [(PlannedAction, FieldDifference)] = [
            (action.with(what: "B"), .words(.asked(.what), "Read aloud", "B")),
            (action.with(aspects: "B"), .words(.asked(.aspects), "", "B")),
            (action.with(seen: "B"), .words(.asked(.seen), "", "B")),
            (action.with(how: "B"), .words(.asked(.how), "", "B")),
            (action.with(support: "B"), .words(.asked(.support), "", "B")),
            (action.with(owner: other), FieldDifference(.asked(.owner), from: .seat(seat), to: .seat(other))),
            (action.with(supporter: other), FieldDifference(.asked(.supporter), from: .seat(nil), to: .seat(other))),
            (
                action.with(ends: later),
                FieldDifference(
                    .period, from: .period(action.starts, action.ends), to: .period(action.starts, later))
            ),
            (
                action.with(cost: Cost(halfDays: 1, pence: 0)),
                FieldDifference(.cost, from: .cost(.none), to: .cost(Cost(halfDays: 1, pence: 0)))
            ),
        ]
        for (changed, expected) in changes {
            var new = old
            new.priorities = [old.priorities[0].with(actions: [changed])]
            let found = old.difference(to: new)
            #expect(found.count(.kept) == 1 && found.count(.added) + found.count(.takenOut) == 0)
            let priority = try #require(found.parts.first)
            #expect(priority.fields.isEmpty && priority.number == 1)
            #expect(priority.parts.map(\.fields) == [[expected]], "\(expected.field)")
        }
    }

    @Test func aPriorityRewordedSaysItsFieldsAndItsOwnNumber() throws {
        let (first, second, above) = (S.priority("One"), S.priority("Two"), S.id() as PriorityID)
        let old = Version(priorities: [first, second])
        var new = old
        new.priorities = [first, second.with(title: "Three", why: "Heard", stops: "Slips", answers: above)]
        new.answers = [above: "Above"]
        let found = try #require(old.difference(to: new).parts.first)
        #expect(found.number == 2 && found.title == "Three" && found.fate == .kept)
        #expect(
            found.fields == [
                .words(.asked(.title), "Two", "Three"), .words(.asked(.why), "Seen", "Heard"),
                .words(.asked(.stops), "", "Slips"), .words(.answers, "", "Above"),
            ])
    }

    @Test func outcomesAndTheirCriteriaAreComparedByWhatTheySay() throws {
        let old = plan
        let outcome = old.priorities[0].outcomes[0]
        let day = S.day("2026-12-18")
        let changed = Outcome(
            id: outcome.id, horizon: .medium, words: "All read", by: day,
            criteria: [criterion.with(words: "Six of six")],
            version: 4)
        var new = old
        new.priorities = [old.priorities[0].with(outcomes: [changed])]
        let found = try #require(old.difference(to: new).parts.first?.parts.first)
        #expect(
            found.fields == [
                FieldDifference(.horizon, from: .horizon(.short), to: .horizon(.medium)),
                .words(.words, "Books are open", "All read"),
                FieldDifference(.by, from: .day(nil), to: .day(day)),
            ])
        #expect(found.parts.map(\.fields) == [[.words(.words, "Three of three", "Six of six")]])
    }

    @Test func howFarTheWorkHasComeIsNoDifference() {
        let old = plan
        let met = Criterion(
            id: criterion.id, words: criterion.words, status: .met, why: "Seen", judged: S.day("2026-12-01"), version: 2
        )
        let outcome = old.priorities[0].outcomes[0]
        var new = old
        new.priorities = [
            old.priorities[0].with(outcomes: [
                Outcome(
                    id: outcome.id, horizon: .short, words: outcome.words, by: nil, criteria: [met], version: 9)
            ])
        ]
        #expect(old.difference(to: new).isNothing)
    }

    @Test func aLookIsComparedByItsWordsItsSeatAndItsRhythm() throws {
        let old = plan
        let (check, other) = (old.checks[0], S.id() as SeatID)
        let days = [S.day("2026-12-01"), S.day("2026-12-08")]
        var new = old
        new.checks = [
            CheckPlan(
                id: check.id, subject: check.subject, looked: "Books", how: "Five each", seat: other, rhythm: .dates,
                first: days[0], last: days[1], days: days, ended: nil, version: 2)
        ]
        let found = try #require(old.difference(to: new).parts.first?.parts.first?.parts.first)
        #expect(found.kind == .check)
        #expect(
            found.fields == [
                .words(.looked, "Lessons", "Books"), .words(.way, "", "Five each"),
                FieldDifference(.looker, from: .seat(seat), to: .seat(other)),
                FieldDifference(
                    .rhythm, from: .schedule(CheckSchedule(check)),
                    to: .schedule(CheckSchedule(rhythm: .dates, first: days[0], last: days[1], days: days))),
            ])
        #expect(old.difference(to: new).seats == [seat, other])
    }

    @Test func aBlockageIsComparedToo() throws {
        let (stays, goes, comes) = (S.blockage(), S.blockage(), S.blockage())
        let cleared = S.blockage(removed: S.ending())
        let old = Version(priorities: [], blockages: [stays, goes, cleared])
        var new = old
        let later = Blockage(
            id: stays.id, words: "No room", remover: stays.remover, by: stays.by + 7, removed: nil, version: 2)
        new.blockages = [later, comes]
        let found = old.difference(to: new).parts
        #expect(found.map(\.fate) == [.kept, .takenOut, .added] && found.allSatisfy { $0.kind == .blockage })
        #expect(found[0].fields == [FieldDifference(.by, from: .day(stays.by), to: .day(later.by))])
    }
}

/// Parts that came, went or changed places.
@Suite struct WhatComesAndGoesInARevision {
    typealias S = PlanSample

    @Test func whatWasAddedAndWhatWasTakenOutStandInTheOrderOfThePlan() {
        let (a, b, c, d) = (S.priority("A"), S.priority("B"), S.priority("C"), S.priority("D"))
        let old = Version(priorities: [a, b, c])
        var new = old
        new.priorities = [b.with(title: "B2"), d]
        let found = old.difference(to: new)
        #expect(found.parts.map(\.title) == ["A", "B2", "C", "D"])
        #expect(found.parts.map(\.fate) == [.takenOut, .kept, .takenOut, .added])
        #expect(found.parts.map(\.number) == [nil, 1, nil, 2])
        #expect(found.details.isEmpty, "what comes and goes moves nothing")
    }

    @Test func whatIsInAnAddedPartComesWithItAndIsNotCountedByItself() throws {
        let action = S.action()
        let added = S.priority("New", actions: [action], outcomes: [S.outcome([S.criterion()])])
        var new = Version(priorities: [])
        (new.priorities, new.checks) = ([added], [S.check(of: .action(action.id))])
        let found = Version(priorities: []).difference(to: new)
        #expect(found.count(.added) == 1 && found.count(.kept) == 0)
        let part = try #require(found.parts.first)
        #expect(part.parts.map(\.kind) == [.outcome, .action])
        #expect(part.parts.flatMap(\.parts).map(\.kind) == [.criterion, .check])
    }

    @Test func anotherOrderIsToldOnceAndNothingElseIs() {
        let (a, b, c) = (S.priority("A"), S.priority("B"), S.priority("C"))
        let old = Version(priorities: [a, b, c])
        var new = old
        new.priorities = [c, a, b]
        let found = old.difference(to: new)
        #expect(found.parts.isEmpty && found.count(.kept) == 1)
        #expect(
            found.details == [
                FieldDifference(.order, from: .order(["A", "B", "C"]), to: .order(["C", "A", "B"]))
            ])
    }

    @Test func theSameWordsWrittenAnewAreAnotherPart() {
        let (old, again) = (S.priority("Read more"), S.priority("Read more"))
        var new = Version(priorities: [old])
        new.priorities = [again]
        let found = Version(priorities: [old]).difference(to: new)
        #expect(found.parts.map(\.fate) == [.takenOut, .added])
    }

    @Test func whatHadEndedWasNotTakenOut() {
        let ended = S.priority("Over", ended: S.ending())
        let idle = S.priority("On", actions: [S.action(ended: S.ending()), S.action()])
        let old = Version(priorities: [ended, idle])
        var new = old
        new.priorities = [idle.with(actions: [idle.actions[1]])]
        #expect(old.difference(to: new).isNothing)
    }

    @Test func whatEndedAfterItWasCopiedGoesOnInTheRevision() throws {
        let action = S.action()
        let ended = action.with(ended: S.ending())
        let old = Version(priorities: [S.priority(actions: [ended])])
        var new = old
        new.priorities = [old.priorities[0].with(actions: [action])]
        let found = try #require(old.difference(to: new).parts.first?.parts.first)
        #expect(found.fields == [FieldDifference(.ending, from: .ending(S.ending()), to: .ending(nil))])
        // What ends in the revision later is no change that the revision made.
        #expect(new.difference(to: old).isNothing)
    }
}
