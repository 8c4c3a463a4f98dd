package import Kernel

/// What both databases store: nothing, a whole number, a fraction or text.
package enum Binding: Hashable, Sendable {
    /// Says what it would have been, because PostgreSQL settles the type of a place before it sees the value.
    case null(Kind)
    case integer(Int64)
    case real(Double)
    case text(String)

    package enum Kind: Hashable, Sendable {
        case integer, real, text
    }

    package var kind: Kind {
        switch self {
        case .null(let kind): kind
        case .integer: .integer
        case .real: .real
        case .text: .text
        }
    }

    /// Why neither engine takes this value, so that both refuse it alike: PostgreSQL cannot hold the character NUL, and
    /// SQLite makes null of what is not a number.
    package var refusal: DatabaseError? {
        switch self {
        case .text(let text) where text.utf8.contains(0): .check(detail: "A text holds the character NUL.")
        case .real(let number) where !number.isFinite: .check(detail: "\(number) is not a number that can be kept.")
        default: nil
        }
    }
}

/// A type that goes into a sentence as a value.
package protocol Bindable {
    /// The kind of every binding of this type; text unless the type says otherwise.
    static var bindingKind: Binding.Kind { get }
    var binding: Binding { get }
}

extension Bindable {
    package static var bindingKind: Binding.Kind { .text }
}

/// A type that can be read back from a column.
package protocol Readable {
    /// - Throws: `DatabaseError.unreadable` when the column holds something else.
    static func read(_ row: borrowing Row, _ column: Int) throws -> Self
}

package typealias Storable = Bindable & Readable

extension String: Bindable, Readable {
    package var binding: Binding { .text(self) }
    package static func read(_ row: borrowing Row, _ column: Int) throws -> String { try row.text(column) }
}

extension Int: Bindable, Readable {
    package static var bindingKind: Binding.Kind { .integer }
    package var binding: Binding { .integer(Int64(self)) }
    package static func read(_ row: borrowing Row, _ column: Int) throws -> Int { Int(try row.integer(column)) }
}

extension Double: Bindable, Readable {
    package static var bindingKind: Binding.Kind { .real }
    package var binding: Binding { .real(self) }
    package static func read(_ row: borrowing Row, _ column: Int) throws -> Double { try row.real(column) }
}

extension ID: Bindable, Readable {
    package var binding: Binding { .text(text) }
    package static func read(_ row: borrowing Row, _ column: Int) throws -> ID {
        guard let id = ID(try row.text(column)) else { throw DatabaseError.unreadable(column: column, as: "id") }
        return id
    }
}

extension Day: Bindable, Readable {
    package var binding: Binding { .text(description) }
    package static func read(_ row: borrowing Row, _ column: Int) throws -> Day {
        guard let day = Day(try row.text(column)) else { throw DatabaseError.unreadable(column: column, as: "day") }
        return day
    }
}

extension Instant: Bindable, Readable {
    package var binding: Binding { .text(description) }
    package static func read(_ row: borrowing Row, _ column: Int) throws -> Instant {
        guard let instant = Instant(try row.text(column)) else {
            throw DatabaseError.unreadable(column: column, as: "instant")
        }
        return instant
    }
}

/// Enums with text values need only say `extension Side: Storable {}`.
extension RawRepresentable where RawValue == String, Self: Bindable {
    package var binding: Binding { .text(rawValue) }
}

extension RawRepresentable where RawValue == String, Self: Readable {
    package static func read(_ row: borrowing Row, _ column: Int) throws -> Self {
        let text = try row.text(column)
        guard let value = Self(rawValue: text) else { throw DatabaseError.unreadable(column: column, as: text) }
        return value
    }
}

extension Role: Bindable, Readable {}
