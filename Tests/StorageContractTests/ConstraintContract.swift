import Database
import Kernel
import TestKit
import Testing

@Suite struct ConstraintContract {
    private static let violations: [(Kind, SQL)] = [
        (.unique, "INSERT INTO shelf (id, name) VALUES ('a', 'b')"),
        (.unique, "INSERT INTO shelf (id, name) VALUES ('b', 'a')"),
        (.check, "INSERT INTO shelf (id, name) VALUES ('b', '')"),
        (.check, "INSERT INTO shelf (id, name) VALUES ('b', NULL)"),
        (.check, "UPDATE book SET pages = -10"),
        (.foreignKey, "INSERT INTO book (id, shelf_id, title) VALUES ('y', 'nowhere', 't')"),
        (.foreignKey, "DELETE FROM shelf WHERE id = 'a'"),
        (.failed, "SELECT nothing FROM nowhere"),
        (.failed, "this is no sentence"),
    ]

    @Test(arguments: Engine.available)
    func aBrokenConstraintIsNamedInOurWords(_ engine: Engine) async throws {
        try await Shelf.with(engine) { database in
            try await database.write { try $0.add("x", pages: 1) }
            for (expected, sql) in Self.violations {
                let kind = await Kind.thrown { try await database.write { try $0.run(sql) } }
                #expect(kind == expected, "\(sql)")
            }
            #expect(try await database.read { try $0.pages(of: "x") } == 1)
        }
    }

    @Test(arguments: Engine.available)
    func whatMustStayCannotBeDeletedUnderIt(_ engine: Engine) async throws {
        let lane = Shelf.step(
            "0001-lane",
            """
            CREATE TABLE lane (id TEXT NOT NULL PRIMARY KEY);
            CREATE TABLE house (lane_id TEXT NOT NULL REFERENCES lane (id) ON DELETE RESTRICT);
            INSERT INTO lane VALUES ('x');
            INSERT INTO house VALUES ('x');
            """)
        try await TestDatabases.with(engine, migrations: [lane]) { database in
            let kind = await Kind.thrown { try await database.write { try $0.run("DELETE FROM lane") } }
            #expect(kind == .foreignKey)
        }
    }

    @Test(arguments: Engine.available)
    func aDeferredForeignKeyMayBeSatisfiedLater(_ engine: Engine) async throws {
        try await Shelf.with(engine) { database in
            try await database.write { tx in
                try tx.add("first", sequel: "second")
                try tx.add("second")
            }
            #expect(try await database.read { try $0.books() } == ["first", "second"])
        }
    }

    @Test(arguments: Engine.available)
    func aDeferredForeignKeyLeftOpenFailsTheVerbAndNotItsNeighbours(_ engine: Engine) async throws {
        try await Shelf.with(engine) { database in
            let kinds = await withTaskGroup(of: (Int, Kind?).self) { group in
                for index in 0..<12 {
                    group.addTask {
                        let sequel = index == 5 ? "nowhere" : nil
                        return (
                            index,
                            await Kind.thrown { try await database.write { try $0.add("\(index)", sequel: sequel) } }
                        )
                    }
                }
                return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
            }
            #expect(kinds == [5: .foreignKey])
            let books = try await database.read { try $0.books() }
            #expect(books.count == 11)
        }
    }

    @Test(arguments: Engine.available)
    func whatTheDatabaseSaysNamesTheConstraintAndNotTheValues(_ engine: Engine) async throws {
        try await Shelf.with(engine) { database in
            do {
                try await database.write { tx in
                    try tx.run("INSERT INTO shelf (id, name) VALUES (\("b"), \("Amelia Shah"))")
                    try tx.run("INSERT INTO shelf (id, name) VALUES (\("c"), \("Amelia Shah"))")
                }
                Issue.record("Two shelves of one name were taken.")
            } catch let error as DatabaseError {
                #expect(error.description.contains("name"))
                #expect(!error.description.contains("Amelia"))
            }
        }
    }
}
