/// A sentence of SQL with its values, written as one literal: `"… WHERE id = \(id)"`.
///
/// Interpolating a value never puts its text into the sentence; it becomes a binding. Interpolating another `SQL`
/// splices it. Raw text only comes in through `SQL(unchecked:)`, which the architecture test allows in the migrator.
package struct SQL: ExpressibleByStringInterpolation, Sendable {
    /// One more literal than bindings: literal, binding, literal, …, literal.
    private(set) var literals: [String]
    package private(set) var bindings: [Binding]

    package init(stringLiteral value: StaticString) {
        literals = [value.description]
        bindings = []
    }

    package init(stringInterpolation pieces: Pieces) {
        literals = pieces.literals
        bindings = pieces.bindings
    }

    package init(unchecked text: String) {
        literals = [text]
        bindings = []
    }

    /// The sentence with numbered places: `$1, $2, …` for PostgreSQL, `?1, ?2, …` for SQLite.
    package func text(numberedWith mark: Character) -> String {
        var text = literals[0]
        for (index, literal) in literals.dropFirst().enumerated() {
            text.append(mark)
            text += String(index + 1)
            text += literal
        }
        return text
    }

    /// `items` joined by `separator`, for lists of a length known only at run time.
    package static func joined(_ items: [SQL], by separator: SQL = ", ") -> SQL {
        var whole = SQL("")
        for (index, item) in items.enumerated() {
            if index > 0 { whole.append(separator) }
            whole.append(item)
        }
        return whole
    }

    mutating func append(_ other: SQL) {
        literals[literals.count - 1] += other.literals[0]
        literals += other.literals.dropFirst()
        bindings += other.bindings
    }

    package struct Pieces: StringInterpolationProtocol {
        var literals = [""]
        var bindings: [Binding] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            literals.reserveCapacity(interpolationCount + 1)
            bindings.reserveCapacity(interpolationCount)
        }

        package mutating func appendLiteral(_ literal: StaticString) {
            literals[literals.count - 1] += literal.description
        }

        package mutating func appendInterpolation(_ value: some Bindable) {
            bindings.append(value.binding)
            literals.append("")
        }

        package mutating func appendInterpolation<Value: Bindable>(_ value: Value?) {
            bindings.append(value?.binding ?? .null(Value.bindingKind))
            literals.append("")
        }

        package mutating func appendInterpolation(_ other: SQL) {
            literals[literals.count - 1] += other.literals[0]
            literals += other.literals.dropFirst()
            bindings += other.bindings
        }
    }
}
