package import Database
package import Kernel
package import SchoolRules
import Trail

/// What is still open at a school that closed or left, and where it may go on.
package struct SchoolToMove: Sendable {
    package let school: School
    package let things: [MovableThing]
    package let targets: [School]
    /// The school of the trust that continues this one, where the register tells.
    package let successor: SchoolID?
    /// What went on elsewhere before, the last move first.
    package var moved: [SchoolMoved] = []
}

/// A move that was made.
package struct SchoolMoved: Hashable, Sendable {
    package let day: Day
    package let who: String
    /// `To Hartley High School: Rosa Fernandez, Headteacher; Reading in every lesson (live)`
    package let words: String
}

private let movedVerb = "school-moved"

/// - Throws: `forbidden`, `notFound`.
package func readSchoolToMove(
    _ id: SchoolID, by actor: Actor, following follower: SchoolFollower, in database: any Database
) async throws -> SchoolToMove {
    try await database.read { tx in
        _ = try MayMoveSchools(actor)
        guard let school = try tx.school(id) else { throw Refusal.notFound }
        let targets = try tx.everySchool().filter(\.isCurrent).sorted { $0.name < $1.name }
        let successors = try tx.successorLinks().filter { $0.predecessor == school.urn }.map(\.successor)
        return SchoolToMove(
            school: school, things: school.isCurrent ? [] : try follower.movable(id, tx), targets: targets,
            successor: targets.first { successors.contains($0.urn) }?.id,
            moved: try tx.trail(of: id).filter { $0.verb == movedVerb }.map {
                SchoolMoved(day: $0.at.day, who: $0.who, words: $0.after)
            })
    }
}

/// Lets posts, plans and line meetings of a school that closed or left go on at another one, with their seats.
///
/// - Throws: `forbidden`, `notFound`, and what `School.moving` throws.
package func moveFromSchool(
    _ id: SchoolID, _ chosen: Set<String>, to target: SchoolID?, by actor: Actor, following follower: SchoolFollower,
    in database: any Database
) async throws {
    try await database.write { tx in
        let permit = try MayMoveSchools(actor)
        guard let school = try tx.school(id) else { throw Refusal.notFound }
        try tx.hold(school)
        if let target { try tx.holdSchool(target) }
        try tx.holdCalendar()
        let things = try follower.movable(id, tx)
        let move = try school.moving(
            chosen, of: Set(things.map(\.key)), to: try target.flatMap { try tx.school($0) }, by: permit)
        try follower.move(move, actor, tx)
        try follower.goOn(move.to.id, actor, tx)
        try tx.record(
            movedVerb, "school", id, by: actor, before: move.from.name,
            after: "To \(move.to.name): "
                + things.filter { chosen.contains($0.key) }.map(\.words).joined(separator: "; "))
    }
}

extension Transaction {
    /// Two that move from one school meet here. Nothing is changed.
    ///
    /// - Throws: `Refusal.stale` when the school was saved since it was read.
    fileprivate func hold(_ school: School) throws {
        let held = try run(
            "UPDATE school SET version = version WHERE id = \(school.id) AND version = \(school.version)")
        if held == 0 { throw Refusal.stale }
    }
}
