import Database
import Kernel
import PeopleRules
import SchoolRules
import Schools

extension Invitation.Kind: Bindable, Readable {}

extension Reading {
    /// - Parameter link: the hash of the secret in the address that was opened.
    func invitation(behind link: TokenHash) throws -> Invitation? {
        try oneInvitation("id IN (SELECT invitation_id FROM invitation_link WHERE secret_hash = \(link))")
    }

    func invitation(_ id: InvitationID) throws -> Invitation? { try oneInvitation("id = \(id)") }

    /// The newest of its kind for a person, whatever became of it.
    func lastInvitation(_ kind: Invitation.Kind, of person: PersonID) throws -> Invitation? {
        try oneInvitation("person_id = \(person) AND kind = \(kind)")
    }

    private func oneInvitation(_ condition: SQL) throws -> Invitation? {
        try first(
            """
            SELECT id, person_id, kind, sent_at, expires_at, sent_by, ended_at FROM invitation
            WHERE \(condition) ORDER BY sent_at DESC, id DESC LIMIT 1
            """
        ) { row in
            Invitation(
                id: try row[0], person: try row[1], kind: try row[2], sent: try row[3], expires: try row[4],
                by: try row[5], ended: try row[6])
        }
    }

    /// Whether whoever sent it could send it again with the posts of today: it opens everything that the person may see.
    func mayStillInvite(_ invitation: Invitation) throws -> Bool {
        guard invitation.kind == .invited, let sender = invitation.by else { return true }
        let person = try person(invitation.person)
        guard let actor = try actorToday(sender), let manage = try? MayManagePeople(actor) else { return false }
        return (try? MayKeepPerson(manage, person, holding: try posts(of: person.id, lasting: today))) != nil
    }

    /// Somebody with the posts of today; nil for whoever left.
    private func actorToday(_ id: PersonID) throws -> Actor? {
        let person = try person(id)
        guard !person.hasLeft(by: today) else { return nil }
        let held = try posts(of: id, lasting: today).filter { $0.isHeld(on: today) }
        return Actor(person: id, name: person.name, posts: held.map { HeldPost($0.role, at: $0.place, in: $0.seat) })
    }

    /// That of the school where all their posts are, else the trust's.
    func calendar(livedBy person: PersonID) throws -> SchoolCalendar {
        let schools = Set(try posts(of: person, lasting: today).map(\.place.school))
        guard schools.count == 1, let only = schools.first, let school = only else { return try calendar() }
        return try calendar(of: school)
    }
}

extension Transaction {
    func save(_ change: InvitationSent) throws {
        let invitation = change.invitation
        try run(
            """
            INSERT INTO invitation (id, person_id, kind, sent_at, expires_at, sent_by)
            VALUES (\(invitation.id), \(invitation.person), \(invitation.kind), \(invitation.sent),
                    \(invitation.expires), \(invitation.by))
            """)
    }

    /// - Returns: the secret part of a link's address; the database keeps its hash.
    func newLink(to invitation: InvitationID) throws -> String {
        let secret = world.secret()
        try run(
            "INSERT INTO invitation_link (secret_hash, invitation_id) VALUES (\(TokenHash(secret)), \(invitation))")
        return secret
    }

    /// Ends every open link of a person.
    func withdrawInvitations(of person: PersonID) throws {
        try run(
            """
            UPDATE invitation SET ended_at = \(moment), how = 'withdrawn'
            WHERE person_id = \(person) AND ended_at IS NULL
            """)
    }

    /// After a post was given: an invitation whose sender does not give such a post opens it no longer, even if the post
    /// ends before the invitation does.
    func withdrawInvitationBeyondReach(of person: PersonID) throws {
        guard let last = try lastInvitation(.invited, of: person), last.isOpen(at: moment) else { return }
        if try !mayStillInvite(last) { try withdrawInvitations(of: person) }
    }

    /// - Throws: `Refusal.conflict` when another browser accepted it a moment ago.
    func accept(_ open: OpenInvitation) throws {
        let accepted = try run(
            """
            UPDATE invitation SET ended_at = \(moment), how = 'accepted'
            WHERE id = \(open.invitation.id) AND ended_at IS NULL
            """)
        if accepted == 0 { throw Refusal.conflict("This link was used a moment ago.") }
    }
}
