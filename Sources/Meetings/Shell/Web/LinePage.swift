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
            SummaryRow("Who leads", HTML(seen.line.leader)),
            SummaryRow("Whose work it is about", HTML(seen.line.member)),
            SummaryRow("Place", HTML(seen.line.place)), SummaryRow("Meets", HTML(timesWords(line.times))),
        ]
        if let ended = line.ended {
            let why = seen.line.endedBecause
            rows.append(SummaryRow("Ended", "\(HTML(ended.long))\(.when(!why.isEmpty, ": \(why)"))"))
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

    private var next: LineMeeting? {
        seen.meetings.last {
            $0.day >= seen.today && ($0.state(on: seen.today).isOpen || $0.state(on: seen.today) == .running)
        }
    }

    /// What is to come stands apart, the next one first; the rest with the newest first.
    private var history: HTML {
        let pages = (seen.count + SeenLine.pageSize - 1) / SeenLine.pageSize
        let coming = seen.meetings.filter { $0.day >= seen.today && $0.state(on: seen.today) != .held }
        let past = seen.meetings.filter { !coming.contains($0) }
        let none: HTML = "<p class=\"soft\">None is planned: the school's calendar does not reach that far.</p>"
        return """
            \(.when(seen.page == 1 || !coming.isEmpty, "<h2>To come</h2>\(table("To come", coming.reversed(), empty: none))"))\
            \(.when(!past.isEmpty, "<h2>So far</h2>\(table("So far", past, empty: .nothing))"))\
            \(pagination(page: seen.page, of: pages) { MeetingLinks.line(line.id, page: $0) })
            """
    }

    private func table(_ caption: String, _ meetings: [LineMeeting], empty: HTML) -> HTML {
        dataTable(
            caption, [Column("Day"), Column("How it stands"), Column("What changed")],
            meetings.map { meeting in
                [
                    "<a href=\"\(MeetingLinks.meeting(meeting.id))\">\(meeting.day.short)</a>",
                    "\(.when(meeting == next, "\(tag("Next", .good)) "))\(stateTag(meeting, on: seen.today))",
                    HTML(dayWords(meeting, on: seen.today, hasReasons: seen.standpoint == .inIt)),
                ]
            }, isCaptionHidden: true, layout: .stacking, empty: empty)
    }

    private var arranging: HTML {
        guard seen.mayArrange, line.ended == nil else { return .nothing }
        let form = times ?? TimesForm(line.times, from: seen.calendar.offered(for: seen.today, from: seen.today))
        return disclosure("Meet at other times", isOpen: times != nil, changing(form))
            + disclosure("End these meetings", isOpen: errors.sentence(for: "reason") != nil, ending)
    }

    private func changing(_ form: TimesForm) -> HTML {
        postForm(
            MeetingLinks.lineTimes(line.id), token: token, version: line.version, isClosed: true,
            """
            <p>What is planned is planned anew. Meetings that were moved by hand stay.</p>\
            \(form.fields(errors: errors, calendar: seen.calendar, today: seen.today))\(buttonRow(button("Change the times")))
            """)
    }

    private var ending: HTML {
        postForm(
            MeetingLinks.lineEnd(line.id), token: token, version: line.version, isClosed: true,
            """
            \(textField(FormField("reason", "Why they end", errors: errors), value: reason))\
            \(buttonRow(button("End these meetings", .warning)))
            """)
    }
}
