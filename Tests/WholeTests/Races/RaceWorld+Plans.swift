import App
import Database
import Kernel
import MeetingRules
import Meetings
import People
import PeopleRules
import PlanRules
import Plans
import Schools
import TestKit

extension Willowbrook {
    /// A plan with one of each part and a weekly check, taken as far as the scene wants. What is to be revised belongs to the
    /// school, so that the department's draft may answer it.
    func plan(_ scene: Scene) async throws -> RaceWorld.Planned {
        let isSchools = scene == .revised
        let id = try await draft(
            isSchools ? .school : .department, at: isSchools ? .school(academy) : english)
        let priority = try await addPriority(to: id)
        _ = try await addOutcome(to: priority, of: id)
        let action = try await addAction(to: priority, of: id)
        let plan = try await database.read { try $0.plan(id) }
        let input = CheckPlanInput(
            looked: "Three lessons", how: "Ten minutes each", seat: headOfEnglish.seats[0], rhythm: .weekly,
            first: plan.plan.starts, last: plan.plan.starts + 42, days: [], version: 0)
        let series = try await planCheck(input, for: .action(action), of: id, by: head, in: database)
        if scene != .draft { try await submitPlan(id, by: head, in: database) }
        let approver = isSchools ? liaison : deputy
        if ![.draft, .submitted].contains(scene) { try await approvePlan(id, by: approver, in: database) }
        if [.live, .revised].contains(scene) { try await putPlanLive(id, by: head, in: database) }
        let look = try await database.read { tx in
            try tx.first("SELECT id FROM impact_check WHERE plan_id = \(id) ORDER BY due_on") { try $0[0] as CheckID }
        }
        return RaceWorld.Planned(
            id: id, starts: plan.plan.starts, ends: plan.plan.ends, priority: priority, action: action,
            criterion: plan.written.priorities[0].outcomes[0].criteria[0].id, series: series, look: look)
    }

    func approvedRevision(of plan: PlanID) async throws -> PlanID {
        let revision = try await revisePlan(plan, by: head, in: database)
        try await submitPlan(revision, by: head, in: database)
        try await approvePlan(revision, by: liaison, in: database)
        return revision
    }

    /// A weekly line that meets today and has begun, with an item and a promise, and one that is about to.
    func meetings(from today: Day, _ later: Day) async throws -> [Scene: RaceWorld.Met] {
        var made: [Scene: RaceWorld.Met] = [:]
        for (scene, member) in [(Scene.running, headOfEnglish), (.planned, actor("Lucy Fenn"))] {
            let times = TimesInput(rhythm: .weekly, first: today, startsAt: "15:10", minutes: 30)
            let input = LineInput(school: academy, leader: deputy.seats[0], member: member.seats[0], times: times)
            let line = try await setUpLine(input, by: head, in: database)
            let meetings = try await readLine(line, for: deputy, in: database).meetings.reversed().map(\.id)
            let item = try await addItem("Timetable", to: meetings[0], by: deputy, in: database)
            var met = RaceWorld.Met(line: line, first: today, meeting: meetings[0], next: meetings[1], item: item)
            if scene == .running {
                try await beginMeeting(meetings[0], by: deputy, in: database)
                let promise = PromiseInput(words: "Find a room", seat: member.seats[0], by: later)
                met.promise = try await recordPromise(promise, in: meetings[0], by: deputy, in: database)
            }
            made[scene] = met
        }
        return made
    }

    /// A day on which something is looked at.
    func closing(_ plan: RaceWorld.Planned) async throws -> RaceWorld.Closing {
        try await database.read { [testDay] tx in
            let day = try tx.first(
                "SELECT due_on FROM open_check WHERE plan_id = \(plan.id) AND due_on > \(testDay + 3) ORDER BY due_on"
            ) { try $0[0] as Day }!
            let startsIn = day.month >= 8 ? day.year : day.year - 1
            let version = try tx.first("SELECT version FROM academic_year WHERE starts_in = \(startsIn)") {
                try $0[0] as Int
            }!
            return RaceWorld.Closing(day: day, startsIn: startsIn, version: version)
        }
    }

    /// - Returns: the fingerprint of what closing the day moves.
    func moves(_ closing: RaceWorld.Closing) async throws -> String? {
        do {
            try await markDay(
                MarkedDay(closing.day, .closed, "Snow"), in: closing.startsIn, version: closing.version,
                by: administrator,
                following: .all(checksFollowTheCalendar, meetingsFollowTheCalendar), in: database)
            return nil
        } catch let unseen as CalendarMovesUnseen {
            return unseen.fingerprint
        }
    }

    /// Two with a post of their own, a second administrator, the posts of both, and a place with a vacant seat.
    func peopleInEveryState(_ today: Day) async throws -> ([PersonID], [PostID], Place) {
        let vacant = Place.department(trust.departments["4 Mathematics"]!, of: academy)
        func add(_ name: String, _ role: Role, _ place: Place) async throws -> PersonID {
            let details = try PersonDetails(
                name: name, email: name.lowercased().replacing(" ", with: ".") + "@willowbrook.example")
            let post = PostInput(role: role, place: place, starts: today)
            let added = try await addPerson(details, first: post, by: administrator, in: database)
            return added.person.id
        }
        let people = [
            try await add("Pat One", .staff, english), try await add("Pat Two", .staff, english),
            try await add("Pat Three", .administrator, .trust), try await add("Pat Four", .middleLeader, english),
        ]
        // Whoever led here left, and nobody took the seat up.
        let leaving = LeavingInput(lastDay: today - 1, successor: nil, handed: [])
        try await handOver(leaving, from: actor("Lucy Fenn").person, by: administrator, in: database)
        let posts = try await database.read { [administrator] tx in
            try [administrator.person, people[2]].map { try tx.posts(of: $0, lasting: today)[0].id }
        }
        return (people, posts, vacant)
    }
}
