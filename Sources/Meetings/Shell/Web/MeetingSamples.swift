import Kernel
import Markup
import MeetingRules
import People
import Site

/// The pages of meetings: empty, planned, under way, over, missed, refused and with words that try to break out.
let meetingSamples: [Sample] =
    SampleMeetings().map { sample in
        (meetingPages(sample) + linePages(sample)).map { name, page in
            Sample("Meetings", name) { "<h2>\(page.title)</h2>\(errorSummary(page.errors))\(page.body)" }
        }
    } ?? []

private func meetingPages(_ sample: SampleMeetings) -> [(String, Page)] {
    let running = sample.seen(sample.meeting(sample.today, began: true))
    var over = sample.seen(sample.meeting(sample.today, held: true))
    over.summary = SummaryLine.Section.allCases.map { SummaryLine($0, SampleMeetings.hostile) }
    over.unsaid = ["\(MeetingLinks.promiseCard).words": SampleMeetings.hostile]
    var halfTyped = running
    halfTyped.unsaid = over.unsaid
    let typed = RefusedEntry(
        card: MeetingLinks.promiseCard,
        form: Form([("words", SampleMeetings.hostile), ("seat", ""), ("by", "2026-10-28")]),
        errors: FieldErrors([
            ("seat", "Choose who will do it."), ("by", "28 October 2026 is in the Autumn half-term break."),
        ]))
    let meetings: [(String, SeenMeeting, RefusedEntry?)] = [
        ("Before a meeting", sample.seen(sample.meeting(sample.today + 1)), nil),
        ("A moved meeting", sample.seen(sample.meeting(sample.today + 1, moved: SampleMeetings.hostile)), nil),
        ("A missed meeting", sample.seen(sample.meeting(sample.today - 5)), nil),
        ("During a meeting", running, nil), ("During a meeting, refused", halfTyped, typed),
        ("After a meeting", over, nil),
        ("A meeting called off", sample.seen(sample.meeting(sample.today, calledOff: SampleMeetings.hostile)), nil),
        ("A meeting, for a reader", sample.seen(sample.meeting(sample.today), as: .reader), nil),
    ]
    return meetings.map { ($0.0, MeetingPage(seen: $0.1, token: "token", refused: $0.2).page) } + [
        ("Two people changed the notes", NotesMergePage(seen: running, typed: "Mine", token: "token").page)
    ]
}

private func linePages(_ sample: SampleMeetings) -> [(String, Page)] {
    let meetings = [
        sample.meeting(sample.today + 14), sample.meeting(sample.today, moved: "Inspection"),
        sample.meeting(sample.today - 14, held: true), sample.meeting(sample.today - 28),
        sample.meeting(sample.today - 42, calledOff: "Illness"),
    ]
    let school = SchoolName(id: sample.line.line.place.school ?? SchoolID(bytes: []), name: "Willowbrook Academy")
    let listed = [ListedLine(line: sample.line, meetings: meetings.reversed(), openPromises: 2)]
    let seen = SeenLine(
        line: sample.line, standpoint: .inIt, mayArrange: true, meetings: meetings, page: 1, count: 60,
        promises: sample.seen(meetings[1]).promises, calendar: sample.calendar, today: sample.today)
    let wrong = FieldErrors([
        ("leader", "Choose who leads."), ("first", "22 November 2026 is a Sunday."),
        ("starts-at", "Enter a time of day, such as 15:10 or 3.10pm."),
    ])
    let choices = LineChoices(
        schools: [school], school: school, seats: sample.seen(meetings[1]).seats, departments: [:],
        calendar: sample.calendar, today: sample.today)
    let typed = LineForm(Form([("first", "2026-11-22"), ("starts-at", SampleMeetings.hostile)]))
    return [
        ("My line meetings", MeetingListPage(mine: mine(listed, [school], sample)).page),
        ("My line meetings, none yet", MeetingListPage(mine: mine([], [], sample)).page),
        ("A line", LinePage(seen: seen, token: "token").page),
        (
            "A school's lines",
            SchoolsLinesPage(seen: SchoolsLines(school: school, lines: listed, mayArrange: true, today: sample.today))
                .page
        ),
        ("Set up a line, refused", NewLinePage(choices: choices, form: typed, token: "token", errors: wrong).page),
    ]
}

private func mine(_ lines: [ListedLine], _ schools: [SchoolName], _ sample: SampleMeetings) -> MyLines {
    MyLines(lines: lines, schools: schools, mayArrange: true, today: sample.today)
}
