import Kernel
import Markup

private let statement =
    "For each unit the department can say why this content was chosen over other content that could have filled the same weeks."

private func judgementCard(_ number: Int, level: Int?, reason: String, status: String?) -> HTML {
    liveCard(
        id: "statement-\(number)", label: "Statement \(number)",
        """
        <h3><span class="soft">\(number)</span> \(panelLink(statement, to: "/evaluations/1/\(number)"))</h3>\
        <p class="last">Last time: \(levelBadge(.level(Given.levels[1]))) “Two units out of five carry a reason.” \
        \(ageText(Given.days(ago: 190), on: Given.today))</p>\
        \(postForm("/evaluations/1/\(number)", token: "t", marks: .autosave, version: 3, form(number, level, reason, status)))
        """)
}

private func form(_ number: Int, _ level: Int?, _ reason: String, _ status: String?) -> HTML {
    """
    \(levelChoice(FormField("level", "Level", id: "level-\(number)", isLabelHidden: true), levels: Given.levels, chosen: level))\
    \(textArea(FormField("reason", "Why", id: "reason-\(number)"), value: reason, rows: 2))\
    \(saveLine(status: status, also: button("Leave until next time", .link, name: "standing", value: "left", key: "l")))
    """
}

let judgementSamples: [Sample] = [
    Sample("Judgement", "Cards") {
        judgementCard(3, level: 3, reason: "Every unit plan from year 3 up says so.", status: "Saved 09:31")
            + judgementCard(4, level: nil, reason: "", status: nil)
            + judgementCard(5, level: 1, reason: Awkward.hostile + Awkward.long, status: "Not saved yet")
    },
    Sample("Judgement", "Joint room, one that differs") {
        """
        <div class="sides"><section><h3>The school</h3><p>\(levelBadge(.level(Given.levels[2])))</p>\
        <p>All year groups have a written sequence.</p></section>\
        <section><h3>The liaison</h3><p>\(levelBadge(.level(Given.levels[1])))</p>\
        <p>Year 4 was not known to the two teachers I asked.</p></section></div>\
        \(levelChoice(FormField("agreed", "Agreed level"), levels: Given.levels, chosen: nil))
        """
    },
    Sample("Judgement", "Joint room, before the reveal") {
        """
        <div class="sides"><section><h3>The school</h3><p>\(levelBadge(.level(Given.levels[2])))</p>\
        <p>All year groups have a written sequence.</p></section>\
        <section class="sealed"><h3>The liaison</h3><p>Has judged. Both see both once you reveal.</p></section></div>
        """
    },
    Sample("Judgement", "Two changed the same thing") {
        """
        <div class="sides"><section><h3>What you typed</h3><p class="typed">All units have a reason.</p>\
        \(button("Keep mine", .primary))</section><section><h3>Saved by Marcus Bell, 09:28</h3>\
        <p class="typed">All units but one have a reason.</p>\(button("Keep this one"))</section></div>
        """
    },
]
