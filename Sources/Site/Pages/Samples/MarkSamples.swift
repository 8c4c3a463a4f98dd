import Kernel
import Markup

let markSamples: [Sample] = [
    Sample("Marks", "Levels of four") {
        "<p class=\"row\">\(Given.levels.html { levelBadge(.level($0)) }) \(levelBadge(.notJudged)) \(levelBadge(.left))</p>"
    },
    Sample("Marks", "Levels of two, five and seven") {
        [2, 5, 7].html { count in
            "<p class=\"row\">\((1...count).html { levelBadge(.level(LevelMark($0, of: count, "Level"))) })</p>"
        }
    },
    Sample("Marks", "Categories and tags") {
        """
        <p class="row">\(categoryTag("Strong", .circle)) \(categoryTag("Secure", .diamond)) \
        \(categoryTag("Attention needed", .triangle)) \(categoryTag("Cause for concern", .square))</p>\
        <p class="row">\(tag("Draft")) \(tag("Agreed", .good)) \(tag("Due this week", .attention)) \(tag("Overdue", .problem)) \
        \(tag("Red", .red)) \(tag("Amber", .amber)) \(tag("Green", .green)) \(tag(Awkward.hostile))</p>
        """
    },
    Sample("Marks", "Ages") {
        """
        <p>\(ageText(Given.days(ago: 0), on: Given.today, saying: "judged")), \(ageText(Given.days(ago: 22), on: Given.today, saying: "seen")), \
        \(ageText(Given.days(ago: 400), on: Given.today, saying: "assured")), due \(ageText(Given.days(ago: -3), on: Given.today)).</p>
        """
    },
]
