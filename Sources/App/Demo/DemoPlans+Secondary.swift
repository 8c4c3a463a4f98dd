import PlanRules

extension DemoPlan {
    static let secondary = [
        academyPlan, academyMathematics, academyEnglishLastYear, hartleyPlan, hartleyRapid, hartleyEnglish,
    ]

    private static let academyPlan = DemoPlan(
        school: 4, kind: .school, title: "Willowbrook Academy improvement plan", course: .live,
        writer: "James Oyelaran", approver: "Aisha Karim", tool: "inclusion", green: 0.6, missed: 1,
        priorities: [
            Priority(
                title: "Adaptations planned in the department, not improvised in the lesson",
                why: "In half of the lessons we visited, pupils with plans got the same sheet in a larger font.",
                stops: "The weekly form on which teachers list every adaptation they made.",
                outcomes: [
                    Outcome(
                        horizon: .short, words: "Each department has adapted its next two units.",
                        criteria: ["Two units in each of five departments show what changes for whom and why."]),
                    Outcome(
                        horizon: .medium, words: "Pupils with plans say that lessons fit them.",
                        criteria: ["Four in five pupils in the voice group can name what helps them."]),
                ],
                actions: [
                    Action(
                        what: "Plan adaptations for the next unit together in department time",
                        aspects: "The SENCO is in the room; one pupil is thought through from start to end.",
                        seen: "Units name the barrier first and the adaptation second.",
                        how: "Three department meetings each half term, on the units that come next.",
                        support: "The Beacon School sends a teacher to the first meeting.",
                        owner: "Kate Brennan", supporter: "James Oyelaran", halfDays: 6,
                        check: Check(
                            looked: "The next unit of three departments, beside the books of four pupils",
                            how: "Book look of forty minutes with the head of department", by: "Kate Brennan",
                            rhythm: .halfTermly)),
                    Action(
                        what: "Teaching assistants read the unit before it begins",
                        aspects: "Paid time; a question to answer for each unit.",
                        seen: "Assistants ask questions instead of giving answers.",
                        how: "Half an hour on Mondays, before registration.", owner: "Kate Brennan", halfDays: 4,
                        pounds: 3_600,
                        check: Check(
                            looked: "What assistants say to pupils in ten minutes of a lesson",
                            how: "Two short visits", by: "Kate Brennan", rhythm: .fortnightly)),
                ]),
            Priority(
                title: "Every pupil who reads below age ten is taught to read",
                why: "Sixty pupils in Years 7 to 9 read below a reading age of ten, and no lesson mends it.",
                stops: "Tutor-time quizzes on Tuesdays and Thursdays.",
                outcomes: [
                    Outcome(
                        horizon: .medium, words: "The group is smaller and its members read more.",
                        criteria: [
                            "At least thirty of the sixty gained a year in two terms.",
                            "Loans by the group doubled since September.",
                        ])
                ],
                actions: [
                    Action(
                        what: "Three phonics groups at the start of the day", aspects: "The same adult, every day.",
                        seen: "Pupils come on time and blend without being asked.",
                        how: "Twenty minutes, four days a week, in the library.", owner: "James Oyelaran",
                        halfDays: 10, pounds: 5_200,
                        check: Check(
                            looked: "Attendance at the groups and the sounds each pupil has learnt",
                            how: "The groups' record, and listening to three pupils", by: "James Oyelaran",
                            rhythm: .halfTermly))
                ]),
        ])

    private static let academyMathematics = DemoPlan(
        school: 4, department: "Mathematics", kind: .department, title: "Mathematics plan", course: .live,
        writer: "Lucy Fenn", approver: "Kate Brennan", tool: "curriculum-intent", green: 0.75,
        priorities: [
            Priority(
                title: "Fractions are taught in one order by everybody",
                why: "Year 9 classes meet division of fractions before their equivalence in three rooms of seven.",
                stops: "The Friday starter that each teacher makes alone.",
                answers: "Adaptations planned in the department, not improvised in the lesson",
                outcomes: [
                    Outcome(
                        horizon: .short, words: "One sequence for Years 7 to 9, agreed and in use.",
                        criteria: ["Seven of seven teachers teach from the sequence in the weeks we look."]),
                    Outcome(
                        horizon: .long, words: "Pupils explain why a method works.",
                        criteria: ["In each class four of six pupils asked explain a division by a fraction."]),
                ],
                actions: [
                    Action(
                        what: "Write the sequence with what each step needs and prepares",
                        aspects: "Common misreadings are named at each step.",
                        seen: "A new teacher can say what came before and what comes next.",
                        how: "Two afternoons, then one step a week in department time.", owner: "Lucy Fenn",
                        supporter: "Kate Brennan", halfDays: 4,
                        check: Check(
                            looked: "Six pupils' books from three classes at the same step", how: "Book look",
                            by: "Lucy Fenn", rhythm: .fortnightly))
                ])
        ])

    private static let academyEnglishLastYear = DemoPlan(
        school: 4, department: "English", kind: .department, title: "English plan", course: .archived,
        writer: "Amir Hussain", approver: "Kate Brennan", tool: "curriculum-intent", green: 0.8,
        priorities: [
            Priority(
                title: "Whole texts in Year 8",
                why: "Pupils met eleven extracts in a year and finished no book.",
                stops: "The extract anthology.",
                outcomes: [
                    Outcome(
                        horizon: .medium, words: "Every class reads two whole novels in the year.",
                        criteria: ["Each class has finished its first novel by the end of the autumn term."])
                ],
                actions: [
                    Action(
                        what: "Choose two novels and plan what each teaches",
                        aspects: "What pupils know about story before and after is written down.",
                        seen: "Pupils speak about the whole book and not about the chapter of the day.",
                        how: "A department afternoon, then lessons planned in pairs.", owner: "Amir Hussain",
                        supporter: "Kate Brennan", halfDays: 3, pounds: 1_480,
                        check: Check(
                            looked: "What pupils of three classes say about the novel they read", how: "Pupil voice",
                            by: "Amir Hussain", rhythm: .halfTermly))
                ])
        ])

    private static let hartleyPlan = DemoPlan(
        school: 5, kind: .school, title: "Hartley High improvement plan", course: .live, writer: "Rachel Stone",
        approver: "Daniel Whitcombe", tool: "behaviour-and-attitudes", green: 0.25, missed: 3,
        priorities: [
            Priority(
                title: "Lessons start calmly and at once",
                why: "The first ten minutes of a lesson are lost in most corridors, and pupils say so themselves.",
                stops: "Whole-school assemblies about behaviour.",
                outcomes: [
                    Outcome(
                        horizon: .short, words: "Pupils are in the room and at work within three minutes.",
                        criteria: ["Timed on five corridors in three weeks, nine in ten lessons begin in time."])
                ],
                actions: [
                    Action(
                        what: "One way of entering a room, rehearsed in every class",
                        aspects: "The task is on the board before the door opens.",
                        seen: "Pupils begin to write before the register is taken.",
                        how: "Rehearsed in the first week after each holiday.", owner: "Rachel Stone",
                        supporter: "Mark Ellery", halfDays: 5,
                        check: Check(
                            looked: "The first five minutes of lessons on two corridors", how: "A walk with a watch",
                            by: "Mark Ellery", rhythm: .weekly)),
                    Action(
                        what: "Leaders on the corridors between lessons",
                        aspects: "The same place every day, so that pupils know who is there.",
                        seen: "Fewer pupils late, none waiting outside.", how: "A rota of six, changed each half term.",
                        owner: "Mark Ellery", halfDays: 12,
                        check: Check(
                            looked: "Late marks by corridor", how: "The register's figures of the last two weeks",
                            by: "Mark Ellery", rhythm: .fortnightly)),
                ])
        ])

    private static let hartleyRapid = DemoPlan(
        school: 5, kind: .rapid, title: "Attendance in six weeks", course: .live, writer: "Rachel Stone",
        approver: "Daniel Whitcombe", tool: "behaviour-and-attitudes", green: 0.4, missed: 1,
        priorities: [
            Priority(
                title: "The forty pupils who miss most come back",
                why: "Forty pupils account for a third of all absence.",
                stops: "The weekly attendance assembly.",
                outcomes: [
                    Outcome(
                        horizon: .short, words: "Each of the forty has somebody who knocks.",
                        criteria: ["Thirty of the forty attend four days or more in the sixth week."])
                ],
                actions: [
                    Action(
                        what: "A call before nine and a visit before eleven",
                        aspects: "Always the same adult for a family.",
                        seen: "Families answer, and tell us why.", how: "Two adults with a car, a list each morning.",
                        owner: "Mark Ellery", supporter: "Rachel Stone", halfDays: 8, pounds: 900,
                        check: Check(
                            looked: "Days attended by the forty last week", how: "The register", by: "Mark Ellery",
                            rhythm: .weekly)),
                    Action(
                        what: "Meet families of the ten with the least days",
                        aspects: "One thing the school will do is agreed first.",
                        seen: "A note of one thing on both sides.", how: "At school or at home, two a week.",
                        owner: "Rachel Stone", halfDays: 5,
                        check: Check(
                            looked: "What was agreed with whom, and whether we did our part", how: "The notes",
                            by: "Rachel Stone", rhythm: .weekly)),
                ])
        ],
        blockages: [
            ("No car for visits on Wednesdays", "Daniel Whitcombe"),
            ("The register's export arrives after ten o'clock", "Rachel Stone"),
        ])

    private static let hartleyEnglish = DemoPlan(
        school: 5, department: "English", kind: .targeted, title: "Writing at length in Year 9", course: .submitted,
        writer: "Tara Singh", approver: "Aisha Karim", tool: "curriculum-intent", green: 0,
        priorities: [
            Priority(
                title: "Pupils write a full page once a week",
                why: "Most books hold no piece longer than eight lines since September.",
                stops: "Half of the gap-fill sheets.",
                outcomes: [
                    Outcome(
                        horizon: .short, words: "Every pupil has written four full pieces.",
                        criteria: ["Books of eight pupils in each class show four pieces with a second draft."])
                ],
                actions: [
                    Action(
                        what: "One lesson a week for planning, writing and a second draft",
                        aspects: "The model text is read first; talk comes before writing.",
                        seen: "Pupils start without asking how long it must be.", how: "The same lesson in each class.",
                        support: "The Academy’s head of English brings two model texts.",
                        owner: "Tara Singh", supporter: "Mark Ellery", halfDays: 2,
                        check: Check(
                            looked: "Eight books of each class", how: "Book look with the second in department",
                            by: "Tara Singh", rhythm: .halfTermly))
                ])
        ])
}
