/// Sentences about what was typed, in the order of the fields on the page.
package struct FieldErrors: Hashable, Sendable {
    package struct One: Hashable, Sendable {
        package let field: String
        package let sentence: String
    }

    package private(set) var all: [One] = []

    package init() {}

    package init(_ pairs: [(field: String, sentence: String)]) {
        all = pairs.map { One(field: $0.field, sentence: $0.sentence) }
    }

    package var isEmpty: Bool { all.isEmpty }

    package mutating func add(_ field: String, _ sentence: String) {
        all.append(One(field: field, sentence: sentence))
    }

    package func sentence(for field: String) -> String? { all.first { $0.field == field }?.sentence }

    /// - Throws: `Refusal.invalid` when any field was refused.
    package func check() throws {
        if !isEmpty { throw Refusal.invalid(self) }
    }
}
