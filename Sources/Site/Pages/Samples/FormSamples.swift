import Kernel
import Markup

private let refused = FieldErrors([
    ("refused-name", "Enter the school's name."), ("refused-reason", "Say in a sentence what the level rests on."),
    ("refused-phase", "Choose a phase."),
])

let formSamples: [Sample] = [
    Sample("Forms", "Buttons") {
        buttonRow(
            "\(button("Record check", .primary))\(button("Save as draft"))\(button("End this post", .warning))\(button("Leave until next time", .link))"
        )
            + buttonRow(
                "\(linkButton("Open an evaluation", to: "/evaluations/new", .primary))\(linkButton("Add a school", to: "/schools/new"))"
            )
            + "<div>Words around \(postButton("Reveal both", to: "/x", token: "t", .link)) a button.</div>"
    },
    Sample("Forms", "Fields") {
        textField(
            FormField("name", "School name", hint: "As it stands in the national register."), value: "Ashgrove Primary")
            + textField(FormField("urn", "URN"), value: "900123", kind: .number, width: .short)
            + textField(FormField("mail", "Email", isOptional: true), kind: .email, autocomplete: "email", width: .half)
            + textArea(
                FormField("reason", "Reason"), value: "Seen in two of three year groups.\nYear 5 still to visit.")
            + fileField(
                FormField("file", "Register file", hint: "The file as downloaded, up to 150 MB."), accept: ".csv")
    },
    Sample("Forms", "Refused, with the text kept") {
        errorSummary(refused)
            + textField(FormField("refused-name", "School name", hint: "As in the register.", errors: refused))
            + textArea(FormField("refused-reason", "Reason", errors: refused), value: Awkward.hostile)
            + radioGroup(
                FormField("refused-phase", "Phase", errors: refused),
                choices: [Choice("primary", "Primary"), Choice("secondary", "Secondary")], chosen: nil)
    },
    Sample("Forms", "Choices") {
        selectField(
            FormField("year", "Academic year"),
            choices: [Choice("2026", "2026 to 2027"), Choice("2027", "2027 to 2028")],
            chosen: "2026", nobody: nil)
            + radioGroup(
                FormField("window", "How often", hint: "It can be changed for later rounds."),
                choices: [
                    Choice("termly", "Every term", hint: "Six weeks from the first day of term."),
                    Choice("yearly", "Once a year"),
                ], chosen: "termly")
            + checkboxGroup(
                FormField("tools", "Tools"),
                choices: [
                    Choice("intent", "Curriculum intent"), Choice("teaching", "Teaching and learning"),
                    Choice("long", Awkward.long),
                ],
                chosen: ["intent"])
            + checkbox(FormField("agree", "The school has seen this"), isOn: true)
            + levelChoice(FormField("level", "Level"), levels: Given.levels, chosen: 3)
            + levelChoice(
                FormField("level-7", "Level of seven"),
                levels: LevelMark.scale(["Absent", "Begun", "Partial", "Usual", "Strong", "Embedded", "Shared"]),
                chosen: nil)
    },
    Sample("Forms", "Filter") {
        getForm(
            "/schools",
            "\(selectField(FormField("phase", "Phase"), choices: [Choice("primary", "Primary")], chosen: nil, nobody: "Every phase"))\(textField(FormField("q", "Name"), kind: .search))\(button("Show"))"
        )
            + filterChips(
                "Showing", [Chip("Primary", without: "/schools"), Chip(Awkward.hostile, without: Awkward.address)])
    },
]
