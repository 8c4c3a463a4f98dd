import Kernel
import Markup
import MeetingRules
import Site

/// The agenda before the meeting: to read, and to take one's own items off again.
struct AgendaList: Sendable {
    let seen: SeenMeeting
    let token: String

    var html: HTML {
        let agenda = seen.agenda
        if agenda.entries.isEmpty && agenda.more.isEmpty {
            return "<p class=\"soft\">Nothing waits. Add what you want to talk about.</p>"
        }
        return list(agenda.entries) + rest(agenda.more)
    }

    private func list(_ entries: [Agenda.Entry]) -> HTML {
        "<ol class=\"agenda\">\(entries.html { "<li>\(row($0))</li>" })</ol>"
    }

    private func rest(_ entries: [Agenda.Entry]) -> HTML {
        guard !entries.isEmpty else { return .nothing }
        return disclosure("\(entries.count) more if there is time", list(entries))
    }

    private func row(_ entry: Agenda.Entry) -> HTML {
        let words = EntryWords(entry, today: seen.today)
        let removing: HTML =
            if case .item(let item) = entry, item.outcome == .open {
                postButton("Take it off", to: MeetingLinks.removal(seen.meeting.id, item.id), token: token, .link)
            } else {
                .nothing
            }
        return "<div><b>\(words.title)</b> \(words.tags)</div><div class=\"soft\">\(words.detail)</div>\(removing)"
    }
}

/// What every view of an entry says about it.
struct EntryWords {
    let title: String
    let detail: String
    let tags: HTML

    init(_ entry: Agenda.Entry, today: Day) {
        switch entry {
        case .item(let item):
            let carried = timesCarried(item.carried)
            (title, detail) = (item.words, "Put on by \(item.addedBy)")
            tags = .when(!carried.isEmpty, tag(carried, .attention))
        case .check(let check):
            let isMissed = check.isMissed(on: today)
            (title, detail) = (check.looked, "Check by \(check.who), due \(check.due.long). \(check.plan)")
            tags = isMissed ? tag("Missed", .problem) : tag("Check due", .attention)
        case .promise(let asked):
            let promise = asked.promise
            let carried: HTML =
                promise.carried == 0
                ? .nothing
                : tag(
                    promise.carriedWords + (promise.mustBeDecided ? ": keep, change or drop" : ""),
                    promise.mustBeDecided ? .problem : .attention)
            (title, detail) = (promise.words, "\(asked.who) promised it by \(promise.by.long)")
            tags = "\(.when(promise.ended == nil && promise.by < today, tag("Overdue", .problem))) \(carried)"
        case .statement(let statement):
            title = "\(statement.number) \(statement.text)"
            detail =
                statement.level.map { "\(statement.tool): \($0), agreed \(statement.since.age(on: today))" }
                ?? "\(statement.tool): left until next time \(statement.since.age(on: today))"
            tags = tag("Not looked at for long")
        case .celebration(let news):
            (title, detail) = (news.words, "\(news.plan), \(news.day.long)")
            tags = tag("To celebrate", .good)
        }
    }
}
