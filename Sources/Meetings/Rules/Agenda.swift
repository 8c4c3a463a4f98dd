import Kernel

/// What a meeting talks about, in its order, and what waits because the meeting is short.
package struct Agenda: Hashable, Sendable {
    package enum Entry: Hashable, Sendable {
        case item(AgendaItem)
        case check(AgendaCheck)
        case promise(AskedPromise)
        case statement(AgendaStatement)
        case celebration(AgendaNews)
    }

    package let entries: [Entry]
    /// Found no room: they come when there is time, or next time.
    package let more: [Entry]

    /// People's own items and the one thing to celebrate always stand on it. What is left of the time goes to checks,
    /// missed ones first, and promises, those that must be decided first; a third of it is the promises' own, so that a
    /// plan with many checks does not make them forgotten. Statements come last, and few.
    package static func composed(from facts: AgendaFacts) -> Agenda {
        let own = facts.items.filter { !$0.isRemoved }.map(Entry.item)
        let checks = facts.checks.inOrder(on: facts.today).map(Entry.check)
        let (due, later) = facts.promises.inOrder(on: facts.today)
        let promises = due.map(Entry.promise)
        let room = max(fewest, facts.minutes / minutesEach - own.count - (facts.news == nil ? 0 : 1))
        let asked = min(promises.count, max((room + 2) / 3, room - checks.count))
        let looked = min(checks.count, room - asked)
        let stale = facts.statements.prefix(min(mostStatements, room - asked - looked)).map(Entry.statement)
        return Agenda(
            entries: own + checks.prefix(looked) + promises.prefix(asked) + stale
                + (facts.news.map { [.celebration($0)] } ?? []),
            more: checks.dropFirst(looked) + promises.dropFirst(asked) + later.map(Entry.promise))
    }

    /// Half an hour has room for six.
    private static let minutesEach = 5
    private static let fewest = 3
    private static let mostStatements = 3
}

extension [AgendaCheck] {
    /// Missed ones first, and of each kind what waited longest.
    fileprivate func inOrder(on today: Day) -> [AgendaCheck] {
        sorted { a, b in
            let (first, second) = (a.isMissed(on: today), b.isMissed(on: today))
            return first == second ? (a.due, a.id) < (b.due, b.id) : first
        }
    }
}

extension [AskedPromise] {
    /// Those to ask about today, the ones that must be decided first and then what waited longest; and those whose day
    /// is still to come.
    fileprivate func inOrder(on today: Day) -> (due: [AskedPromise], later: [AskedPromise]) {
        let sorted = self.sorted { a, b in
            let (first, second) = (a.promise.mustBeDecided, b.promise.mustBeDecided)
            return first == second ? (a.promise.by, a.promise.id) < (b.promise.by, b.promise.id) : first
        }
        let isDue = { (asked: AskedPromise) in asked.isAnswered || asked.promise.by <= today }
        return (sorted.filter(isDue), sorted.filter { !isDue($0) })
    }
}
