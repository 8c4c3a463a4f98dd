package import Database
package import Kernel

/// What moves when the calendar does, such as the days on which plans are looked at. Another feature knows how; `App`
/// hands it over, because Schools reads no other feature.
package struct CalendarFollower: Sendable {
    /// Brings it in line with the calendar as it now stands in the transaction, for one school or, with nil, for all,
    /// and says what that moved.
    package let follow: @Sendable (_ school: SchoolID?, _ actor: Actor, _ tx: Transaction) throws -> [CalendarMove]

    package init(
        follow: @escaping @Sendable (_ school: SchoolID?, _ actor: Actor, _ tx: Transaction) throws -> [CalendarMove]
    ) {
        self.follow = follow
    }

    package static let nobody = CalendarFollower { _, _, _ in [] }
}

/// One thing that the calendar moves.
package struct CalendarMove: Hashable, Sendable {
    package let what: String
    package let place: String
    /// nil for what comes anew.
    package let from: Day?
    /// nil for what is called off.
    package let to: Day?

    package init(what: String, place: String, from: Day?, to: Day?) {
        (self.what, self.place, self.from, self.to) = (what, place, from, to)
    }
}

/// A change of the calendar would move what nobody has seen yet. Nothing was saved; the page shows the moves and sends
/// their fingerprint back with "do it".
package struct CalendarMovesUnseen: Error {
    package let moves: [CalendarMove]
    package var fingerprint: String { moves.fingerprint }
}

extension [CalendarMove] {
    fileprivate var fingerprint: String {
        map { [$0.what, $0.place, $0.from?.description ?? "", $0.to?.description ?? ""].joined(separator: "\t") }
            .joined(separator: "\n").fingerprint
    }
}

extension Transaction {
    /// The last step of each verb that changes the calendar: moves what follows it, provided that exactly these moves
    /// were shown before.
    ///
    /// - Parameter seen: the fingerprint of the moves that a page showed.
    /// - Throws: `CalendarMovesUnseen`, and with it everything is undone.
    func follow(
        _ school: SchoolID?, with follower: CalendarFollower, seen: String?, by actor: Actor
    ) throws {
        let moves = try follower.follow(school, actor, self)
        if !moves.isEmpty, moves.fingerprint != seen { throw CalendarMovesUnseen(moves: moves) }
    }
}
