import Kernel
import PlanRules
import Plans

/// What a plan of the large trust is about.
struct InventedChange: Sendable {
    struct Action: Sendable {
        let what: String
        let seen: String
        let looked: String
        let how: String
    }

    let topic: String
    let title: String
    let why: String
    let stops: String
    let sign: String
    let actions: [Action]

    func priority(_ actions: [PastAction]) -> PastPriority {
        PastPriority(
            PriorityInput(title: title, why: why, stops: stops),
            outcomes: [
                PastOutcome(OutcomeInput(horizon: .short, words: sign), criteria: ["Seen in eight of ten visits."])
            ],
            actions: actions)
    }

    static let all = [reading, questions, mornings, feedback]

    private static let reading = InventedChange(
        topic: "Reading", title: "Every pupil reads aloud to an adult each week",
        why: "The agreed judgement found pupils who had not been heard for a month.", stops: "The reading log.",
        sign: "No pupil is missed for more than a week.",
        actions: [
            Action(
                what: "Hear the pupils who are furthest behind first",
                seen: "They bring their book without being asked.",
                looked: "Who was heard this week, and who was not", how: "The list, and three pupils"),
            Action(
                what: "Give every adult ten minutes and six names", seen: "The ten minutes take place on a wet Friday.",
                looked: "Whether the ten minutes took place on all five days", how: "Asking six adults"),
        ])

    private static let questions = InventedChange(
        topic: "Questioning", title: "A second question for every first answer",
        why: "Pupils answer well and seldom have to think again.", stops: "Hands up for closed questions.",
        sign: "Teachers wait, and ask the same pupil again.",
        actions: [
            Action(
                what: "Plan three second questions into each lesson", seen: "Pupils wait for the second question.",
                looked: "Second questions in four lessons", how: "Short visits"),
            Action(
                what: "Visit one another in pairs", seen: "Pairs talk about questions, not about behaviour.",
                looked: "What pairs wrote down after their visits", how: "Reading six notes"),
        ])

    private static let mornings = InventedChange(
        topic: "Attendance", title: "Late mornings are followed up on the same day",
        why: "Families hear from us a week later, when nobody remembers the morning.", stops: "The weekly letter.",
        sign: "A family hears from somebody whom they know before noon.",
        actions: [
            Action(
                what: "Ring before ten with one open question", seen: "Calls are noted with what will be tried.",
                looked: "Calls of one day against the register of that day", how: "Two registers, two families"),
            Action(
                what: "Meet the ten families with most late mornings", seen: "Each family has agreed on one change.",
                looked: "What became of what each family agreed", how: "The notes of ten meetings"),
        ])

    private static let feedback = InventedChange(
        topic: "Feedback", title: "Pupils use feedback in the lesson in which they get it",
        why: "Books show advice that nobody came back to.", stops: "Written marking outside lessons.",
        sign: "Pupils can show what they changed and why.",
        actions: [
            Action(
                what: "Ten minutes in each lesson for acting on feedback",
                seen: "Pens are moving in those ten minutes.",
                looked: "Six books from each class: is the feedback acted on?", how: "Book look"),
            Action(
                what: "Choose one error of the class and teach it again", seen: "The error is rarer a week later.",
                looked: "The same error, a week apart", how: "Two sets of books"),
        ])
}

extension InventedChange.Action {
    func input(owner: SeatID, from starts: Day, to ends: Day) -> ActionInput {
        let text = ActionText(
            what: what, aspects: "The same in every room, and nothing beside it.", seen: seen,
            how: "One class begins; the others join after two weeks.", support: "An hour to plan it together.")
        return ActionInput(text, owner: owner, from: starts, to: ends, cost: Cost(halfDays: 4, pence: 12_000))
    }

    func check(by seat: SeatID, _ rhythm: CheckRhythm, from first: Day, to last: Day) -> CheckPlanInput {
        CheckPlanInput(
            looked: looked, how: how, seat: seat, rhythm: rhythm, first: first, last: last, days: [], version: 0)
    }
}
