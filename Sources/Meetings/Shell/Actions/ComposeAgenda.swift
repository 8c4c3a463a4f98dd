import Database
import Evaluations
import Kernel
import MeetingRules
import PlanRules
import Plans
import ToolRules

extension Reading {
    /// What the agenda of a meeting is composed from, by asking each feature for a few rows by index.
    func agendaFacts(of seen: SeenMeeting, on day: Day, _ checks: [CheckLine], for actor: Actor) throws -> AgendaFacts {
        let line = seen.line.line
        let since = try lastHeld(line.id) ?? (today - 28)
        return AgendaFacts(
            minutes: line.times.minutes, today: day, items: seen.items, checks: checks.map(\.onAgenda),
            promises: seen.promises.filter { $0.promise.meeting != seen.meeting.id },
            statements: try statements(of: seen, for: actor), news: try news(of: seen, since: since))
    }

    /// The weakest that nobody looked at for long, but for what the two spoke about at another meeting of this term.
    private func statements(of seen: SeenMeeting, for actor: Actor) throws -> [AgendaStatement] {
        guard seen.line.line.place != .trust else { return [] }
        let spoken = try spokenStatements(besides: seen.meeting)
        let stale = try staleStatements(
            at: seen.line.line.place, on: today, upTo: mostStatements + spoken.count, seenBy: actor.visible(on: today))
        return stale.filter { !spoken.contains($0.item.text) }.prefix(mostStatements).map {
            AgendaStatement(
                item: $0.item, number: $0.number, text: $0.text, tool: $0.toolName, level: $0.level?.word,
                since: $0.since)
        }
    }

    private func spokenStatements(besides meeting: LineMeeting) throws -> Set<String> {
        Set(
            try rows(
                """
                SELECT w.subject_id FROM line_meeting m JOIN line_meeting_word w ON w.meeting_id = m.id
                WHERE m.line_id = \(meeting.line) AND m.meets_on >= \(today - weeksBack * 7) AND m.id <> \(meeting.id)
                    AND w.kind = 'statement' AND w.outcome <> 'left'
                LIMIT 100
                """
            ) { try $0[0] as String })
    }

    /// What went well since the two met last: a look that found it working, a criterion that is met, or else a promise
    /// that was kept between two meetings.
    private func news(of seen: SeenMeeting, since day: Day) throws -> AgendaNews? {
        if let news = try lastGoodNews(at: seen.line.line.place, line: seen.line.line.seats, since: day) {
            let words = news.words.isEmpty ? news.title : "\(news.title): \(news.words)"
            let id = news.address.split(separator: "/").last.map(String.init)
            return AgendaNews(id: id ?? "", words: words, plan: news.planTitle, day: news.day)
        }
        let moment = Instant("\(day)T00:00")
        let kept = try moment.map { try promisesKept(of: seen.line.line.id, since: $0, limit: 1) } ?? []
        return kept.first.map {
            AgendaNews(
                id: $0.promise.id.text, words: "\($0.who) kept a promise: \($0.promise.words)",
                plan: seen.line.place, day: $0.promise.by)
        }
    }

    private func lastHeld(_ line: ID<MeetingLine>) throws -> Day? {
        try first(
            """
            SELECT meets_on FROM line_meeting
            WHERE line_id = \(line) AND meets_on <= \(today) AND held_at IS NOT NULL ORDER BY meets_on DESC LIMIT 1
            """
        ) { try $0[0] }
    }
}

extension CheckLine {
    fileprivate var onAgenda: AgendaCheck {
        AgendaCheck(
            id: id, looked: looked, plan: planTitle, who: holder ?? nobody, due: look.due, until: look.until)
    }
}

/// An agenda has room for few.
private let mostStatements = 3
