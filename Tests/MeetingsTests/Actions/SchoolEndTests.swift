import App
import Database
import Foundation
import Jobs
import Kernel
import MeetingRules
import Meetings
import People
import PeopleRules
import PlanRules
import Plans
import SchoolRules
import Schools
import Site
import TestKit
import Testing
import Trail

/// A school closes, and its past goes on at another one: asked of every feature at once.
@Suite struct SchoolEnds {
    struct AtWork {
        let trust: Willowbrook
        let plan: PlanID
        let line: ID<MeetingLine>
        let lastDay: Day
    }

    /// The academy at work: a live plan with weekly looks, a weekly line meeting, an open evaluation.
    private func atWork(_ engine: Engine, _ body: (AtWork) async throws -> Void) async throws {
        try await Willowbrook.with(engine) { trust in
            let plan = try await trust.filledDraft()
            let action = try await trust.database.read { try $0.plan(plan).written.priorities[0].actions[0].id }
            let days = try await trust.database.read { try $0.plan(plan).plan }
            let looks = CheckPlanInput(
                looked: "Reading aloud in three lessons", how: "", seat: trust.headOfEnglish.seats.first,
                rhythm: .weekly, first: days.starts, last: days.ends, days: [], version: 0)
            _ = try await planCheck(looks, for: .action(action), of: plan, by: trust.head, in: trust.database)
            try await trust.putLive(plan)
            let line = try await trust.line()
            _ = try await trust.open("curriculum-intent", at: trust.english, by: trust.head)
            let lastDay = try await trust.firstDay + 6
            try await body(AtWork(trust: trust, plan: plan, line: line, lastDay: lastDay))
        }
    }

    private func waiting(_ work: AtWork) async throws -> [Waiting] {
        let asks = Features.all(mail: Mail(folder: nil)).map(\.due)
        return try await work.trust.database.read { tx in
            try work.trust.trust.actors.values.flatMap { actor in
                try asks.flatMap { try $0(actor, tx.today + 120, tx) }.map(\.waiting)
            }.filter { $0.place.contains("Willowbrook Academy") }
        }
    }

    @Test(arguments: Engine.available) func theImportListsWhatIsStillOpenThere(engine: Engine) async throws {
        try await atWork(engine) { work in
            let open = try await work.open(.closed)
            #expect(open.contains { $0.hasSuffix(" posts") } && open.contains { $0.hasSuffix(" checks") })
            #expect(open.contains("1 plan at work") && open.contains("1 pairing for line meetings"))
            #expect(open.contains { $0.hasSuffix(" planned line meetings") } && open.contains("1 open evaluation"))
            #expect(try await work.waitingChecks > 0)
        }
    }

    @Test(arguments: Engine.available) func afterwardsNothingFallsDueThereAndNothingIsMissed(engine: Engine)
        async throws
    {
        try await atWork(engine) { work in
            #expect(try await !waiting(work).isEmpty)
            try await work.end()
            #expect(try await waiting(work) == [])
            #expect(
                try await work.trust.database.read { try $0.posts(of: work.trust.head.person, lasting: $0.today) } == []
            )
            // Neither the job nor a change of the calendar brings it back, and nothing turns missed later.
            let meetings = try await work.trust.meetings(of: work.line)
            try await planMeetings(in: work.trust.database)
            work.trust.trust.clock.set(to: work.lastDay + 60)
            try await planMeetings(in: work.trust.database)
            #expect(try await waiting(work) == [])
            let later = try await work.trust.meetings(of: work.line)
            #expect(later == meetings && later.allSatisfy { $0.day < work.lastDay })
            #expect(try await work.waitingChecks == 0)
            let missed = try await work.trust.database.read { tx in
                try tx.checkSeries(of: work.plan).flatMap(\.looks).filter { $0.until >= work.lastDay }
            }
            #expect(missed == [])
        }
    }

    @Test(arguments: Engine.available) func aSchoolThatIsBackHasWhatItHad(engine: Engine) async throws {
        try await atWork(engine) { work in
            let posts = try await work.headsPosts
            try await work.end()
            #expect(try await work.headsPosts == [])
            try await work.bringIn(.open)
            #expect(try await work.headsPosts == posts)
            #expect(try await work.waitingChecks > 0)
            #expect(try await work.trust.meetings(of: work.line).contains { $0.day > work.lastDay + 1 })
        }
    }

    @Test(arguments: Engine.available) func postsPlansAndPairingsGoOnAtAnotherSchool(engine: Engine) async throws {
        try await atWork(engine) { work in
            try await work.end()
            let trust = work.trust
            let seen = try await readSchoolToMove(
                trust.academy, by: trust.administrator, following: Features.ofSchools, in: trust.database)
            #expect(Set(seen.things.map(\.kind)) == Set(MovableThing.Kind.allCases))
            let target = try #require(seen.successor)
            let all = Set(seen.things.map(\.key))
            try await work.move(all, to: target)
            try await trust.database.read { tx throws in
                let plan = try tx.plan(work.plan).plan
                let department = try #require(try tx.departments(of: target).first { $0.name == "English" })
                #expect(plan.place == .department(department.id, of: target))
                let seat = try #require(try tx.seat(trust.headOfEnglish.seats[0], on: tx.today))
                #expect(seat.place == plan.place && seat.holder?.name == "Amir Hussain")
                #expect(try tx.line(work.line).line.place == plan.place)
                let due = try tx.checksDue(for: trust.headOfEnglish.seats, through: tx.today + 30)
                #expect(!due.isEmpty && due.allSatisfy { $0.place == plan.place && $0.look.due >= tx.today })
                #expect(try tx.trail(of: work.plan).contains { $0.verb == "plan-moved-school" })
            }
            #expect(try await trust.meetings(of: work.line).contains { $0.day > work.lastDay + 1 })
            // Sent twice, it is told and not done twice.
            await #expect(throws: Refusal.self) { try await work.move(all, to: target) }
            let heads = try await trust.database.read { try $0.posts(of: trust.head.person, lasting: $0.today) }
            #expect(heads.map(\.place) == [.school(target)])
            let browser = try await trust.client("Sam Okafor")
            let page = try await browser.get("/schools/\(trust.academy)/moves/new")
            #expect(
                page.body.contains("To Willowbrook High School: ") && page.body.contains("What went on elsewhere"))
        }
    }

    @Test(arguments: Engine.available) func whatCannotBeMovedIsRefused(engine: Engine) async throws {
        try await atWork(engine) { work in
            await #expect(
                throws: Refusal.conflict(
                    "Willowbrook Academy works in the trust. What is open there is moved once it closed or left.")
            ) {
                try await work.move(["post-x"], to: work.trust.oakfield)
            }
            try await work.end()
            await #expect(throws: Refusal.invalid("chosen", "Choose what goes on there.")) {
                try await work.move([], to: work.trust.oakfield)
            }
            await #expect(throws: Refusal.invalid("school", "Choose the school where it goes on.")) {
                try await work.move(["post-x"], to: work.trust.academy)
            }
            await #expect(throws: Refusal.self) {
                try await moveFromSchool(
                    work.trust.academy, ["post-x"], to: work.trust.oakfield, by: work.trust.director,
                    following: Features.ofSchools, in: work.trust.database)
            }
        }
    }
}

extension SchoolEnds.AtWork {
    enum Status: String { case open = "1", closed = "2" }

    var headsPosts: [String] {
        get async throws {
            try await trust.database.read { try $0.posts(of: trust.head.person, lasting: $0.today) }.map { "\($0)" }
        }
    }

    var waitingChecks: Int {
        get async throws {
            try await trust.database.read { tx in
                try tx.checksDue(for: trust.headOfEnglish.seats, through: tx.today + 300)
            }
            .filter { $0.plan == plan }.count
        }
    }

    /// The day after the academy's last one, on which the register says that it closed.
    func end() async throws {
        trust.trust.clock.set(to: lastDay + 1)
        try await bringIn(.closed)
    }

    func open(_ status: Status) async throws -> [String] {
        try await register(status) { files in
            let plan = try await planImport(
                of: "99001", from: files, by: .onTheMachine, in: trust.database, today: trust.testDay)
            return try await readOpen(in: plan, following: Features.ofSchools, in: trust.database)[trust.academy] ?? []
        }.map(\.words)
    }

    func bringIn(_ status: Status) async throws {
        try await register(status) { files in
            _ = try await importSchools(
                of: "99001", from: files, by: .onTheMachine, actor: nil, following: Features.ofSchools,
                in: trust.database)
        }
    }

    func move(_ chosen: Set<String>, to school: SchoolID) async throws {
        try await moveFromSchool(
            trust.academy, chosen, to: school, by: trust.administrator, following: Features.ofSchools,
            in: trust.database)
    }

    /// The academy as the register has it, and a school that continues it.
    private func register<Value>(_ status: Status, _ body: (RegisterFiles) async throws -> Value) async throws -> Value
    {
        let flags = "TrustSchoolFlag (code),Trusts (code),Trusts (name)"
        let ours = "3,99001,Willowbrook Learning Trust"
        let closes = status == .closed ? "\(lastDay)" : ""
        return try await TestDatabases.withFolder { folder in
            let (schools, links) = (folder + "/schools.csv", folder + "/links.csv")
            try """
            URN,EstablishmentName,EstablishmentStatus (code),CloseDate,\(flags)
            900105,Willowbrook Academy,\(status.rawValue),\(closes),\(ours)
            900160,Willowbrook High School,1,,\(ours)
            """.write(toFile: schools, atomically: true, encoding: .utf8)
            try "URN,LinkURN,LinkName,LinkType\n900160,900105,Willowbrook Academy,Predecessor\n"
                .write(toFile: links, atomically: true, encoding: .utf8)
            return try await body(
                RegisterFiles(schools: RegisterPath(schools), beside: [RegisterPath(links)]))
        }
    }
}
