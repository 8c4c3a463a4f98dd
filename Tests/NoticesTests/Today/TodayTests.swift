import App
import Database
import HTTPTypes
import Kernel
import Markup
import NoticeRules
import Schools
import Site
import TestKit
import Testing

@Suite struct TodayTests {
    private typealias Ask = Feature.AskDue

    private func due(_ id: String, _ day: Day, until: Day? = nil, title: String = "Look") -> Due {
        Due(
            Waiting(id: id, kind: .check, title: title, place: "English", day: day, until: until, address: "/\(id)"),
            form: { token in "<b>\(token)</b>" })
    }

    /// Willowbrook on the first school day from the tests' day on, or on the day that `choose` finds in its calendar.
    private func on(
        _ choose: (SchoolCalendar, Day) -> Day? = { $0.schoolDay(onOrAfter: $1) },
        _ body: (Willowbrook, Day) async throws -> Void
    ) async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let (calendar, now) = try await trust.database.read { (try $0.calendar(), $0.today) }
            let day = try #require(choose(calendar, now))
            trust.trust.clock.set(to: day)
            try await body(trust, day)
        }
    }

    @Test func whatWaitsIsSortedIntoMissedNowAndThisWeek() async throws {
        try await on { trust, today in
            let ask: Ask = { _, through, _ in
                #expect(through == today.endOfPlannedWeek)
                return [
                    due("soon", today.endOfPlannedWeek), due("late", today - 9, until: today - 2),
                    due("older", today - 20, until: today - 12), due("today", today, until: today),
                    due("beyond", today + 30),
                ]
            }
            let view = try await readToday(trust.head, asking: [ask, ask], in: trust.database)
            guard case .waiting(let waiting) = view.state else { throw Unexpected() }
            #expect(waiting.missed.map(\.id) == ["older", "older", "late", "late"])
            #expect(waiting.now.map(\.id) == ["today", "today"])
            #expect(waiting.soon.map(\.id) == ["soon", "soon"])
        }
    }

    @Test func anEmptyTodaySaysWhatComesNextAndWhen() async throws {
        try await on { trust, today in
            let ask: Ask = { _, through, _ in
                [due("far", today + 40, title: "Books in Year 9"), due("near", today + 20, title: "Rota")]
                    .filter { $0.day <= through }
            }
            let view = try await readToday(trust.head, asking: [ask], in: trust.database)
            guard case .nothing(let next, let milestones) = view.state else { throw Unexpected() }
            #expect(next?.id == "near" && !milestones.isEmpty && milestones.allSatisfy { $0.day > today })
            let body = TodayPage(view: view, token: "t").page.body.text
            #expect(body.contains("Nothing waits for you."))
            #expect(body.contains("<a href=\"/near\">Rota</a>") && body.contains("in 2 weeks"))
            #expect(body.contains(milestones[0].label))
        }
    }

    @Test func inAHolidayNobodyIsAskedAndNothingIsDue() async throws {
        try await on({ calendar, now in calendar.milestones(after: now, upTo: 99).first { $0.isBreak }?.day }) {
            trust, today in
            let ask: Ask = { _, _, _ in throw Unexpected() }
            for actor in [trust.head, trust.director, trust.headOfEnglish] {
                let view = try await readToday(actor, asking: [ask], in: trust.database)
                guard case .quiet(let quiet) = view.state else { throw Unexpected() }
                let body = TodayPage(view: view, token: "t").page.body.text
                #expect(quiet.until > today && body.contains(quiet.name) && body.contains(quiet.until.long))
                #expect(body.contains("Nothing is due.") && body.contains("School starts again on"))
            }
        }
    }

    /// Closes a day for the trust, and opens it for one school.
    private func closed(_ day: Day, except school: SchoolID, _ trust: Willowbrook) async throws {
        let database = trust.database
        func shown(_ choice: CalendarPlace) async throws -> CalendarView.Shown {
            try #require(await readCalendar(of: choice, startsIn: nil, by: trust.administrator, in: database).shown)
        }
        let year = try await shown(.trust)
        try await markDay(
            MarkedDay(day, .closed, "Conference"), in: year.year.startsIn, version: year.version, by: trust.director,
            in: database)
        let own = try await shown(.school(school))
        try await markOwnDay(
            MarkedDay(day, .open), of: school, in: own.year.startsIn, version: own.version, by: trust.administrator,
            in: database)
    }

    @Test func aDayIsQuietOnlyWhenItIsAtEverySchoolWhereSomethingOfTheirsFallsDue() async throws {
        try await on { trust, today in
            try await closed(today, except: trust.oakfield, trust)
            func isQuiet(_ actor: Actor, school: SchoolID?) async throws -> Bool {
                let ask: Ask = { _, _, _ in
                    [
                        Due(
                            Waiting(
                                id: "check-1", kind: .check, title: "Look", place: "", day: today, address: "/1",
                                school: school))
                    ]
                }
                let view = try await readToday(actor, asking: [ask], in: trust.database)
                if case .quiet = view.state { return true } else { return false }
            }
            let both = Actor(
                person: trust.head.person, name: "Both",
                posts: [
                    HeldPost(.executiveHead, at: .school(trust.academy)),
                    HeldPost(.executiveHead, at: .school(trust.oakfield)),
                ])
            #expect(try await !isQuiet(both, school: trust.academy), "one of the two schools is open")
            #expect(try await !isQuiet(trust.director, school: trust.oakfield), "it falls due where school is open")
            #expect(try await isQuiet(trust.director, school: trust.academy))
            #expect(try await isQuiet(trust.director, school: nil))
            #expect(try await isQuiet(trust.head, school: trust.academy))
            let open = Actor(
                person: trust.head.person, name: "Open", posts: [HeldPost(.headteacher, at: .school(trust.oakfield))])
            #expect(try await !isQuiet(open, school: nil))
        }
    }

    @Test func eachPersonGetsWhatIsTheirs() async throws {
        try await on { trust, today in
            let ask: Ask = { actor, _, _ in [due("check-\(actor.person)", today)] }
            for actor in [trust.head, trust.director, trust.headOfEnglish, trust.governor] {
                let view = try await readToday(actor, asking: [ask], in: trust.database)
                guard case .waiting(let waiting) = view.state else { throw Unexpected() }
                #expect(waiting.now.map(\.id) == ["check-\(actor.person)"])
            }
        }
    }

    @Test func theStartPageIsTodayForEverybodySignedIn() async throws {
        try await on { trust, today in
            #expect(try await trust.client(nil).get("/").location?.hasPrefix("/sign-in") == true)
            for name in ["James Oyelaran", "Daniel Whitcombe", "Amir Hussain", "David Unwin", "Sam Okafor"] {
                let browser = try await trust.client(name)
                let answer = try await browser.get("/")
                #expect(answer.status == .ok && answer.body.contains("<h1>Today</h1>"))
                #expect(answer.body.contains("\(today.weekday.name) \(today.long)"))
                let tag = try #require(answer.headers[.eTag])
                #expect(try await browser.get("/", headers: [.ifNoneMatch: tag]).status == .notModified)
            }
        }
    }

    @Test func whatWasTypedIsShownAndNotRun() {
        for sample in todaySamples {
            let text = sample.html().text
            #expect(!text.isEmpty && !text.contains("<script>"))
        }
    }
}

struct Unexpected: Error {}

extension Milestone {
    fileprivate var isBreak: Bool { if case .breaksUp = what { true } else { false } }
}
