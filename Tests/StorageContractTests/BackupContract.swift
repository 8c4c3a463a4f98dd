import Database
import Foundation
import Kernel
import TestKit
import Testing

@Suite struct BackupContract {
    @Test(arguments: Engine.available)
    func aBackupMadeWhileOthersWriteIsOneMomentAndComesBack(_ engine: Engine) async throws {
        try await TestPlace.with(engine) { place in
            let backup = place.folder + "/backup"
            let (before, after) = try await place.open { database in
                try await add(pairs: 0..<20, to: database)
                let before = try await database.read { try $0.books() }
                async let writing: Void = add(pairs: 20..<120, to: database)
                try await database.backUp(to: backup)
                try await writing
                return (before, try await database.read { try $0.books() })
            }
            try await place.wipe()
            try await place.restore(backup)
            let (books, faults) = try await place.open { database in
                (try await database.read { try $0.books() }, try await database.integrityFaults())
            }
            #expect(Set(before).isSubset(of: books))
            #expect(Set(books).isSubset(of: after))
            #expect(books.filter { $0.hasSuffix("l") }.count * 2 == books.count)
            #expect(faults.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func aPartThatLiesThereAlreadyIsNamedAndLeftAlone(_ engine: Engine) async throws {
        try await TestPlace.with(engine) { place in
            let backup = place.folder + "/backup"
            try Data("theirs".utf8).write(to: URL(fileURLWithPath: backup + ".part"))
            try await place.open { database in
                let fault = await #expect(throws: DatabaseError.self) { try await database.backUp(to: backup) }
                #expect(fault?.description.contains("\(backup).part lies there already") == true)
            }
            #expect(try String(contentsOfFile: backup + ".part", encoding: .utf8) == "theirs")
            #expect(!FileManager.default.fileExists(atPath: backup))
        }
    }

    /// Two books a verb, so that a backup that cuts a verb in half shows.
    private func add(pairs: Range<Int>, to database: any Database) async throws {
        for pair in pairs {
            try await database.write { tx in
                try tx.add("\(pair)-l", pages: pair)
                try tx.add("\(pair)-r", pages: pair)
            }
        }
    }

    @Test(arguments: Engine.available)
    func everyRowAndHostileTextComesBack(_ engine: Engine) async throws {
        try await TestPlace.with(engine) { place in
            let backup = place.folder + "/backup"
            try await place.open { database in
                try await database.write { tx in
                    for (index, text) in BindingContract.hostile.enumerated() {
                        try tx.add("\(index)")
                        try tx.run("UPDATE book SET note = \(text) WHERE id = \("\(index)")")
                    }
                }
                try await database.backUp(to: backup)
            }
            try await place.wipe()
            try await place.restore(backup)
            let notes = try await place.open { database in
                try await database.read { try $0.rows("SELECT note FROM book") { try $0[0] as String } }
            }
            #expect(Set(notes.map { Array($0.utf8) }) == Set(BindingContract.hostile.map { Array($0.utf8) }))
        }
    }

    @Test(arguments: Engine.available)
    func aBackupNeverOverwritesAFileAndLeavesNoHalfOne(_ engine: Engine) async throws {
        try await TestPlace.with(engine) { place in
            let backup = place.folder + "/backup"
            try Data("mine".utf8).write(to: URL(fileURLWithPath: backup))
            let kinds = try await place.open { database in
                [
                    await Kind.thrown { try await database.backUp(to: backup) },
                    await Kind.thrown { try await database.backUp(to: place.folder + "/no/such/folder/b") },
                ]
            }
            #expect(kinds == [.failed, .failed])
            #expect(try String(contentsOfFile: backup, encoding: .utf8) == "mine")
            let left = try FileManager.default.contentsOfDirectory(atPath: place.folder).filter { $0 != "deep" }
            #expect(left == ["backup"])
        }
    }

    @Test(arguments: Engine.available)
    func aBackupIsForItsOwnerAlone(_ engine: Engine) async throws {
        try await TestPlace.with(engine) { place in
            let backup = place.folder + "/backup"
            try await place.open { try await $0.backUp(to: backup) }
            let rights = try FileManager.default.attributesOfItem(atPath: backup)[.posixPermissions] as? NSNumber
            #expect(rights?.intValue == 0o600)
        }
    }

    @Test(arguments: Engine.available)
    func restoringRefusesToOverwriteWhatIsThere(_ engine: Engine) async throws {
        try await TestPlace.with(engine) { place in
            let backup = place.folder + "/backup"
            try await place.open { database in
                try await database.backUp(to: backup)
                try await database.write { try $0.add("later") }
            }
            #expect(await Kind.thrown { try await place.restore(backup) } == .failed)
            #expect(try await place.open { try await $0.read { try $0.books() } } == ["later"])
        }
    }

    @Test(arguments: Engine.available)
    func aCopyIsMarkedInTheStepThatMakesIt(_ engine: Engine) async throws {
        try await TestPlace.with(engine) { place in
            let backup = place.folder + "/backup"
            try await place.open { database in
                try await add(pairs: 0..<3, to: database)
                try await database.backUp(to: backup)
            }
            try await place.wipe()
            let wrong = await Kind.thrown {
                try await place.restore(backup, marking: "INSERT INTO nowhere VALUES (1);")
            }
            #expect(wrong == .failed)
            try await place.restore(backup, marking: "UPDATE shelf SET name = 'copy';")
            let name = try await place.open { database in
                try await database.read { try $0.first("SELECT name FROM shelf") { try $0[0] as String } }
            }
            #expect(name == "copy", "and nothing lay there after the mark that failed")
        }
    }

    @Test(arguments: ["-wal", "-shm", "-journal"])
    func whatAnotherDatabaseLeftBesideTheTargetIsRefusedByName(_ end: String) async throws {
        try await TestPlace.with(.sqlite) { place in
            let backup = place.folder + "/backup"
            try await place.open { try await $0.backUp(to: backup) }
            try await place.wipe()
            let remains = URL(fileURLWithPath: place.name + end)
            try Data("newer".utf8).write(to: remains)
            let fault = await #expect(throws: DatabaseError.self) { try await place.restore(backup) }
            #expect(fault?.description.contains("\(place.name)\(end) lies there still") == true)
            #expect(!FileManager.default.fileExists(atPath: place.name))
            #expect(try Data(contentsOf: remains) == Data("newer".utf8))
            try FileManager.default.removeItem(at: remains)
            try await place.restore(backup)
        }
    }

    @Test(arguments: Engine.available)
    func aDamagedOrMissingBackupIsRefused(_ engine: Engine) async throws {
        try await TestPlace.with(engine) { place in
            let backup = place.folder + "/backup"
            try await place.open { database in
                try await add(pairs: 0..<200, to: database)
                try await database.backUp(to: backup)
            }
            try await place.wipe()
            let whole = try Data(contentsOf: URL(fileURLWithPath: backup))
            try whole.prefix(whole.count * 2 / 3).write(to: URL(fileURLWithPath: backup))
            #expect(await Kind.thrown { try await place.restore(backup) } == .failed)
            #expect(await Kind.thrown { try await place.restore(place.folder + "/none") } == .failed)
            let books = try await place.open { try await $0.read { try $0.books() } }
            #expect(books.isEmpty)
        }
    }
}
