import Kernel
import Markup
import MeetingRules
import Site

/// A line with its history: held, missed and moved meetings, and what is still promised.
struct LinePage: Sendable {
    let seen: SeenLine
    let token: String
    var times: TimesForm?
    var reason = ""
    var errors = FieldErrors()
    var notice: String?

    private var line: MeetingLine { seen.line.line }

    var page: Page {
        Page(
            seen.line.pair, section: .meetings, crumbs: [Page.Crumb("Meetings", MeetingLinks.list)], errors: errors,
            notice: notice, body: "\(summary)\(promises)\(history)\(arranging)")
    }

    private var summary: HTML {
        var rows = [
            SummaryRow("Leads", HTML(seen.line.leader)), SummaryRow("With", HTML(seen.line.member)),
            SummaryRow("Place", HTML(seen.line.place)), SummaryRow("Meets", HTML(timesWords(line.times))),
        ]
        if let ended = line.ended {
            rows.append(SummaryRow("Ended", "\(HTML(ended.long)): \(HTML(seen.line.endedBecause))"))
        }
        return summaryList(rows)
    }

    private var promises: HTML {
        guard seen.standpoint == .inIt else { return .nothing }
        let rows = seen.promises.map { asked -> [HTML] in
            let promise = asked.promise
            return [
                HTML(promise.words), HTML(asked.who),
                "\(HTML(promise.by.short)) \(.when(promise.by < seen.today, tag("Overdue", .problem)))",
                promise.carried == 0 ? .nothing : tag(promise.carriedWords, .attention),
            ]
        }
        return "<h2>Open promises</h2>"
            + dataTable(
                "Promises", [Column("What"), Column("Who"), Column("By"), Column("Asked before")], rows,
                isCaptionHidden: true, layout: .stacking, empty: "<p class=\"soft\">Nothing is promised.</p>")
    }

    private var history: HTML {
        let pages = (seen.count + SeenLine.pageSize - 1) / SeenLine.pageSize
        return "<h2>Meetings</h2>"
            + dataTable(
                "Meetings", [Column("Day"), Column("How it went"), Column("")],
                seen.meetings.map { meeting in
                    [
                        "<a href=\"\(MeetingLinks.meeting(meeting.id))\">\(meeting.day.short)</a>",
                        stateTag(meeting, on: seen.today),
                        HTML(dayWords(meeting, on: seen.today, hasReasons: seen.standpoint == .inIt)),
                    ]
                }, isCaptionHidden: true, layout: .stacking,
                empty: "<p class=\"soft\">None is planned: the school's calendar does not reach that far.</p>")
            + pagination(page: seen.page, of: pages) { MeetingLinks.line(line.id, page: $0) }
    }

    private var arranging: HTML {
        guard seen.mayArrange, line.ended == nil else { return .nothing }
        let form = times ?? TimesForm(line.times, from: seen.calendar.offered(for: seen.today, from: seen.today))
        return disclosure("Meet at other times", isOpen: times != nil, changing(form))
            + disclosure("End this line", isOpen: errors.sentence(for: "reason") != nil, ending)
    }

    private func changing(_ form: TimesForm) -> HTML {
        postForm(
            MeetingLinks.lineTimes(line.id), token: token, version: line.version,
            """
            <p>What is planned is planned anew. Meetings that were moved by hand stay.</p>\
            \(form.fields(errors: errors, calendar: seen.calendar, today: seen.today))\(buttonRow(button("Change the times")))
            """)
    }

    private var ending: HTML {
        postForm(
            MeetingLinks.lineEnd(line.id), token: token, version: line.version,
            """
            \(textField(FormField("reason", "Why it ends", errors: errors), value: reason))\
            \(buttonRow(button("End this line", .warning)))
            """)
    }
}
