package import Database
package import ToolRules

extension Key: Bindable, Readable {
    package var binding: Binding { .text(text) }

    package static func read(_ row: borrowing Row, _ column: Int) throws -> Key {
        guard let key = Key(try row.text(column)) else {
            throw DatabaseError.unreadable(column: column, as: "key")
        }
        return key
    }
}

extension VersionName: Bindable, Readable {
    package var binding: Binding { .text(description) }

    package static func read(_ row: borrowing Row, _ column: Int) throws -> VersionName {
        guard let name = VersionName(try row.text(column)) else {
            throw DatabaseError.unreadable(column: column, as: "version")
        }
        return name
    }
}

extension Origin {
    /// As `tool_item_origin` says it; nil for what has no origin.
    var kind: String? {
        switch self {
        case .same: "same"
        case .reworded: "reworded"
        case .split: "split"
        case .merged: "merged"
        case .new: nil
        }
    }
}
