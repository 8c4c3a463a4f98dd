/// What a leader reads before judging; a statement and a part of one have it alike.
package struct Guide: Hashable, Sendable {
    /// One sentence of good practice, which can be true or false of a place.
    package let text: String
    /// How to think about the judgement: one or more paragraphs.
    package let guidance: [String]
    package let looksLike: [String]
    package let evidence: [EvidenceSource]
}

/// One statement of an aspect. When it has parts, each part is judged and the statement itself is not.
package struct Statement: Hashable, Sendable {
    package let key: ItemKey
    /// Such as `2.3`: the third statement of the second aspect.
    package let number: String
    package let guide: Guide
    package let applies: Applicability
    /// Empty, or cases of at least two levels, from least to most.
    package let examples: [WorkedExample]
    package let parts: [Part]

    package var text: String { guide.text }
}

/// A sub-statement. It applies where its statement does.
package struct Part: Hashable, Sendable {
    package let key: ItemKey
    /// `a` for the first part of its statement.
    package let letter: String
    /// Such as `2.3 b`.
    package let number: String
    package let guide: Guide

    package var text: String { guide.text }
}

/// A case judged by us, to argue about before judging the real thing.
package struct WorkedExample: Hashable, Sendable {
    package let level: Level
    package let situation: String
    /// Why this level and not the next.
    package let because: String
}

/// Statements that answer one question of a leader.
package struct Aspect: Hashable, Sendable {
    /// From 1.
    package let order: Int
    package let key: AspectKey
    package let name: String
    package let question: String
    package let statements: [Statement]
}
