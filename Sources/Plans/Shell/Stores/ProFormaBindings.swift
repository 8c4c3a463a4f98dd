package import Database
package import PlanRules

extension ProFormaVersion: Bindable, Readable {
    package var binding: Binding { .text(description) }

    package static func read(_ row: borrowing Row, _ column: Int) throws -> ProFormaVersion {
        guard let version = ProFormaVersion(try row.text(column)) else {
            throw DatabaseError.unreadable(column: column, as: "version of a pro-forma")
        }
        return version
    }
}
