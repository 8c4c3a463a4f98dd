import Kernel
import Markup

let blockSamples: [Sample] = [
    Sample("Blocks", "Lede, notice, empty") {
        lede("What is due for you, and nothing else.") + notice("The evaluation is open until 11 December.")
            + emptyState("Nothing is due. What you promised and what you check will stand here on its day.")
    },
    Sample("Blocks", "Card, progress, more") {
        card(
            """
            <h3>Curriculum intent, English</h3><p>Opened by Priya Natarajan, \
            \(ageText(Given.days(ago: 9), on: Given.today)).</p>\(progressBar("Judged", done: 12, of: 30))\
            \(progressBar("Judged", done: 0, of: 30))\(disclosure("How this tool is used", "<p>One statement at a time.</p>"))
            """)
    },
    Sample("Blocks", "Only on paper, only on a screen") {
        printOnly("<p>Signed for the school ______________________</p>") + screenOnly(buttonRow(printButton))
    },
    Sample("Blocks", "Keys") {
        keysPage(for: Reader(trustName: "", person: nil, links: [], formToken: "", path: "/")).body
    },
]
