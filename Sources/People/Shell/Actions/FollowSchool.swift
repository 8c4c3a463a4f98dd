package import Database
package import Kernel
import PeopleRules
package import SchoolRules
package import Schools
import Trail

/// With a school's last day the posts there end, and with them the rights that they give; they may go on at another school
/// in the same seats, and come back with the school.
package let postsFollowTheirSchool = SchoolFollower(
    open: { school, tx in [OpenAtSchool(try tx.openPosts(at: school), "post")].compactMap(\.self) },
    end: { ended, tx in
        let (school, lastDay) = (ended.school.id, ended.lastDay)
        for post in try tx.posts(at: school, beyond: lastDay) {
            try tx.record(
                "post-ended", "person", post.person, by: ended.actor, orBy: EndedSchool.program,
                before: try tx.words(for: post), after: ended.because)
        }
        try tx.endPosts(at: school, after: lastDay)
    },
    movable: { school, tx in
        try tx.postsOfEndedSchool(school).map { MovableThing(.post, $0.post.id, $0.words) }
    },
    move: { move, actor, tx in
        for (post, _) in try tx.postsOfEndedSchool(move.from.id) where move.takes(.post, post.id) {
            let place = try tx.place(of: post.place, after: move, by: actor)
            let moved = post.goingOn(at: place, from: tx.today, id: tx.newID())
            try tx.move(post.seat, to: place)
            try tx.save(moved)
            try tx.forget(post.id)
            try tx.record(
                "post-given", "person", post.person, by: actor, before: move.from.name,
                after: try tx.words(for: moved.post))
        }
    },
    goOn: { school, _, tx in try tx.bringBackPosts(at: school) })

extension Transaction {
    /// Takes those seats of a school that ended along in which nobody sat on its last day, so that whoever gets such a post
    /// at the other school takes up their duties.
    package func moveVacantSeats(_ seats: some Sequence<SeatID>, after move: SchoolMove, by actor: Actor) throws {
        let waiting = Set(try postsOfEndedSchool(move.from.id).map(\.post.seat))
        for seat in try self.seats(Set(seats), on: today).values
        where seat.place.school == move.from.id && !waiting.contains(seat.id) {
            try self.move(seat.id, to: place(of: seat.place, after: move, by: actor))
        }
    }
}
