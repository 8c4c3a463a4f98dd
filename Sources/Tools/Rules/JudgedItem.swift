/// What gets a level and a reason: a statement without parts, or one part of a statement.
///
/// A reference, because pages hand their items about by the hundred, and a copy of all their words' counts would cost
/// more than reading them.
package final class JudgedItem: Hashable, Sendable {
    /// From 1, over the whole version.
    package let order: Int
    package let aspect: AspectKey
    package let statement: Statement
    /// nil when the statement itself is judged.
    package let part: Part?

    private init(order: Int, aspect: AspectKey, statement: Statement, part: Part?) {
        (self.order, self.aspect, self.statement, self.part) = (order, aspect, statement, part)
    }

    package static func == (a: JudgedItem, b: JudgedItem) -> Bool {
        a === b
            || (a.order == b.order && a.aspect == b.aspect && a.statement == b.statement && a.part == b.part)
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(key) }

    package var key: ItemKey { part?.key ?? statement.key }
    package var number: String { part?.number ?? statement.number }
    package var guide: Guide { part?.guide ?? statement.guide }
    package var text: String { guide.text }

    package func applies(to setting: Setting) -> Bool { statement.applies.includes(setting) }

    static func all(of aspects: [Aspect]) -> [JudgedItem] {
        var items: [JudgedItem] = []
        func add(_ aspect: Aspect, _ statement: Statement, _ part: Part?) {
            items.append(
                JudgedItem(order: items.count + 1, aspect: aspect.key, statement: statement, part: part))
        }
        for aspect in aspects {
            for statement in aspect.statements {
                if statement.parts.isEmpty { add(aspect, statement, nil) }
                for part in statement.parts { add(aspect, statement, part) }
            }
        }
        return items
    }
}
