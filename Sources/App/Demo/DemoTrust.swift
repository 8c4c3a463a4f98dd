package import Database
package import EvaluationRules
import Foundation
package import Kernel
import People
import PeopleRules
import SchoolRules
import Schools
import Site
import ToolRules
import Tools

/// The invented trust while it is being made: everything goes through the same verbs that people use.
package struct DemoTrust: Sendable {
    package let database: any Database
    package let clock: DemoClock
    package var schools: [SchoolID] = []
    package var departments: [String: DepartmentID] = [:]
    package var actors: [String: Actor] = [:]

    package init(database: any Database, clock: DemoClock) {
        self.database = database
        self.clock = clock
    }

    /// The same trust in a copy of its database.
    package func over(_ copy: any Database, _ clock: DemoClock) -> DemoTrust {
        var trust = DemoTrust(database: copy, clock: clock)
        (trust.schools, trust.departments, trust.actors) = (schools, departments, actors)
        return trust
    }

    /// Imports the schools, adds the first administrator, who adds everybody else, and sets up years and categories.
    ///
    /// - Parameter firstYear: the calendar year in which the first of four academic years starts.
    package mutating func found(firstYear: Int, folder: String) async throws {
        guard let start = Day(firstYear, 8, 20) else { return }
        clock.set(to: start)
        try await markAsInvented(in: database)
        try await importSchools(folder)
        let admin = try await firstAdministrator()
        try await addDepartments(admin)
        try await addPeople(admin)
        for year in firstYear..<firstYear + 4 {
            guard let dates = DemoYear(startsIn: year) else { continue }
            try await startYear(year, dates.typed, by: admin, in: database)
        }
        try await placeSchools(from: start)
    }

    private mutating func importSchools(_ folder: String) async throws {
        let path = folder + "/willowbrook-register.csv"
        try DemoRegister.csv(DemoSchool.willowbrook).write(toFile: path, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: path) }
        _ = try await Schools.importSchools(
            of: DemoRegister.trustUID, from: RegisterFiles(schools: RegisterPath(path)), by: .onTheMachine, actor: nil,
            in: database)
        let known = try await database.read { try $0.everySchool() }
        schools = DemoSchool.willowbrook.compactMap { wanted in known.first { $0.urn == wanted.urn }?.id }
    }

    private mutating func firstAdministrator() async throws -> Actor {
        let person = DemoPerson.administrator
        _ = try await addPersonOnTheMachine(
            name: person.name, email: person.email, role: Role.administrator.rawValue, place: "trust",
            site: SiteAddress("http://willowbrook.example"), in: database)
        guard let email = EmailAddress(person.email),
            let found = try await database.read({ try $0.person(at: email) })
        else { throw Refusal.notFound }
        return try await actor(found.id, named: person.name)
    }

    private mutating func addDepartments(_ admin: Actor) async throws {
        for (index, school) in DemoSchool.willowbrook.enumerated() {
            for department in school.departments {
                guard let kind = Department.Kind(rawValue: department.kind) else { continue }
                let made = try await addDepartment(
                    department.name, kind: kind, to: schools[index], by: admin, in: database)
                departments["\(index) \(department.name)"] = made.id
            }
        }
    }

    private mutating func addPeople(_ admin: Actor) async throws {
        for person in DemoPerson.willowbrook {
            let posts = person.posts.map(input)
            let details = try PersonDetails(name: person.name, email: person.email)
            let added = try await addPerson(details, first: posts[0], by: admin, in: database).person
            for post in posts.dropFirst() { try await givePost(post, to: added.id, by: admin, in: database) }
            _ = try await actor(added.id, named: person.name)
        }
    }

    private func input(_ post: DemoPerson.Post) -> PostInput {
        let day = clock.world.now().day
        guard let index = post.school else { return PostInput(role: post.role, place: .trust, starts: day) }
        let department = post.department.flatMap { departments["\(index) \($0)"] }
        let place = department.map { Place.department($0, of: schools[index]) } ?? .school(schools[index])
        return PostInput(role: post.role, place: place, starts: day)
    }

    private func placeSchools(from day: Day) async throws {
        guard let director = actors["Daniel Whitcombe"] else { return }
        for (index, school) in DemoSchool.willowbrook.enumerated() {
            let input = PlacingInput(category: school.category, reason: school.reason, from: day)
            try await placeSchool(schools[index], input, by: director, in: database)
        }
    }

    private mutating func actor(_ id: PersonID, named name: String) async throws -> Actor {
        let actor = try await demoActor(id, in: database)
        actors[name] = actor
        return actor
    }

    /// Who judges for a side at a place.
    package func judge(_ side: Side, at place: Place) -> Actor? {
        actors.values.sorted { $0.name < $1.name }.first { actor in
            guard ownSide(of: actor, at: place) == side else { return false }
            let own: Set<Role> =
                place.department != nil
                ? [.middleLeader, .liaison] : [.headteacher, .executiveHead, .liaison]
            return actor.posts.contains { own.contains($0.role) }
        } ?? actors.values.sorted { $0.name < $1.name }.first { ownSide(of: $0, at: place) == side }
    }
}

/// Signs in as the demo's page does, because only sign-in makes an actor.
func demoActor(_ id: PersonID, in database: any Database) async throws -> Actor {
    let visitor = Visitor(address: "in-process", browser: nil)
    let token = try await signInOnDemo(as: id, from: visitor, in: database)
    guard let entry = try await Doorkeeping().entry(token: token, in: database) else { throw Refusal.notFound }
    try await signOut(token, in: database)
    return entry.actor
}
