/// Reasons as leaders write them: what was seen, where, how many of how many. Nobody is named.
enum DemoWords {
    static func reason(level: Int, evidence: String, lots: DemoClock) -> String {
        let opening = lots.pick([
            "Seen in \(lots.pick(2..<6)) of \(lots.pick(6..<9)) \(evidence)", "From this term's \(evidence)",
            "Looked at together in \(evidence)", "From \(evidence) in three year groups",
        ])
        return "\(opening): \(lots.pick(findings[level - 1]))"
    }

    private static let findings = [
        [
            "no shared way of doing this yet, each class has its own.",
            "we found it in one place only, and nobody could say why it is done there.",
            "pupils could not tell us about it, and the documents do not mention it.",
            "planned for this term and not begun.",
        ],
        [
            "in place in the older classes, not yet in the younger ones.",
            "the plan is good; practice follows it on some days.",
            "about half of what we saw matches the statement.",
            "staff can explain it, pupils only partly.",
        ],
        [
            "it happens as a matter of course; two exceptions are being worked on.",
            "consistent across classes, and pupils explain it in their own words.",
            "the same picture in every year group we looked at.",
            "holds on ordinary days too, not only when we visit.",
        ],
        [
            "other schools came to look, and it has held for two years.",
            "pupils lead it themselves and could teach it to others.",
            "we can show it on any day, and what changed because of it.",
            "refined after the last round; the results are better than a year ago.",
        ],
    ]

    static let moved = [
        "The book look of the second week settled it.",
        "We had read the statement differently; now we agree what it asks.",
        "The attendance figures arrived after the first judgement.", "A walk together through three classrooms.",
    ]
}
