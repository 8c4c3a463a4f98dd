import PlanRules

extension DemoPlan {
    static let primary = [
        oakfieldPlan, oakfieldEarlyYears, brideMathematics, marshReading, riversideWriting, beaconVoice, northgateFirst,
    ]

    private static let oakfieldPlan = DemoPlan(
        school: 0, kind: .school, title: "Oakfield improvement plan", course: .live, writer: "Helen Marsh",
        approver: "Tom Bexley", tool: "teaching-and-learning", green: 0.95,
        priorities: [
            Priority(
                title: "Talk that makes pupils think again",
                why: "Pupils answer well; they seldom change their minds because of what another said.",
                stops: "Display boards changed every half term.",
                outcomes: [
                    Outcome(
                        horizon: .short, words: "Teachers ask a second question of the same pupil.",
                        criteria: ["Seen in eight of ten short visits across the school."]),
                    Outcome(
                        horizon: .long, words: "Pupils build on one another without being asked.",
                        criteria: ["Heard in each year group in the summer term."]),
                ],
                actions: [
                    Action(
                        what: "Pairs of teachers visit each other for the second question",
                        aspects: "Ten minutes; one thing is noted, nothing is graded.",
                        seen: "Pupils wait for the second question.", how: "Every pair once in three weeks.",
                        owner: "Owen Price", supporter: "Helen Marsh", halfDays: 9,
                        check: Check(
                            looked: "What pairs noted, and two visits of my own", how: "Short visits", by: "Owen Price",
                            rhythm: .halfTermly))
                ])
        ])

    private static let oakfieldEarlyYears = DemoPlan(
        school: 0, department: "Early years", kind: .department, title: "Early years plan", course: .live,
        writer: "Jo Tindall", approver: "Owen Price", tool: "curriculum-intent", green: 0.9,
        priorities: [
            Priority(
                title: "New words live on after story time",
                why: "Children meet good words at the carpet and do not use them at play.",
                stops: "The word of the day chart.", answers: "Talk that makes pupils think again",
                outcomes: [
                    Outcome(
                        horizon: .short, words: "Adults use the week's words while children play.",
                        criteria: ["In three visits a week, each adult is heard to use two of them."])
                ],
                actions: [
                    Action(
                        what: "Choose six words for each book and plan where they return",
                        aspects: "Words that children can act out or build.",
                        seen: "Children use them with one another.", how: "Friday planning, twenty minutes.",
                        owner: "Jo Tindall", supporter: "Owen Price", halfDays: 2, pounds: 120,
                        check: Check(
                            looked: "Which of last week's words children use at play", how: "Listening for ten minutes",
                            by: "Jo Tindall", rhythm: .fortnightly))
                ])
        ])

    private static let brideMathematics = DemoPlan(
        school: 1, kind: .school, title: "St Bride's improvement plan", course: .live, writer: "Father Paul Devlin",
        approver: "Tom Bexley", tool: "teaching-and-learning", green: 0.65, missed: 1,
        priorities: [
            Priority(
                title: "Number facts known by heart by the end of Year 4",
                why: "Pupils understand multiplication and count on their fingers while they do it.",
                stops: "The weekly times-tables sheet for homework.",
                outcomes: [
                    Outcome(
                        horizon: .medium, words: "Year 4 recalls the tables in both directions.",
                        criteria: ["Nine in ten pupils answer twenty of twenty-five in the spring check."])
                ],
                actions: [
                    Action(
                        what: "Six minutes of recall in every lesson", aspects: "Old facts twice as often as new ones.",
                        seen: "Hands are still, answers are quick.", how: "One routine in all classes.",
                        owner: "Father Paul Devlin", supporter: "Beth Larkin", halfDays: 3, pounds: 240,
                        check: Check(
                            looked: "Ten facts asked of six pupils in each class", how: "Asking them",
                            by: "Father Paul Devlin", rhythm: .halfTermly))
                ])
        ])

    private static let marshReading = DemoPlan(
        school: 2, kind: .targeted, title: "Early reading", course: .live, writer: "Nadia Rahman",
        approver: "Tom Bexley", tool: "behaviour-and-attitudes", green: 0.35, missed: 2,
        priorities: [
            Priority(
                title: "Every child in Reception is heard reading each week",
                why: "Eleven children had not read to an adult for three weeks when we looked.",
                stops: "Reading diaries that nobody reads.",
                outcomes: [
                    Outcome(
                        horizon: .short, words: "No child is missed for more than a week.",
                        criteria: ["The record shows every child, every week, for six weeks."])
                ],
                actions: [
                    Action(
                        what: "A list of whom to hear on which day",
                        aspects: "Those who are furthest behind are heard first and twice.",
                        seen: "Children bring their book without being asked.", how: "Two adults, ten minutes a child.",
                        support: "Oakfield's early years lead visits twice.", owner: "Sian Howells",
                        supporter: "Nadia Rahman", halfDays: 10,
                        check: Check(
                            looked: "Who was heard this week, and who was not", how: "The list, and three children",
                            by: "Nadia Rahman", rhythm: .weekly))
                ])
        ])

    private static let riversideWriting = DemoPlan(
        school: 3, kind: .school, title: "Riverside improvement plan", course: .live, writer: "Peter Quinn",
        approver: "Tom Bexley", tool: "teaching-and-learning", green: 0.55, missed: 1,
        priorities: [
            Priority(
                title: "Sentences before stories",
                why: "Pupils write long and lively pieces in which few sentences stand.",
                stops: "The weekly extended write in Years 3 and 4.",
                outcomes: [
                    Outcome(
                        horizon: .medium, words: "Pupils hear whether a sentence is whole, and mend it.",
                        criteria: ["Five of six pupils asked mend three broken sentences out of four."])
                ],
                actions: [
                    Action(
                        what: "Ten minutes of sentence work each day", aspects: "Spoken first, then written.",
                        seen: "Pupils read their sentence aloud before they go on.",
                        how: "From one bank of sentences, made in the summer.", owner: "Peter Quinn", halfDays: 4,
                        check: Check(
                            looked: "Six books from two years, the last three pieces", how: "Book look",
                            by: "Peter Quinn", rhythm: .halfTermly))
                ])
        ])

    private static let beaconVoice = DemoPlan(
        school: 6, kind: .school, title: "The Beacon improvement plan", course: .live, writer: "Fiona Grant",
        approver: "Aisha Karim", tool: "inclusion", green: 1,
        priorities: [
            Priority(
                title: "Each pupil's way of saying no is known",
                why: "Three adults new to a class read the same sign in three ways.",
                stops: "The long profile that nobody opens.",
                outcomes: [
                    Outcome(
                        horizon: .short, words: "A page for each pupil, in the room where it is needed.",
                        criteria: ["Ten pages asked for at random are there and right."])
                ],
                actions: [
                    Action(
                        what: "Film, watch and write it down together", aspects: "With the family in the room.",
                        seen: "A new adult stops at the first sign.", how: "Four pupils in a fortnight.",
                        owner: "Leo Matthews", supporter: "Fiona Grant", halfDays: 12,
                        check: Check(
                            looked: "What a supply teacher does with two pupils",
                            how: "Watching for a quarter of an hour",
                            by: "Leo Matthews", rhythm: .halfTermly))
                ])
        ])

    private static let northgateFirst = DemoPlan(
        school: 7, kind: .school, title: "Northgate's first year in the trust", course: .draft,
        writer: "Anton Reyes", approver: "Aisha Karim", tool: "inclusion", green: 0,
        priorities: [
            Priority(
                title: "Know the school before changing it",
                why: "Nothing has been judged together yet.",
                stops: "The inherited action plan of forty lines.",
                outcomes: [
                    Outcome(
                        horizon: .short, words: "Three tools judged jointly by the spring.",
                        criteria: ["Three evaluations agreed and signed."])
                ],
                actions: [
                    Action(
                        what: "A joint walk each fortnight", aspects: "Head and liaison, the same hour, one question.",
                        seen: "Both write the same thing down.", how: "Two hours, one phase at a time.",
                        owner: "Anton Reyes", halfDays: 6,
                        check: Check(
                            looked: "What both wrote down after the walk", how: "Comparing two notes",
                            by: "Anton Reyes",
                            rhythm: .fortnightly))
                ])
        ])
}
