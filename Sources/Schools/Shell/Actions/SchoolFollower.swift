package import Database
package import Kernel
package import SchoolRules

/// What follows a school when it closes, leaves, comes back or goes on in another one. Other features know what they have
/// there; `App` hands them over, because Schools reads no other feature.
package struct SchoolFollower: Sendable {
    /// What would fall due at a school, for whoever decides about an import.
    package let open: @Sendable (_ school: SchoolID, _ tx: Reading) throws -> [OpenAtSchool]
    /// Lets nothing fall due and nothing be missed after a school's last day.
    package let end: @Sendable (_ ended: EndedSchool, _ tx: Transaction) throws -> Void
    /// What may go on at another school, of one that ended.
    package let movable: @Sendable (_ school: SchoolID, _ tx: Reading) throws -> [MovableThing]
    /// Takes what was chosen of it to the other school.
    package let move: @Sendable (_ move: SchoolMove, _ actor: Actor, _ tx: Transaction) throws -> Void
    /// Brings what there is at a school that is back, or that took something over, in line with its calendar from today.
    package let goOn: @Sendable (_ school: SchoolID, _ actor: Actor?, _ tx: Transaction) throws -> Void

    package init(
        open: @escaping @Sendable (SchoolID, Reading) throws -> [OpenAtSchool],
        end: @escaping @Sendable (EndedSchool, Transaction) throws -> Void = { _, _ in },
        movable: @escaping @Sendable (SchoolID, Reading) throws -> [MovableThing] = { _, _ in [] },
        move: @escaping @Sendable (SchoolMove, Actor, Transaction) throws -> Void = { _, _, _ in },
        goOn: @escaping @Sendable (SchoolID, Actor?, Transaction) throws -> Void = { _, _, _ in }
    ) {
        (self.open, self.end, self.movable, self.move, self.goOn) = (open, end, movable, move, goOn)
    }

    package static let nobody = all()

    /// Several, one after the other.
    package static func all(_ followers: SchoolFollower...) -> SchoolFollower {
        SchoolFollower(
            open: { school, tx in try followers.flatMap { try $0.open(school, tx) } },
            end: { ended, tx in try followers.forEach { try $0.end(ended, tx) } },
            movable: { school, tx in try followers.flatMap { try $0.movable(school, tx) } },
            move: { move, actor, tx in try followers.forEach { try $0.move(move, actor, tx) } },
            goOn: { school, actor, tx in try followers.forEach { try $0.goOn(school, actor, tx) } })
    }
}

/// `8 posts`
package struct OpenAtSchool: Hashable, Sendable {
    package let words: String

    /// - Returns: nil for none.
    package init?(_ count: Int, _ one: String, _ many: String? = nil) {
        if count == 0 { return nil }
        words = counted(count, one, many)
    }
}

/// A school whose last day in the trust has come.
package struct EndedSchool: Sendable {
    package let school: School
    package let lastDay: Day
    /// nil for the command.
    package let actor: Actor?

    /// For history: `Marsh Lane Infant School closed or left on 29 November 2026`
    package var because: String { "\(school.name) closed or left the trust; its last day was \(lastDay.long)." }

    /// Who stands in the history when a command did it.
    package static let program = "Register import"
}

/// Something at a school that ended and that may go on at another one.
package struct MovableThing: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case post = "Posts"
        case plan = "Plans"
        case pairing = "Line meetings"
    }

    /// As forms send it.
    package let key: String
    package let kind: Kind
    package let words: String

    package init<Subject>(_ kind: Kind, _ id: ID<Subject>, _ words: String) {
        (key, self.kind, self.words) = (Self.key(kind, id), kind, words)
    }

    package static func key<Subject>(_ kind: Kind, _ id: ID<Subject>) -> String { "\(kind)-\(id)" }
}

extension SchoolMove {
    package func takes<Subject>(_ kind: MovableThing.Kind, _ id: ID<Subject>) -> Bool {
        chosen.contains(MovableThing.key(kind, id))
    }
}

/// `3 schools`, `1 school`.
func counted(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
}
