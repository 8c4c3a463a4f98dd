import Kernel
import Markup
import NoticeRules
package import Site

/// Today in its three states, and with words that try to break it.
package let todaySamples: [Sample] = [
    Sample("Today", "Full") { shown(.waiting(TodayView.Waiting(sampleDue, on: sampleDay))) },
    Sample("Today", "Empty, and what comes next") {
        shown(
            .nothing(
                next: sampleDue.last,
                milestones: [
                    Milestone(
                        day: sampleDay + 32,
                        what: .breaksUp(Window("Christmas holiday", sampleDay + 32, sampleDay + 47)))
                ]))
    },
    Sample("Today", "Empty, with nothing known to come") { shown(.nothing(next: nil, milestones: [])) },
    Sample("Today", "In a holiday") {
        shown(.quiet(QuietDay(name: "Christmas holiday", until: sampleDay + 12, back: sampleDay + 13)))
    },
    Sample("Today", "On a closed day") {
        shown(.quiet(QuietDay(name: "Polling station", until: sampleDay, back: nil)))
    },
]

/// A Tuesday.
private let sampleDay = Day(number: 20_774)

private func shown(_ state: TodayView.State) -> HTML {
    TodayPage(view: TodayView(today: sampleDay, week: "week 4 of Autumn 2", state: state), token: "sample").page.body
}

private let sampleDue: [Due] = [
    Due(
        Waiting(
            id: "check-1", kind: .check, title: "Six books from each class: is the feedback acted on?",
            place: "English, Willowbrook Academy", day: sampleDay - 19, until: sampleDay - 15, address: "/checks/1"),
        form: { token in postButton("Record check", to: "/checks/1", token: token, .primary) }),
    Due(
        Waiting(
            id: "approval-1", kind: .approval, title: "Reading at Key Stage 3", place: "English, Willowbrook Academy",
            day: sampleDay - 3, address: "/plans/1"),
        form: { token in
            postForm(
                "/plans/1/approval", token: token,
                "\(textField(FormField("words", "In words", isOptional: true)))\(buttonRow(button("Approve")))")
        }),
    Due(
        Waiting(
            id: "promise-1", kind: .promise, title: "<script>alert('send the rota')</script> to Kate",
            place: "Line meeting with Kate Brennan", day: sampleDay, until: sampleDay + 3, address: "/meetings/1")),
    Due(
        Waiting(
            id: "meeting-1", kind: .meeting, title: "Line meeting with Amir Hussain", place: "Willowbrook Academy",
            day: sampleDay + 2, clock: "15:10", minutes: 30, address: "/meetings/2")),
    Due(
        Waiting(
            id: "judgement-1", kind: .judgement,
            title: String(repeating: "Curriculum intent and its long name ", count: 5),
            place: "Willowbrook Academy", day: sampleDay + 3, until: sampleDay + 24, address: "/evaluations/1")),
]
