import Database
import Kernel
import Site
import TestKit
import Testing
import ToolRules
import Tools
import Trail

@Suite struct ToolStoreTests {
    /// A database with the schema of tools and a catalogue of these files.
    func with(
        _ engine: Engine, _ files: [String: String],
        _ body: (any Database, CatalogueOnDisk) async throws -> Void
    ) async throws {
        try await TestDatabases.with(engine, migrations: trailMigrations + toolsFeature.migrations) { database in
            try await CatalogueOnDisk.with(files) { try await body(database, $0) }
        }
    }

    @Test(arguments: Engine.available) func installsEveryVersionOnce(_ engine: Engine) async throws {
        try await with(engine, oneTool.merging(twoVersions) { a, _ in a }) { database, folder in
            let installed = try await installCatalogue(folder.path, in: database)
            #expect(installed.map { "\($0.tool) \($0.version)" } == ["reading 2026-1", "sums 2026-1", "sums 2026-2"])
            #expect(try await installCatalogue(folder.path, in: database) == [])
            let rows = try await database.read { try $0.toolVersions() }
            #expect(rows.map { "\($0.tool) \($0.version)" } == ["reading 2026-1", "sums 2026-2", "sums 2026-1"])
        }
    }

    @Test(arguments: Engine.available) func installsOnceWhenSeveralProcessesStartTogether(_ engine: Engine) async throws
    {
        try await with(engine, oneTool.merging(twoVersions) { a, _ in a }) { database, folder in
            let path = folder.path
            let installed = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<4 { group.addTask { try await installCatalogue(path, in: database).count } }
                return try await group.reduce(0, +)
            }
            #expect(installed == 3)
        }
    }

    @Test(arguments: Engine.available) func addsOnlyWhatIsNew(_ engine: Engine) async throws {
        try await with(engine, ["tools/sums/2026-1.yaml": sumsFirst.yaml]) { database, folder in
            try await installCatalogue(folder.path, in: database)
            try folder.write(sumsSecond.yaml, to: "tools/sums/2026-2.yaml")
            let installed = try await installCatalogue(folder.path, in: database)
            #expect(installed.map(\.version.description) == ["2026-2"])
            let newest = try await database.read { try $0.newestToolVersions() }
            #expect(newest.map(\.version.description) == ["2026-2"])
        }
    }

    @Test(arguments: Engine.available) func refusesOtherWordsForWhatATrustHas(_ engine: Engine) async throws {
        try await with(engine, oneTool) { database, folder in
            try await installCatalogue(folder.path, in: database)
            try folder.write(reading(replacing: "stumbles.", by: "falls."), to: readingFile)
            try folder.write(sumsFirst.yaml, to: "tools/sums/2026-1.yaml")
            let refusal = await #expect(throws: Refusal.self) { try await installCatalogue(folder.path, in: database) }
            #expect(refusal?.sentence.hasPrefix("This trust was given other words for reading 2026-1") == true)
            let kept = try await database.read { try $0.toolVersions().map(\.tool.text) }
            #expect(kept == ["reading"], "nothing of a refused catalogue is installed")
        }
    }

    @Test(arguments: Engine.available) func installsNothingOfACatalogueWithFaults(_ engine: Engine) async throws {
        let files = twoVersions.merging([readingFile: "tool: reading\n"]) { a, _ in a }
        try await with(engine, files) { database, folder in
            await #expect(throws: CatalogueFaults.self) { try await installCatalogue(folder.path, in: database) }
            let rows = try await database.read { try $0.toolVersions() }
            #expect(rows == [])
        }
    }

    @Test(arguments: Engine.available) func givesBackTheWholeVersion(_ engine: Engine) async throws {
        try await with(engine, oneTool) { database, folder in
            try await installCatalogue(folder.path, in: database)
            let edition = try readCatalogue(folder.path).editions[0]
            let read = try await database.read { tx in
                let id = try tx.toolVersionID(edition.version.tool, edition.version.version)
                return (try id.flatMap(tx.publishedTool), try id.flatMap(tx.toolContent))
            }
            #expect(read.0?.version == edition.version)
            #expect(read.0?.items == edition.published.items && read.0?.hash == edition.published.hash)
            #expect(read.1 == readingTool)
        }
    }

    @Test(arguments: Engine.available) func listsWhatALibraryShows(_ engine: Engine) async throws {
        try await with(engine, oneTool) { database, folder in
            try await installCatalogue(folder.path, in: database)
            let row = try #require(try await readToolLibrary(in: database).first)
            #expect(row.name == "Reading at home" && row.area == "Curriculum" && row.judgedItems == 4)
            #expect(row.judgedFor == [.school] && row.purpose.hasPrefix("Helps a school"))
        }
    }

    @Test(arguments: Engine.available) func writesRowsThatJudgementsCanPointAt(_ engine: Engine) async throws {
        try await with(engine, oneTool) { database, folder in
            try await installCatalogue(folder.path, in: database)
            let tool = try readCatalogue(folder.path).editions[0].published
            let rows = try await database.read { tx in
                try tx.rows(
                    """
                    SELECT item.number, item.key, item.judged_order, parent.key, aspect.key, item.id
                    FROM tool_item item JOIN tool_aspect aspect ON aspect.id = item.aspect_id
                    LEFT JOIN tool_item parent ON parent.id = item.parent_id
                    ORDER BY item.position
                    """
                ) { row in
                    let order: Int? = try row[2]
                    let parent: String? = try row[3]
                    let words = [
                        try row[0] as String, try row[1], order.map(String.init) ?? "–", parent ?? "–", try row[4],
                    ]
                    return (words: words.joined(separator: " "), id: try row[5] as ItemID)
                }
            }
            #expect(
                rows.map(\.words) == [
                    "1.1 matched 1 – books", "1.2 changed 2 – books", "2.1 shown – – families",
                    "2.1 a shown-early 3 shown families", "2.1 b shown-again 4 shown families",
                ])
            #expect(rows.map(\.id).filter { tool.item($0) != nil } == tool.items.map(\.id))
            let levels = try await database.read { tx in
                try tx.rows("SELECT number, key, name FROM tool_level ORDER BY number") { row in
                    "\(try row[0] as Int) \(try row[1] as String) \(try row[2] as String)"
                }
            }
            #expect(levels == ["1 not-yet Not yet", "2 some In places", "3 secure Secure"])
        }
    }

    @Test(arguments: Engine.available) func keepsWhereEachItemComesFrom(_ engine: Engine) async throws {
        try await with(engine, twoVersions) { database, folder in
            try await installCatalogue(folder.path, in: database)
            let origins = try await database.read { tx in
                try tx.rows(
                    """
                    SELECT item.key, origin.kind, old.key
                    FROM tool_item_origin origin JOIN tool_item item ON item.id = origin.item_id
                    JOIN tool_item old ON old.id = origin.origin_id ORDER BY item.position, old.position
                    """
                ) { "\(try $0[0] as String) \(try $0[1] as String) \(try $0[2] as String)" }
            }
            #expect(
                origins == [
                    "told same told", "drawn reworded drawn", "early-one split early", "early-two split early",
                    "both merged late", "both merged voices",
                ])
            let follows = try await database.read { tx in
                try tx.rows(
                    """
                    SELECT new.version, old.version
                    FROM tool_version new JOIN tool_version old ON old.id = new.follows_id
                    """
                ) { "\(try $0[0] as String) follows \(try $0[1] as String)" }
            }
            #expect(follows == ["2026-2 follows 2026-1"])
        }
    }

    @Test(arguments: Engine.available) func tellsTheTrailWhatWasPublished(_ engine: Engine) async throws {
        try await with(engine, oneTool) { database, folder in
            try await installCatalogue(folder.path, in: database)
            let id = try readCatalogue(folder.path).editions[0].published.id
            let entries = try await database.read { try $0.trail(of: id) }
            #expect(entries.map(\.verb) == ["tool-published"] && entries[0].who == "Termwise")
            #expect(entries[0].after == "reading 2026-1")
        }
    }

    @Test(arguments: Engine.available) func takesAShelvedVersionWithoutAskingTheDatabase(_ engine: Engine) async throws
    {
        try await with(engine, oneTool) { database, folder in
            try await installCatalogue(folder.path, in: database)
            let id = try readCatalogue(folder.path).editions[0].published.id
            let shelf = ToolShelf(room: 4)
            _ = try await database.read { try shelf.tool(id, in: $0)?.version.name }
            let before = database.counts.statements
            let name = try await database.read { try shelf.tool(id, in: $0)?.version.name }
            #expect(name == "Reading at home" && database.counts.statements == before)
        }
    }

    @Test(arguments: Engine.available) func keepsNoMoreOnTheShelfThanThereIsRoom(_ engine: Engine) async throws {
        try await with(engine, oneTool.merging(twoVersions) { a, _ in a }) { database, folder in
            try await installCatalogue(folder.path, in: database)
            let ids = try await database.read { try $0.toolVersions().map(\.id) }
            let shelf = ToolShelf(room: 2)
            for id in [ids[0], ids[1], ids[0], ids[2]] {
                _ = try await database.read { try shelf.tool(id, in: $0)?.id }
            }
            let before = database.counts.statements
            _ = try await database.read { try shelf.tool(ids[0], in: $0)?.id }
            #expect(database.counts.statements == before, "the one asked for lately stayed")
            _ = try await database.read { try shelf.tool(ids[1], in: $0)?.id }
            #expect(database.counts.statements > before, "the one not asked for longest went")
        }
    }

    @Test(arguments: Engine.available) func findsNothingUnderAnIDOfNoVersion(_ engine: Engine) async throws {
        try await with(engine, oneTool) { database, _ in
            let id: ToolVersionID = World.test.newID(at: Instant("2026-11-21T09:30")!)
            let name = try await database.read { try ToolShelf(room: 1).tool(id, in: $0)?.version.name }
            #expect(name == nil)
            let found = try await database.read { try $0.toolVersionID(ToolKey("none")!, VersionName("2026-1")!) }
            #expect(found == nil)
        }
    }
}
