import Kernel
import PeopleRules
import SchoolRules

/// People and places that the tests of the rules share. Ids are told apart by their last character.
enum Fixture {
    static let today = Day(2026, 11, 21)!
    static let now = Instant("2026-11-21T09:30")!
    static let oak = school("1", "Oak Primary")
    static let elm = school("2", "Elm High")
    static let english = Department(
        id: id("d"), school: oak.id, version: 1, name: "English", kind: .subject, closed: nil)

    static func id<Subject>(_ last: Character) -> ID<Subject> { ID(String(repeating: "0", count: 24) + String(last))! }

    static func school(_ last: Character, _ name: String, left: Day? = nil) -> School {
        School(id: id(last), version: 1, facts: SchoolFacts(urn: "10000\(last)", name: name), joined: nil, left: left)
    }

    static func person(_ last: Character, _ name: String, lastDay: Day? = nil) -> Person {
        let mailbox = name.lowercased().replacing(" ", with: ".")
        return Person(
            id: id(last), version: 3, name: name, email: EmailAddress("\(mailbox)@oak.example")!, lastDay: lastDay)
    }

    static func post(
        _ last: Character, of person: Person, _ role: Role, at place: Place, from starts: Day = today - 100,
        to ends: Day = .openEnd
    ) -> Post {
        Post(id: id(last), person: person.id, role: role, place: place, starts: starts, ends: ends)
    }

    static func actor(_ role: Role, at place: Place, id last: Character = "a") -> Actor {
        Actor(person: id(last), name: "Ada Archer", posts: [HeldPost(role, at: place)])
    }

    static let administrator = actor(.administrator, at: .trust)
    static let headOfOak = actor(.headteacher, at: .school(oak.id))
}

/// The sentences of a refusal, by field.
func refused(_ work: () throws -> Void) -> Refusal? {
    do {
        try work()
        return nil
    } catch { return error as? Refusal }
}

extension Refusal {
    var fields: [String] {
        if case .invalid(let errors) = self { errors.all.map(\.field) } else { [] }
    }
}
