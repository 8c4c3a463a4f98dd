import Database
import Foundation
import Jobs
import Kernel
import People
import PeopleRules
import SchoolRules
import Schools
import Site
import TestKit
import Testing
import Trail

/// A small trust made by its own verbs: two schools, one department, one administrator who signs in by password.
struct Oakmere: Sendable {
    static let password = "kettle harbour violin"
    static let migrations =
        trailMigrations + jobMigrations + formsFeature.migrations + schoolsFeature().migrations
        + calendarFeature().migrations + peopleMigrations
    static let site = SiteAddress("https://oakmere.example")
    static let visitor = Visitor(address: "192.0.2.7", browser: "Test browser")

    private(set) var database: any Database
    private(set) var clock: Clock
    /// As cheap as can be; what it protects is not worth protecting.
    let hasher = PasswordHasher(cost: ScryptCost(logN: 4, r: 8, p: 1)!)
    let administrator: Actor
    let administratorToken: String
    let oak: SchoolID
    let elm: SchoolID
    let english: DepartmentID

    var today: Day { clock.now.day }
    var atEnglish: Place { .department(english, of: oak) }

    static func with(_ engine: Engine, _ body: (Oakmere) async throws -> Void) async throws {
        let clock = Clock()
        try await founded.with(engine, world: clock.world) { database, founded in
            try await body(founded.over(database, clock))
        }
    }

    private static let founded = TestTemplate(world: foundingWorld) { database in
        try await Migrator(migrations).migrate(database)
        return try await Oakmere(founding: database, Clock())
    }

    /// Draws lots, because the tests' own world counts from the start again, and is a millisecond early, so that what
    /// tests do comes after it.
    private static let foundingWorld = World(
        now: { Instant(milliseconds: Clock().now.milliseconds - 1) },
        randomBytes: { (0..<$0).map { _ in UInt8.random(in: 0...255) } })

    /// The same trust in a copy of its database.
    private func over(_ copy: any Database, _ clock: Clock) -> Oakmere {
        var trust = self
        (trust.database, trust.clock) = (copy, clock)
        return trust
    }

    private init(founding database: any Database, _ clock: Clock) async throws {
        (self.database, self.clock) = (database, clock)
        try await markAsInvented(in: database)
        administratorToken = try await foundTrust(
            Self.founding(), code: "c0de", from: Self.visitor, hasher: hasher, in: database)
        administrator = try #require(await Doorkeeping().entry(token: administratorToken, in: database)).actor
        try await Self.bringInSchools(into: database)
        let schools = try await database.read { try $0.everySchool() }
        (oak, elm) = (schools[0].id, schools[1].id)
        english = try await addDepartment("English", kind: .subject, to: oak, by: administrator, in: database).id
    }

    static func founding(
        code: String = "c0de", trust: String = "Oakmere Trust", password: String = Self.password
    ) -> FoundingInput {
        FoundingInput(
            code: code, trustName: trust, name: "Ada Archer", email: "ada@oakmere.example",
            password: PasswordInput(password: password, again: password))
    }

    private static func bringInSchools(into database: any Database) async throws {
        try await TestDatabases.withFolder { folder in
            let file = folder + "/schools.csv"
            try register.write(toFile: file, atomically: true, encoding: .utf8)
            _ = try await Schools.importSchools(
                of: "9001", from: RegisterFiles(schools: RegisterPath(file)), by: .onTheMachine, actor: nil,
                in: database)
        }
    }

    private static let register = """
        URN,LA (code),LA (name),EstablishmentNumber,EstablishmentName,TypeOfEstablishment (code),\
        TypeOfEstablishment (name),EstablishmentStatus (code),EstablishmentStatus (name),PhaseOfEducation (code),\
        PhaseOfEducation (name),StatutoryLowAge,StatutoryHighAge,TrustSchoolFlag (code),\
        TrustSchoolFlag (name),Trusts (code),Trusts (name)
        100001,855,Oakshire,2001,Oak Primary,34,Academy converter,1,Open,2,Primary,4,11,3,Supported by a multi-academy trust,9001,OAKMERE TRUST
        100002,855,Oakshire,4001,Elm High,34,Academy converter,1,Open,4,Secondary,11,16,3,Supported by a multi-academy trust,9001,OAKMERE TRUST
        """

    // MARK: - People

    /// Somebody with one post, from a hundred days ago unless said otherwise.
    func add(_ name: String, _ role: Role, at place: Place, from starts: Day? = nil, to ends: Day? = nil) async throws
        -> Person
    {
        let mailbox = name.lowercased().replacing(" ", with: ".")
        return try await addPerson(
            PersonDetails(name: name, email: "\(mailbox)@oakmere.example"),
            first: PostInput(role: role, place: place, starts: starts ?? today - 100, ends: ends),
            by: administrator, in: database
        ).person
    }

    /// The same, with a password chosen through an invitation.
    func addWithPassword(_ name: String, _ role: Role, at place: Place) async throws -> Person {
        let person = try await add(name, role, at: place)
        let link = try await invite(person.id, to: Self.site, by: administrator, in: database)
        _ = try await acceptInvitation(
            Self.secret(of: link), with: PasswordInput(password: Self.password, again: Self.password),
            from: Self.visitor, hasher: hasher, in: database)
        return person
    }

    func actor(_ person: Person) async throws -> Actor {
        let token = try await signInOnDemo(as: person.id, from: Self.visitor, in: database)
        return try #require(await Doorkeeping().entry(token: token, in: database)).actor
    }

    func posts(of person: PersonID) async throws -> [Post] {
        try await database.read { try $0.posts(of: person, lasting: $0.today) }
    }

    static func secret(of link: String) -> String { String(link.split(separator: "/").last!) }
}
