package import Kernel
package import PlanRules
package import ToolRules

/// What an agenda is composed from, as it stands when somebody looks.
package struct AgendaFacts: Hashable, Sendable {
    package let minutes: Int
    /// The day of the meeting; today for one that was missed.
    package let today: Day
    /// In the order in which they were put on it.
    package let items: [AgendaItem]
    package let checks: [AgendaCheck]
    /// Open ones of the line, and those that were answered in this meeting.
    package let promises: [AskedPromise]
    package let statements: [AgendaStatement]
    package let news: AgendaNews?

    package init(
        minutes: Int, today: Day, items: [AgendaItem] = [], checks: [AgendaCheck] = [], promises: [AskedPromise] = [],
        statements: [AgendaStatement] = [], news: AgendaNews? = nil
    ) {
        (self.minutes, self.today, self.items, self.checks) = (minutes, today, items, checks)
        (self.promises, self.statements, self.news) = (promises, statements, news)
    }
}

/// An impact check that one of the two, or somebody whose work the line is about, is to do.
package struct AgendaCheck: Hashable, Sendable {
    package let id: CheckID
    /// What is to be looked at, as the plan sealed it.
    package let looked: String
    package let plan: String
    package let who: String
    package let due: Day
    package let until: Day

    package init(id: CheckID, looked: String, plan: String, who: String, due: Day, until: Day) {
        (self.id, self.looked, self.plan) = (id, looked, plan)
        (self.who, self.due, self.until) = (who, due, until)
    }

    package func isMissed(on today: Day) -> Bool { until < today }
}

/// A promise on an agenda, with who made it and what became of it in this meeting.
package struct AskedPromise: Hashable, Sendable {
    package let promise: Promise
    package let who: String
    /// The new day, when it was carried in this meeting.
    package let carriedTo: Day?
    /// What was said when it was kept or dropped.
    package let words: String

    package init(_ promise: Promise, who: String, carriedTo: Day? = nil, words: String = "") {
        (self.promise, self.who, self.carriedTo, self.words) = (promise, who, carriedTo, words)
    }

    package var isAnswered: Bool { promise.ended != nil || carriedTo != nil }
}

/// A statement that nobody has looked at for long.
package struct AgendaStatement: Hashable, Sendable {
    package let item: ItemID
    package let number: String
    package let text: String
    package let tool: String
    /// The agreed level's name; nil where it was left until next time.
    package let level: String?
    package let since: Day

    package init(item: ItemID, number: String, text: String, tool: String, level: String?, since: Day) {
        (self.item, self.number, self.text) = (item, number, text)
        (self.tool, self.level, self.since) = (tool, level, since)
    }
}

/// Something that went well.
package struct AgendaNews: Hashable, Sendable {
    package let id: String
    package let words: String
    package let plan: String
    package let day: Day

    package init(id: String, words: String, plan: String, day: Day) {
        (self.id, self.words, self.plan, self.day) = (id, words, plan, day)
    }
}
