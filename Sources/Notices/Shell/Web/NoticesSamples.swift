import Kernel
import Markup
import NoticeRules
import Site

let noticesSamples: [Sample] = [
    Sample("Notices", "As it begins") { shown(NoticesView(choice: .standard, feed: nil)) },
    Sample("Notices", "Without a letter, with a calendar, and no mail set up") {
        shown(
            NoticesView(
                choice: NoticeChoice(weekday: nil, scope: .own, version: 2),
                feed: Feed(
                    owner: PersonID(bytes: Array(repeating: 0, count: 16)), made: Instant(milliseconds: 0),
                    entries: .private)),
            isMailed: false)
    },
    Sample("Notices", "A new address") {
        var page = page(NoticesView(choice: .standard, feed: nil))
        page.newFeed = "https://improve.willowbrook.example" + NoticesLinks.feed(String(repeating: "7f", count: 32))
        return page.page.body
    },
    Sample("Notices", "Refused") {
        var page = page(NoticesView(choice: .standard, feed: nil))
        page.typed = NoticeInput(weekday: "9", scope: "", version: 0)
        page.errors = FieldErrors([("weekday", "Choose a day of the week, or no letter.")])
        return page.page.body
    },
]

private func page(_ view: NoticesView, isMailed: Bool = true) -> NoticesPage {
    NoticesPage(name: "Kate Brennan", view: view, isMailed: isMailed, token: "sample")
}

private func shown(_ view: NoticesView, isMailed: Bool = true) -> HTML { page(view, isMailed: isMailed).page.body }
