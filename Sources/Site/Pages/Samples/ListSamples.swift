import Markup

private let schools: [[HTML]] = [
    ["<a href=\"/schools/1\">Ashgrove Primary</a>", categoryTag("Secure", .diamond), "Ages 3 to 11", "412", "2.6"],
    [
        "<a href=\"/schools/2\">Blackthorn Academy</a>", categoryTag("Attention needed", .triangle), "Ages 11 to 18",
        "1,204", "1.9",
    ],
    ["<a href=\"/schools/3\">\(Awkward.long)</a>", categoryTag("Strong", .circle), "Ages 4 to 7", "96", "3.4"],
]

private let columns = [
    Column("School"), Column("Category"), Column("Phase"), Column.number("Pupils"), Column.number("Mean level"),
]

let listSamples: [Sample] = [
    Sample("Lists", "Summary") {
        summaryList([
            SummaryRow("School", "Ashgrove Primary", change: ("Change", "/x")),
            SummaryRow("Window", "Autumn term 2026, 2 November to 11 December", change: ("Change", "/x")),
            SummaryRow("Tools", "Curriculum intent<br>Inclusion"),
            SummaryRow("Note", HTML(Awkward.hostile)),
        ])
    },
    Sample("Lists", "Tasks") {
        taskList([
            TaskRow("Ambition", address: "/a", hint: "6 of 6 judged", status: tag("Done", .good)),
            TaskRow("Sequence", address: "/b", hint: "4 of 11 judged, 1 left until next time", status: tag("Going on")),
            TaskRow(
                "Agree together", address: nil, hint: "When both have judged",
                status: "<span class=\"soft\">Cannot start yet</span>"),
        ])
    },
    Sample("Lists", "Table that scrolls") { dataTable("Schools by mean level", columns, schools) },
    Sample("Lists", "Table that stacks on a phone") { dataTable("Schools", columns, schools, layout: .stacking) },
    Sample("Lists", "Table without rows") {
        dataTable(
            "Departments", columns, [],
            empty: emptyState(
                "No departments yet. A department is a subject, a year group or a team that judges itself.",
                firstStep: linkButton("Add the first department", to: "/departments/new")))
    },
    Sample("Lists", "Pages of a list") { pagination(page: 2, of: 7) { "/schools?page=\($0)" } },
]
