import Jobs
import Kernel
import Markup
import PeopleRules
import Site

private let moment = Instant(milliseconds: 1_795_253_400_000)
private var today: Day { moment.day }
private let token = "sample"
private let hostile = "<b>Mallory</b> & \"Sons\" O'Hare-Featherstonehaugh of the Extraordinarily Long Name"

private func id<Subject>(_ number: UInt8) -> ID<Subject> { ID(bytes: Array(repeating: 0, count: 15) + [number]) }

private func person(_ number: UInt8, _ name: String, lastDay: Day? = nil) -> Person {
    Person(
        id: id(number), version: 1, name: name, email: EmailAddress("person\(number)@birch.example")!, lastDay: lastDay)
}

private func line(_ number: UInt8, _ role: Role, _ place: String, to ends: Day = .openEnd) -> PostLine {
    let at: Place = role.level == .trust ? .trust : .school(id(number))
    return PostLine(
        Post(id: id(number), person: id(1), role: role, place: at, starts: today - 400, ends: ends), at: place)
}

private let lines = [
    line(1, .middleLeader, "English, Birch High School"), line(2, .governor, "Alder Primary School", to: today + 200),
]
private let places = [
    PlaceLine(.trust, "The whole trust"), PlaceLine(.school(id(1)), "Birch High School"),
    PlaceLine(.department(id(2), of: id(1)), "English, Birch High School"),
]

private func view(_ person: Person, _ posts: [PostLine], onlyOthersMay: String? = nil) -> PersonView {
    let event = PersonEvent(
        at: moment, who: "Ada Archer", verb: "post-given",
        words: "Governor, Alder Primary School, from 1 September 2026")
    return PersonView(
        person: person, hasPassword: onlyOthersMay == nil,
        invitation: Invitation(
            id: id(9), person: person.id, sent: moment.adding(seconds: -90_000),
            expires: moment.adding(seconds: 500_000)),
        browsers: onlyOthersMay == nil ? 2 : 0, posts: posts, places: places,
        mayEnd: Set(posts.prefix(1).map(\.post.id)), roles: Role.allCases,
        onlyOthersMay: onlyOthersMay, isSelf: false, history: [event], moment: moment)
}

private func list(_ people: [PersonLine], _ filter: PeopleFilter = PeopleFilter()) -> HTML {
    PeoplePage(
        view: PeopleView(
            filter: filter, people: people, hasMore: !people.isEmpty, schools: Array(places.dropFirst().prefix(1)),
            mayKeepJobs: true, today: today)
    ).page.body
}

private func listed(_ person: Person, _ posts: [PostLine], hasPassword: Bool = true) -> PersonLine {
    PersonLine(
        id: person.id, name: person.name, email: person.email, lastDay: person.lastDay, hasPassword: hasPassword,
        posts: posts)
}

let peopleSamples: [Sample] = doorSamples + listSamples + personSamples + jobSamples

private func linkPage(_ kind: Invitation.Kind) -> HTML {
    let (bea, sent) = (person(1, "Bea Brown"), moment.adding(seconds: -600))
    let link = Invitation(id: id(9), person: bea.id, kind: kind, sent: sent, expires: moment.adding(seconds: 6_600))
    guard let open = try? OpenInvitation(link, for: bea, mayStillInvite: true, at: moment) else { return .nothing }
    return InvitationPage(open: open, trustName: "Birch Trust", secret: "sample", token: token).page.body
}

private let doorSamples: [Sample] = [
    Sample("Sign-in", "Ordinary") { SignInPage(token: token, next: "/").page.body },
    Sample("Sign-in", "Refused") {
        SignInPage(
            token: token, next: "/", email: "person1@birch.example",
            errors: FieldErrors([("password", "That address and password do not go together here.")])
        ).page.body
    },
    Sample("Sign-in", "On a demo") {
        let people = [
            DemoPerson(id: id(1), name: "Ada Archer", post: "Administrator", place: "Birch Trust"),
            DemoPerson(id: id(2), name: hostile, post: "Headteacher", place: "Birch High School"),
        ]
        return SignInPage(token: token, next: "/", demo: people).page.body
    },
    Sample("Sign-in", "Invitation") {
        linkPage(.invited)
    },
    Sample("Sign-in", "Link of a letter about a forgotten password") { linkPage(.forgotten) },
    Sample("Sign-in", "Forgotten password") { ForgottenPage(token: token, isMailed: true).page.body },
    Sample("Sign-in", "Forgotten password, refused") {
        ForgottenPage(
            token: token, isMailed: true, email: "bea",
            errors: FieldErrors([("email", "Enter an email address in the form name@school.example.")])
        ).page.body
    },
    Sample("Sign-in", "Forgotten password, letter on its way") { ForgottenPage.sent.body },
    Sample("Sign-in", "Forgotten password where no mail is set up") {
        ForgottenPage(token: token, isMailed: false).page.body
    },
    Sample("Sign-in", "First use, refused") {
        FirstUsePage(
            token: token, trust: "Birch Trust", name: "Ada Archer", email: "ada",
            errors: FieldErrors([("email", "Enter an email address in the form name@school.example.")])
        ).page.body
    },
    Sample("Sign-in", "Your own page") {
        let life = SessionLife(started: moment.adding(seconds: -7_200), seen: moment)
        let sessions = [
            SessionLine(
                id: id(1), life: life, browser: "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0", address: "192.0.2.7",
                isThisOne: true),
            SessionLine(id: id(2), life: life, browser: "", address: "2001:db8::7", isThisOne: false),
        ]
        let me = Me(person: person(1, "Bea Brown"), posts: lines, sessions: sessions, hasPassword: true)
        return MePage(me: me, token: token).page.body
    },
    Sample("Sign-in", "Your own page, without post or password") {
        MePage(me: Me(person: person(1, hostile), posts: [], sessions: [], hasPassword: false), token: token).page.body
    },
]

private let listSamples: [Sample] = [
    Sample("People", "List of none") {
        var filter = PeopleFilter()
        (filter.text, filter.role) = ("zz", .chair)
        return list([], filter)
    },
    Sample("People", "List of three") {
        list([
            listed(person(1, "Bea Brown"), lines), listed(person(2, hostile), [], hasPassword: false),
            listed(person(3, "Cal Cole", lastDay: today - 4), []),
        ])
    },
    Sample("People", "Somebody new") {
        NewPersonPage(choices: PostChoices(roles: Role.allCases, places: places, today: today), token: token).page.body
    },
    Sample("People", "Invited") {
        let link = "https://birch.example/invitations/" + String(repeating: "0a", count: 32)
        return InvitedPage(person: id(1), name: hostile, link: link, until: moment, isMailed: false).page.body
    },
]

private let personSamples: [Sample] = [
    Sample("People", "One person") { PersonPage(view: view(person(1, "Bea Brown"), lines), token: token).page.body },
    Sample("People", "One person, a last day refused") {
        PersonPage(
            view: view(person(1, hostile), lines), token: token,
            errors: FieldErrors([("last-day", "This post ends on 21 November 2026 already.")]),
            typed: .lastDay("2026-12-24", of: lines[0].post.id)
        ).page.body
    },
    Sample("People", "One person, leaving, kept by others") {
        PersonPage(
            view: view(
                person(1, "Cal Cole", lastDay: today + 4), [],
                onlyOthersMay: "Cal Cole holds posts that you do not give. An administrator of the trust can do this."),
            token: token
        ).page.body
    },
    Sample("People", "Seeing somebody out") {
        let colleagues = [Colleague(name: hostile, email: EmailAddress("person2@birch.example")!)]
        return LeavingPage(
            view: LeavingView(person: person(1, "Bea Brown"), duties: lines, colleagues: colleagues, today: today),
            token: token
        ).page.body
    },
    Sample("People", "Seeing somebody out who has no duties") {
        LeavingPage(
            view: LeavingView(person: person(1, "Bea Brown"), duties: [], colleagues: [], today: today), token: token
        ).page.body
    },
]

private let jobSamples: [Sample] = [
    Sample("Jobs", "Nothing waits") {
        JobsPage(
            view: JobsView(counts: JobCounts(waiting: 0, running: 0, failed: 0), lines: [], moment: moment),
            token: token
        ).page.body
    },
    Sample("Jobs", "In every state") {
        let states: [JobLine.State] = [
            .failed(at: moment.adding(seconds: -600)), .running(until: moment.adding(seconds: 200)),
            .waiting(until: moment), .waiting(until: moment.adding(seconds: 3_600)),
        ]
        let jobs = states.enumerated().map { index, state in
            JobLine(
                id: id(UInt8(index)), kind: "people.write-invitation", turn: .awaitedLetter,
                asked: moment.adding(seconds: -90_000 * (index + 1)), state: state, tries: index == 0 ? 10 : index,
                lastError: index == 0 ? "The folder <mail> cannot be written." : "")
        }
        return JobsPage(
            view: JobsView(
                counts: JobCounts(waiting: 2, running: 1, failed: 1), lines: jobs, moment: moment,
                pause: MailPause(until: moment.adding(seconds: 240), reason: "451 4.7.1 Too many letters <an hour>")),
            token: token
        ).page.body
    },
    Sample("Jobs", "After a backup was restored") {
        let restored = moment.adding(seconds: -3_600)
        let jobs = [-600_000, 60].enumerated().map { index, age in
            JobLine(
                id: id(UInt8(index)), kind: "people.write-invitation", turn: .awaitedLetter,
                asked: restored.adding(seconds: age), state: .waiting(until: restored), tries: 0, lastError: "")
        }
        return JobsPage(
            view: JobsView(
                counts: JobCounts(waiting: 2, running: 0, failed: 0), lines: jobs, moment: moment,
                atRest: LettersAtRest(since: restored, waiting: 1, oldest: jobs[0].asked)), token: token
        ).page.body
    },
]
