import Database
import Kernel
import NoticeRules
import People
import PeopleRules
import SchoolRules
import Schools

/// A person as letters and feeds see them: with the rights of today and nothing more.
struct Recipient: Hashable, Sendable {
    let actor: Actor
    let email: EmailAddress
    let calendar: SchoolCalendar
    let trustName: String
}

extension Reading {
    /// - Returns: nil for somebody who left or holds no post today.
    func recipient(_ id: PersonID) throws -> Recipient? {
        guard let trust = try trust() else { return nil }
        let person = try person(id)
        let posts = try posts(of: id, lasting: today).filter { $0.isHeld(on: today) }
        guard !person.hasLeft(by: today), !posts.isEmpty else { return nil }
        let actor = Actor(
            person: id, name: person.name, posts: posts.map { HeldPost($0.role, at: $0.place, in: $0.seat) })
        let lived = try actor.calendarSchool.map { try calendar(of: $0) } ?? calendar()
        return Recipient(actor: actor, email: person.email, calendar: lived, trustName: trust.name)
    }
}
