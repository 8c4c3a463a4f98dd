import Database
import Kernel
import PeopleRules

extension Reading {
    /// - Parameter link: the hash of the secret in the address that was opened.
    func invitation(behind link: TokenHash) throws -> Invitation? {
        try first(
            """
            SELECT invitation.id, invitation.person_id, invitation.sent_at, invitation.ended_at
            FROM invitation_link JOIN invitation ON invitation.id = invitation_link.invitation_id
            WHERE invitation_link.secret_hash = \(link)
            """
        ) { try readInvitation($0) }
    }

    func invitation(_ id: InvitationID) throws -> Invitation? {
        try first("SELECT id, person_id, sent_at, ended_at FROM invitation WHERE id = \(id)") { try readInvitation($0) }
    }

    /// The newest invitation of a person, whatever became of it.
    func lastInvitation(of person: PersonID) throws -> Invitation? {
        try first(
            """
            SELECT id, person_id, sent_at, ended_at FROM invitation
            WHERE person_id = \(person) ORDER BY sent_at DESC, id DESC LIMIT 1
            """
        ) { try readInvitation($0) }
    }

    private func readInvitation(_ row: borrowing Row) throws -> Invitation {
        Invitation(id: try row[0], person: try row[1], sent: try row[2], ended: try row[3])
    }
}

extension Transaction {
    /// Ends the invitations before it.
    func save(_ change: InvitationSent) throws {
        let invitation = change.invitation
        try replaceInvitations(of: invitation.person)
        try run(
            """
            INSERT INTO invitation (id, person_id, sent_at, sent_by)
            VALUES (\(invitation.id), \(invitation.person), \(invitation.sent), \(change.by))
            """)
    }

    /// - Returns: the secret part of a link's address; the database keeps its hash.
    func newLink(to invitation: InvitationID) throws -> String {
        let secret = world.secret()
        try run(
            "INSERT INTO invitation_link (secret_hash, invitation_id) VALUES (\(TokenHash(secret)), \(invitation))")
        return secret
    }

    func replaceInvitations(of person: PersonID) throws {
        try run(
            """
            UPDATE invitation SET ended_at = \(moment), how = 'replaced'
            WHERE person_id = \(person) AND ended_at IS NULL
            """)
    }

    /// - Throws: `Refusal.conflict` when another browser accepted it a moment ago.
    func accept(_ open: OpenInvitation) throws {
        let accepted = try run(
            """
            UPDATE invitation SET ended_at = \(moment), how = 'accepted'
            WHERE id = \(open.invitation.id) AND ended_at IS NULL
            """)
        if accepted == 0 { throw Refusal.conflict("This invitation was used a moment ago.") }
    }
}
