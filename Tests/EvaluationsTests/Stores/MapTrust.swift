import Database
import EvaluationRules
import Evaluations
import Foundation
import Kernel
import People
import Schools
import Site
import TestKit
import ToolRules
import Tools
import Trail

/// A trust for the tests of the map: Ashdown, a primary school with two departments, and Beech Hill, a special school of
/// another authority; one tool for both. What is judged there goes through the verbs, so it is always legal.
struct MapTrust {
    let database: any Database
    let ashdown: SchoolID
    let beechHill: SchoolID
    let english: DepartmentID
    let science: DepartmentID
    let head, liaison, governor, headOfEnglish, beechHead, director, nobody: Actor
    let tool: PublishedTool

    static let area = "Curriculum"

    static func with(
        _ engine: Engine, world: World = .test, _ body: (MapTrust) async throws -> Void
    ) async throws {
        let migrations = trailMigrations + schoolsFeature.migrations + peopleMigrations + toolsFeature.migrations
            + evaluationsFeature.migrations
        try await TestDatabases.with(engine, world: world, migrations: migrations) { database in
            try await installCatalogue(catalogue, in: database)
            try await body(MapTrust(database))
        }
    }

    private static let catalogue = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../Catalogue").standardized.path

    private init(_ database: any Database) async throws {
        let made = try await database.write { tx in try Made(tx) }
        self.database = database
        (ashdown, beechHill) = (made.ashdown, made.beechHill)
        (english, science) = (made.english, made.science)
        let people = made.people
        (head, liaison, governor) = (people[0], people[1], people[2])
        (headOfEnglish, beechHead, director, nobody) = (people[3], people[4], people[5], people[6])
        tool = try await database.read { tx in
            let row = try tx.newestToolVersions().first { $0.tool.text == "curriculum-intent" }!
            return try toolShelf.tool(row.id, in: tx)!
        }
    }
}

/// The rows that everything else stands on.
private struct Made: Sendable {
    let ashdown, beechHill: SchoolID
    let english, science: DepartmentID
    let people: [Actor]

    init(_ tx: Transaction) throws {
        let ashdown = try tx.addSchool("Ashdown Primary School", urn: "100001", phase: "primary", authority: "840")
        let beechHill = try tx.addSchool(
            "Beech Hill", urn: "100002", phase: "all-through", provision: "special", authority: "841")
        let english = try tx.addDepartment("English", of: ashdown)
        (self.ashdown, self.beechHill, self.english) = (ashdown, beechHill, english)
        science = try tx.addDepartment("Science", of: ashdown)
        people = [
            try tx.addPerson("Hana Head", .headteacher, .school(ashdown)),
            try tx.addPerson("Leo Liaison", .liaison, .school(ashdown)),
            try tx.addPerson("Gita Governor", .governor, .school(ashdown)),
            try tx.addPerson("Eve English", .middleLeader, .department(english, of: ashdown)),
            try tx.addPerson("Bea Beech", .headteacher, .school(beechHill)),
            try tx.addPerson("Dev Director", .directorOfEducation, .trust),
            try tx.addPerson("Nora Nobody", nil, .trust),
        ]
    }
}

extension Transaction {
    fileprivate func addSchool(
        _ name: String, urn: String, phase: String, provision: String = "mainstream", authority: String
    ) throws -> SchoolID {
        let id: SchoolID = newID()
        try run(
            """
            INSERT INTO school (id, version, urn, name, type, provision, status, phase, authority_code, authority,
                                establishment_number)
            VALUES (\(id), 1, \(urn), \(name), 'Academy converter', \(provision), 'open', \(phase), \(authority),
                    \("Authority \(authority)"), '2000')
            """)
        return id
    }

    fileprivate func addDepartment(_ name: String, of school: SchoolID) throws -> DepartmentID {
        let id: DepartmentID = newID()
        try run(
            """
            INSERT INTO department (id, school_id, version, name, kind)
            VALUES (\(id), \(school), 1, \(name), 'subject')
            """)
        return id
    }

    /// - Parameter role: nil for somebody without a post.
    fileprivate func addPerson(_ name: String, _ role: Role?, _ place: Place) throws -> Actor {
        let id: PersonID = newID()
        let email = name.lowercased().replacing(" ", with: ".") + "@trust.example"
        try run(
            "INSERT INTO person (id, version, name, email, added_at) VALUES (\(id), 1, \(name), \(email), \(moment))")
        guard let role else { return Actor(person: id, name: name, posts: []) }
        let post: ID<HeldPost> = newID()
        try run(
            """
            INSERT INTO post (id, person_id, role, school_id, department_id, starts_on, ends_on)
            VALUES (\(post), \(id), \(role), \(place.school), \(place.department), '2020-09-01', '9999-12-31')
            """)
        return Actor(person: id, name: name, posts: [HeldPost(role, at: place)])
    }
}
