import Database
import Jobs
import Kernel
import PeopleRules

/// Tells who sat in a seat that somebody else sits there now: duties go with a seat, and with them what was said in its
/// line meetings. So nobody can end a post, take it up and read on unnoticed.
struct SeatTakenLetter: Hashable, Sendable {
    static let jobName = "people.write-seat-taken"

    /// The new one in the seat.
    let post: PostID
    let former: PersonID

    var payload: String { "\(post) \(former)" }

    init(post: PostID, former: PersonID) { (self.post, self.former) = (post, former) }

    init?(payload: String) {
        let parts = payload.split(separator: " ").map(String.init)
        guard parts.count == 2, let post = PostID(parts[0]), let former = PersonID(parts[1]) else { return nil }
        self.init(post: post, former: former)
    }

    /// Safe to repeat: a second letter replaces the first in the folder.
    static func job(_ mail: Mail) -> JobKind {
        JobKind(jobName) { payload, database in
            guard mail.isSetUp, let wanted = SeatTakenLetter(payload: payload) else { return }
            let letter = try await database.read { tx in try wanted.letter(tx) }
            if let letter { try await mail.send(letter, at: database.world.now()) }
        }
    }

    /// - Returns: nil when the post was withdrawn meanwhile.
    private func letter(_ tx: Reading) throws -> Letter? {
        guard let line = try tx.postLines("post.id = \(post)", lasting: .earliest).first else { return nil }
        let (holder, former) = (try tx.person(line.post.person), try tx.person(former))
        return Letter(
            mark: "seat-\(post)", to: former.email.text, name: former.name,
            subject: "\(holder.name) holds a post that was yours",
            text: """
                Hello \(former.name),

                From \(line.post.starts.long) \(holder.name) holds a post that was yours:

                \(line.post.role.name), \(line.place)

                Its duties in plans go with it, and so do its line meetings with what was said in them.

                If you did not expect this, ask somebody else than \(holder.name) who looks after people in your school
                or trust. The history of your page there says who ended your post and who gave it.
                """)
    }
}

extension Transaction {
    /// - Parameter post: one that was given just now.
    func tellFormerHolder(of post: Post) throws {
        let former = try first(
            """
            SELECT person_id FROM post WHERE seat_id = \(post.seat) AND id <> \(post.id)
            ORDER BY ends_on DESC, id DESC LIMIT 1
            """
        ) { try $0[0] as PersonID }
        guard let former, former != post.person else { return }
        try enqueue(SeatTakenLetter.jobName, payload: SeatTakenLetter(post: post.id, former: former).payload)
    }
}
