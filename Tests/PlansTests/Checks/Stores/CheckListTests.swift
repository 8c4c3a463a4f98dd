import App
import Database
import EvaluationRules
import Kernel
import Markup
import PlanRules
import Plans
import Site
import TestKit
import Testing

/// Lists of what waits: whose they are, and that they cost nothing for what they do not show.
@Suite struct CheckListTests {
    private func live(_ engine: Engine, _ body: (CheckedPlan, [CheckedPlan.Stored]) async throws -> Void) async throws {
        try await CheckedPlan.with(engine) { made in
            try await made.planned()
            try await made.goLive()
            try await body(made, try await made.looks())
        }
    }

    @Test(arguments: Engine.available) func whatIsDueIsOfTheSeatsHeldTodayAndSoonestFirst(engine: Engine) async throws {
        try await live(engine) { made, looks in
            let due = { (actor: Actor, day: Day) async throws -> [CheckLine] in
                try await made.database.read { try $0.checksDue(for: actor.seats, through: day) }
            }
            let mine = try await due(made.trust.headOfEnglish, looks[1].look.due)
            #expect(mine.map(\.id) == looks.prefix(2).map(\.id))
            #expect(mine.first?.placeName == "English, Willowbrook Academy")
            #expect(mine.first?.holder == "Amir Hussain" && mine.first?.subject == "Read aloud every day")
            #expect(try await due(made.trust.head, looks[1].look.due).isEmpty)
            #expect(try await due(made.trust.headOfEnglish, looks[0].look.due - 1).isEmpty)
        }
    }

    @Test(arguments: Engine.available) func theFeatureHandsThemToTodayWithAFormInPlace(engine: Engine) async throws {
        try await live(engine) { made, looks in
            made.trust.trust.clock.set(to: looks[0].look.due)
            let due = try await made.database.read {
                try plansFeature.due(made.trust.headOfEnglish, looks[0].look.due, $0)
            }
            .filter { $0.kind == .check }
            #expect(due.map(\.id) == ["check-\(looks[0].id)"])
            #expect(due.first?.until == looks[0].look.until && due.first?.title == "Reading aloud in three lessons")
            let form = try #require(due.first?.form)
            #expect(form("secret").text.contains("name=\"back\" value=\"/\""))
        }
    }

    @Test(arguments: Engine.available) func aLineMeetingLooksAtTheChecksOfItsTwo(engine: Engine) async throws {
        try await live(engine) { made, looks in
            let waiting = { (place: Place, seats: [SeatID]) async throws -> [CheckLine] in
                try await made.database.read { try $0.checksDue(at: place, line: seats, on: looks[0].look.due) }
            }
            let school = Place.school(made.trust.academy)
            let both = try await waiting(school, made.trust.head.seats + [made.seat])
            #expect(both.map(\.id) == [looks[0].id])
            let other = try #require(made.trust.actor("Lucy Fenn").seats.first)
            #expect(try await waiting(school, [made.seat, other]).isEmpty, "one of the two reads nothing of English")
            #expect(try await waiting(made.trust.english, [made.seat]).count == 1)
            #expect(try await waiting(.school(made.trust.oakfield), [made.seat]).isEmpty)
            #expect(try await waiting(school, made.trust.head.seats).isEmpty)
        }
    }

    @Test(arguments: Engine.available) func whatWasMissedIsSeenByThoseWhoReachItOldestFirst(engine: Engine) async throws
    {
        try await live(engine) { made, looks in
            made.travel(to: looks[1].look.until + 1)
            let missed = { (actor: Actor, school: SchoolID?) async throws -> MissedChecks in
                try await readMissedChecks(at: school, page: 1, for: actor, in: made.database)
            }
            let all = try await missed(made.trust.director, nil)
            #expect(all.lines.map(\.id) == looks.prefix(2).map(\.id))
            #expect(all.schools.map(\.count) == [2] && all.count == 2)
            let english = try await missed(made.trust.headOfEnglish, nil)
            #expect(english.count == 2 && english.seesHealth.isEmpty, "a department's leader sees no whole school")
            #expect(all.seesHealth == [made.trust.academy])
            #expect(try await missed(made.trust.stranger, nil).schools.isEmpty)
            #expect(try await missed(made.trust.director, made.trust.oakfield).lines.isEmpty)
        }
    }

    @Test(arguments: Engine.available) func healthFollowsWhatWasFound(engine: Engine) async throws {
        try await live(engine) { made, looks in
            let health = { () async throws -> PlanHealth? in
                try await made.database.read { [plan = made.plan] in try $0.planHealth(of: [plan])[plan] }
            }
            #expect(try await health()?.level == .unknown)
            made.travel(to: looks[0].look.due)
            try await record(made, looks[0].id, .green)
            #expect(try await health()?.level == .green)
            made.travel(to: looks[1].look.until + 1)
            #expect(try await health()?.level == .amber, "one was missed since")
            try await record(made, looks[1].id, .red)
            #expect(try await health()?.level == .red)
        }
    }

    @Test(arguments: Engine.available) func whatEndedWeighsOnHealthNoLonger(engine: Engine) async throws {
        try await CheckedPlan.with(engine) { made in
            let other = try await made.trust.addPriority(to: made.plan, "Pupils write more")
            let outcome = try await made.trust.addOutcome(to: other, of: made.plan)
            _ = try await made.trust.addAction(to: other, of: made.plan)
            try await made.planned()
            let failing = try await made.planned(for: .outcome(outcome), looked: "Books of six pupils")
            try await made.goLive()
            let looks = try await made.looks()
            made.travel(to: looks[0].look.due)
            for look in looks where look.look.due == looks[0].look.due {
                let series = try await made.database.read { try $0.check(look.id).planned.check.id }
                try await record(made, look.id, series == failing ? .red : .green)
            }
            let level = { () async throws -> PlanHealth.Level? in
                try await made.database.read { [plan = made.plan] in try $0.planHealth(of: [plan])[plan]?.level }
            }
            #expect(try await level() == .red)
            try await endPart(
                .priority(other), because: "It is met.", of: made.plan, by: made.trust.head, in: made.database)
            #expect(try await level() == .green)
        }
    }

    @Test(arguments: Engine.available) func aSchoolsHealthCountsWhatFellDueThisHalfTerm(engine: Engine) async throws {
        try await CheckedPlan.with(engine) { made in
            let half = try #require(made.calendar.halfTerm(of: made.start))
            try await made.planned(.weekly, weeks: 3)
            try await made.goLive()
            let looks = try await made.looks().filter { half.contains($0.look.due) }
            try #require(looks.count >= 3)
            made.travel(to: looks[0].look.due)
            try await record(made, looks[0].id, .green)
            made.travel(to: looks[2].look.due)
            try await record(made, looks[1].id, .amber)
            let seen = try await readHealth(
                of: made.trust.academy, for: made.trust.liaison, in: made.database)
            #expect(seen.figures.onTime == 1 && seen.figures.late == 1 && seen.figures.waiting == 1)
            #expect(seen.figures.responses == [.keep: 1] && seen.missed == 0)
            #expect(seen.plans.map(\.plan) == [made.plan])
            await #expect(throws: Refusal.notFound) {
                _ = try await readHealth(of: made.trust.academy, for: made.trust.stranger, in: made.database)
            }
        }
    }

    @Test(arguments: Engine.available) func goodNewsIsTheNewestThatWasFoundWorking(engine: Engine) async throws {
        try await live(engine) { made, looks in
            made.travel(to: looks[0].look.due)
            let place = Place.school(made.trust.academy)
            let news = { (since: Day) async throws -> GoodNews? in
                try await made.database.read {
                    try $0.lastGoodNews(at: place, line: made.trust.head.seats, since: since)
                }
            }
            #expect(try await news(looks[0].look.due - 30) == nil)
            try await record(made, looks[0].id, .green)
            #expect(try await news(looks[0].look.due)?.title == "Reading aloud in three lessons")
            #expect(try await news(looks[0].look.due + 1) == nil)
        }
    }

    @Test(arguments: Engine.available) func tenTimesAsManyLooksOfOthersCostTheSame(engine: Engine) async throws {
        try await CheckedPlan.with(engine) { made in
            try await made.planned()
            try await made.planned(looked: "Books of six pupils")
            try await made.goLive()
            let looks = try await made.looks()
            made.travel(to: looks[0].look.until + 1)
            let once = try await costs(made, record: looks[0].id)
            for number in 1...9 { try await made.grow(by: 40, from: number) }
            for (large, small) in zip(try await costs(made, record: looks[1].id), once) {
                #expect(large.statements == small.statements && large.rows <= small.rows)
                #expect(Double(large.steps) <= Double(small.steps) * 1.15)
            }
        }
    }

    /// Of one person's due list, the missed list of one school, and recording a look.
    private func costs(
        _ made: CheckedPlan, record check: CheckID
    ) async throws -> [(statements: Int, rows: Int, steps: Int)] {
        let seats = made.trust.headOfEnglish.seats
        return [
            try await made.cost {
                _ = try await made.database.read { try $0.checksDue(for: seats, through: $0.today) }
            },
            try await made.cost {
                _ = try await readMissedChecks(
                    at: made.trust.academy, page: 1, for: made.trust.head, in: made.database)
            }, try await made.cost { try await record(made, check, .green, by: made.trust.head) },
        ]
    }

    private func record(
        _ made: CheckedPlan, _ check: CheckID, _ rating: Rating, by actor: Actor? = nil
    ) async throws {
        let input = CheckInput(
            finding: "Looked", rating: rating, response: rating == .green ? nil : .keep, version: 1)
        _ = try await recordImpactCheck(input, of: check, by: actor ?? made.trust.headOfEnglish, in: made.database)
    }
}

extension CheckedPlan {
    /// Looks of another plan at another school, some missed and some to come, without asking the rules for each.
    func grow(by count: Int, from number: Int) async throws {
        let (seat, school) = (trust.stranger.seats[0], trust.oakfield)
        try await database.write { [plan, action] tx in
            let other: PlanID = tx.newID()
            try tx.run(
                """
                INSERT INTO plan (id, pro_forma_id, kind, school_id, title, starts_on, ends_on, state, version, drafted_at,
                                  drafted_by)
                SELECT \(other), pro_forma_id, kind, \(school), title, starts_on, ends_on, 'live', 1, drafted_at, drafted_by
                FROM plan WHERE id = \(plan)
                """)
            for index in 0..<count {
                let (series, check) = (tx.newID() as CheckPlanID, tx.newID() as CheckID)
                let due = tx.today - 20 + index + number
                try tx.run(
                    """
                    INSERT INTO check_plan (id, plan_id, action_id, looked, how, seat_id, rhythm, first_on, last_on,
                                            version, sealed_at, ended_reason)
                    VALUES (\(series), \(other), \(action), 'Others', '', \(seat), 'dates', \(due), \(due), 1,
                            \(tx.moment), '')
                    """)
                try tx.run(
                    """
                    INSERT INTO impact_check (id, check_plan_id, plan_id, school_id, seat_id, due_on, until_on, version)
                    VALUES (\(check), \(series), \(other), \(school), \(seat), \(due), \(due + 5), 1)
                    """)
                try tx.run(
                    """
                    INSERT INTO open_check (check_id, seat_id, school_id, plan_id, due_on, until_on)
                    VALUES (\(check), \(seat), \(school), \(other), \(due), \(due + 5))
                    """)
            }
        }
    }

    /// What `work` asks of the database; `steps` are the engine's own, 0 where it does not tell them.
    func cost(_ work: () async throws -> Void) async throws -> (statements: Int, rows: Int, steps: Int) {
        let counts = database.counts
        let before = (counts.statements, counts.rows, counts.steps)
        try await work()
        return (counts.statements - before.0, counts.rows - before.1, counts.steps - before.2)
    }
}
