import Kernel
import MeetingRules
import PlanRules
import Testing

@Suite struct Agendas {
    let today = Sample.day("2026-11-20")

    private func compose(
        minutes: Int = 30, items: [AgendaItem] = [], checks: [AgendaCheck] = [], promises: [Promise] = [],
        statements: Int = 0, news: Bool = false
    ) -> Agenda {
        Agenda.composed(
            from: AgendaFacts(
                minutes: minutes, today: today, items: items, checks: checks,
                promises: promises.map { AskedPromise($0, who: "Amir") },
                statements: (0..<statements).map { _ in
                    AgendaStatement(
                        item: Sample.id(), number: "1", text: "Text", tool: "Tool", level: nil, since: today - 90)
                }, news: news ? AgendaNews(id: "n", words: "Green", plan: "Plan", day: today) : nil))
    }

    private func checks(_ count: Int) -> [AgendaCheck] {
        (0..<count).map { Sample.check("Look \($0)", due: "2026-11-16", until: "2026-11-27") }
    }

    @Test func missedChecksComeFirstThenWhatWaitedLongest() {
        let due = Sample.check("Due", due: "2026-11-02", until: "2026-11-27")
        let missed = Sample.check("Missed", due: "2026-11-09", until: "2026-11-13")
        #expect(compose(checks: [due, missed]).entries == [.check(missed), .check(due)])
    }

    @Test func itFitsTheMeetingAndSaysWhatWaits() {
        let agenda = compose(checks: checks(9), statements: 3)
        #expect(agenda.entries.count == 6 && agenda.more.count == 3)
        #expect(compose(minutes: 60, checks: checks(9), statements: 3).entries.count == 12)
    }

    @Test func promisesKeepAThirdOfTheTimeFromManyChecks() {
        let agenda = compose(checks: checks(9), promises: (0..<5).map { _ in Sample.promise() })
        let promises = agenda.entries.filter { if case .promise = $0 { true } else { false } }
        #expect(promises.count == 2 && agenda.entries.count == 6)
    }

    @Test func ownItemsAndTheCelebrationAlwaysStandOnIt() {
        let items = (0..<9).map { Sample.item("Item \($0)") }
        let agenda = compose(items: items, checks: checks(1), news: true)
        #expect(items.allSatisfy { agenda.entries.contains(.item($0)) })
        if case .celebration = agenda.entries.last {} else { Issue.record("nothing to celebrate") }
    }

    @Test func statementsAreFewAndTakeOnlyWhatIsLeft() {
        #expect(compose(statements: 10).entries.count == 3)
        #expect(compose(checks: checks(6), statements: 3).entries.count == 6)
    }

    @Test func whatMustBeDecidedIsAskedBeforeWhatWaitedLongest() {
        let old = Sample.promise("Old", by: "2026-09-10", carried: 1)
        let stuck = Sample.promise("Stuck", by: "2026-11-19", carried: 3)
        let later = Sample.promise("Later", by: "2026-12-10")
        let agenda = compose(promises: [old, later, stuck])
        let asked = [stuck, old].map { Agenda.Entry.promise(AskedPromise($0, who: "Amir")) }
        #expect(agenda.entries == asked)
        #expect(agenda.more == [.promise(AskedPromise(later, who: "Amir"))])
    }

    @Test func aPromiseSaysHowOftenItWasCarried() {
        #expect(
            (0...3).map { Sample.promise(carried: $0).carriedWords } == [
                "", "carried once", "carried twice", "carried 3 times",
            ])
        #expect(Sample.promise(carried: 3).mustBeDecided && !Sample.promise(carried: 2).mustBeDecided)
    }
}

@Suite struct Promising {
    let today = Sample.day("2026-11-20")
    let running = Sample.meeting("2026-11-20", began: true)

    private func carry(_ promise: Promise, to day: String) throws -> PromiseCarried {
        try running.carrying(
            promise, to: Day(day), version: 1, in: Sample.calendar(), today: today, by: Sample.permit())
    }

    @Test func afterThreeAsksItIsKeptChangedOrDropped() throws {
        let promise = Sample.promise(carried: 2)
        #expect(try carry(promise, to: "2026-12-01").to == Sample.day("2026-12-01"))
        let stuck = Sample.promise(carried: 3)
        #expect(throws: Refusal.conflict("This was carried 3 times. Keep it, change it or drop it.")) {
            try carry(stuck, to: "2026-12-01")
        }
        #expect(try running.replacing(stuck, version: 1, today: today, by: Sample.permit()).how == .changed)
        let drop = try running.dropping(stuck, because: "Not ours", version: 1, today: today, by: Sample.permit())
        #expect(drop.how == .dropped)
    }

    @Test func aPromiseNamesSomebodyOfThePlaceAndASchoolDay() throws {
        let seat = Sample.headOfEnglish.seats[0]
        let promise = { (words: String, seat: SeatID?, day: String) in
            try running.promising(
                Sample.id(), PromiseInput(words: words, seat: seat, by: Day(day)), for: [Sample.headOfEnglish.seats[0]],
                in: Sample.calendar(), today: today, by: Sample.permit())
        }
        #expect(try promise("Share", seat, "2026-12-01").by == Sample.day("2026-12-01"))
        for (words, who, day, field) in [
            ("", seat, "2026-12-01", "words"), ("Share", Sample.stranger.seats[0], "2026-12-01", "seat"),
            ("Share", seat, "2026-12-28", "by"), (String(repeating: "x", count: 501), seat, "2026-12-01", "words"),
        ] {
            let refusal = #expect(throws: Refusal.self) { try promise(words, who, day) }
            guard case .invalid(let errors) = refusal else { continue }
            #expect(errors.all.map(\.field) == [field])
        }
    }

    @Test func whatHasEndedIsNotAnsweredAgain() throws {
        for ending in Promise.Ending.allCases {
            let promise = Sample.promise(ended: ending)
            #expect(throws: Refusal.self) { try carry(promise, to: "2026-12-01") }
            let permit = try MayKeepPromise(Sample.headOfEnglish, promise, of: Sample.line)
            #expect(throws: Refusal.self) { try promise.keeping("", in: nil, version: 1, by: permit) }
        }
    }

    @Test func onlyWhoPromisedAndTheTwoOfTheLineSayItWasKept() throws {
        _ = try MayKeepPromise(Sample.deputy, Sample.promise(), of: Sample.line)
        #expect(throws: Refusal.self) { try MayKeepPromise(Sample.head, Sample.promise(), of: Sample.line) }
        #expect(throws: Refusal.notFound) { try MayKeepPromise(Sample.stranger, Sample.promise(), of: Sample.line) }
    }

    @Test func anItemCarriedThreeTimesIsTalkedAboutOrDropped() throws {
        let item = Sample.item(carried: 3)
        #expect(throws: Refusal.self) {
            try running.answering(item, .carried, note: "", version: 1, today: today, by: Sample.permit())
        }
        #expect(
            try running.answering(item, .talked, note: "Done", version: 1, today: today, by: Sample.permit()).note
                == "Done")
    }
}

@Suite struct Finishing {
    let today = Sample.day("2026-11-20")
    let running = Sample.meeting("2026-11-20", began: true)
    let next = Sample.meeting("2026-12-01")

    private func finish(_ facts: MeetingFacts, next: LineMeeting?) throws -> MeetingFinished {
        try running.finishing(facts, next: next, today: today, by: Sample.permit())
    }

    @Test func theSummarySaysWhatHappenedUnderItsHeadings() throws {
        let kept = AskedPromise(Sample.promise("Visit", ended: .kept), who: "Amir", words: "Two lessons")
        let facts = MeetingFacts(
            items: [Sample.item("Cover", .talked), Sample.item("Budget")],
            said: [
                SaidWord(
                    kind: .celebration, subjectID: "n", subject: "Green", outcome: .celebrated, words: "Well done"),
                SaidWord(kind: .statement, subjectID: "s", subject: "2.3", outcome: .left, words: ""),
            ], looks: [LookRecorded(looked: "Books", rating: .amber, finding: "In two of three sets")],
            promises: [kept, AskedPromise(Sample.promise("List"), who: "Amir")])
        let lines = try finish(facts, next: next).summary
        #expect(
            lines == [
                SummaryLine(.celebrated, "Green\nWell done"), SummaryLine(.talked, "Cover"),
                SummaryLine(.carried, "Budget"),
                SummaryLine(.checked, "Books (working in parts): In two of three sets"),
                SummaryLine(.kept, "Amir: Visit\nTwo lessons"),
                SummaryLine(.stillPromised, "Amir: List, by 1 December 2026 (carried once)"),
            ])
    }

    @Test func whatWasNotReachedGoesToTheNextMeeting() throws {
        let items = [Sample.item("Open"), Sample.item("Later", .carried), Sample.item("Done", .talked)]
        let due = Sample.promise()
        let later = Sample.promise(by: "2026-12-10")
        let facts = MeetingFacts(
            items: items, said: [], promises: [due, later].map { AskedPromise($0, who: "Amir") })
        let finished = try finish(facts, next: next)
        #expect(Set(finished.carried.map(\.words)) == ["Open", "Later"])
        #expect(finished.asked.map(\.promise) == [due.id] && finished.asked[0].to == next.day)
        let last = try finish(facts, next: nil)
        #expect(last.asked == [] && last.carried == [])
    }

    @Test func aPromiseCarriedThreeTimesHoldsTheEndUp() throws {
        let stuck = Sample.promise("Share the list", carried: 3)
        let refusal = #expect(throws: Refusal.self) {
            try finish(MeetingFacts(items: [], said: [], promises: [AskedPromise(stuck, who: "Amir")]), next: next)
        }
        #expect(refusal?.sentence.contains("Share the list") == true)
    }
}
