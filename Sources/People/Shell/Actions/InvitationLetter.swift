import Database
import Jobs
import Kernel
import PeopleRules
import SchoolRules
import Schools

/// What the job that writes the letter of an invitation, or of a forgotten password, carries: no secret, because jobs can be read in the database. The
/// link is made when the letter is.
struct InvitationLetter: Hashable, Sendable {
    static let jobName = "people.write-invitation"

    let invitation: InvitationID
    let site: SiteAddress

    var payload: String { "\(invitation) \(site)" }

    init(invitation: InvitationID, site: SiteAddress) { (self.invitation, self.site) = (invitation, site) }

    init?(payload: String) {
        let parts = payload.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, let id = InvitationID(String(parts[0])) else { return nil }
        self.init(invitation: id, site: SiteAddress(String(parts[1])))
    }

    /// Safe to repeat: a second letter replaces the first in the folder, and both links lead to the same invitation.
    static func job(_ mail: Mail) -> JobKind {
        JobKind(jobName) { payload, database in
            guard mail.isSetUp, let wanted = InvitationLetter(payload: payload) else { return }
            let letter = try await database.write { tx in try wanted.letter(tx) }
            if let letter { try await mail.send(letter, at: database.world.now()) }
        }
    }

    /// - Returns: nil when the invitation was accepted or replaced meanwhile.
    private func letter(_ tx: Transaction) throws -> Letter? {
        guard let found = try tx.invitation(invitation), found.isOpen(at: tx.moment) else { return nil }
        let person = try tx.person(found.person)
        let trust = (try tx.trust()?.name ?? "your trust").isolated
        let link = site.link(to: try tx.newLink(to: invitation))
        guard found.kind == .invited else {
            return Letter(
                mark: "password-\(invitation)", to: person.email.text, name: person.name,
                subject: "A new password for Termwise of \(trust)",
                text: """
                    Hello \(person.name),

                    Somebody, most likely you, said that you forgot your password for Termwise of \(trust). To choose a new one,
                    open this address:

                    \(link)

                    It works once, until \(found.expires.inWords). A new password signs you out everywhere else.

                    If it was not you, you need not do anything: your password stays as it is.
                    """)
        }
        return Letter(
            mark: "invitation-\(invitation)", to: person.email.text, name: person.name,
            subject: "Your invitation to Termwise of \(trust)",
            text: """
                Hello \(person.name.isolated),

                \(trust) keeps its school improvement in Termwise. To come in, open this address and choose a password:

                \(link)

                It works once, until \(found.expires.inWords). If it has run out, ask whoever looks after people in your
                school or trust for a new one.

                If you did not expect this, you need not do anything.
                """)
    }
}
