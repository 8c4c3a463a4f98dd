package import Database
package import Kernel
import SchoolRules

/// What moves when the calendar does, such as the days on which plans are looked at. Another feature knows how; `App`
/// hands it over, because Schools reads no other feature.
package struct CalendarFollower: Sendable {
    /// Brings it in line with the calendar as it now stands in the transaction, and says what that moved.
    package let follow:
        @Sendable (_ changed: ChangedCalendar, _ actor: Actor, _ tx: Transaction) throws -> [CalendarMove]

    package init(
        follow:
            @escaping @Sendable (_ changed: ChangedCalendar, _ actor: Actor, _ tx: Transaction) throws -> [CalendarMove]
    ) {
        self.follow = follow
    }

    package static let nobody = all()

    /// Several, one after the other.
    package static func all(_ followers: CalendarFollower...) -> CalendarFollower {
        CalendarFollower { changed, actor, tx in try followers.flatMap { try $0.follow(changed, actor, tx) } }
    }
}

/// The calendar after a change, for what follows it.
package struct ChangedCalendar: Sendable {
    /// The school whose own days changed; nil when the trust's did, which every school follows.
    package let school: SchoolID?
    private let shared: SchoolCalendar
    private let own: [SchoolID: SchoolCalendar]

    fileprivate init(_ calendar: TrustCalendar, of school: SchoolID?) throws {
        let shared = try calendar.shared()
        (self.school, self.shared) = (school, shared)
        own = try Dictionary(grouping: calendar.own, by: \.school).mapValues {
            try shared.with($0.map(\.exceptions))
        }
    }

    /// The one that is kept at a place: its school's, or the trust's.
    package func calendar(at place: Place) -> SchoolCalendar { place.school.flatMap { own[$0] } ?? shared }
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
        let changed = try ChangedCalendar(trustCalendar(with: school.map { .of($0) } ?? .everySchools), of: school)
        let moves = try follower.follow(changed, actor, self)
        if !moves.isEmpty, moves.fingerprint != seen { throw CalendarMovesUnseen(moves: moves) }
    }
}
