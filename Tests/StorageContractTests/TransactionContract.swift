import Database
import Kernel
import TestKit
import Testing

@Suite struct TransactionContract {
    @Test(arguments: Engine.available)
    func whatWasWrittenIsReadBack(_ engine: Engine) async throws {
        try await Shelf.with(engine) { database in
            let written = try await database.write { tx in
                try tx.addShelf("a")
                return try tx.run("UPDATE shelf SET name = \("b") WHERE id = \("a")")
            }
            #expect(written == 1)
            #expect(try await database.read { try $0.shelfNames() } == ["b"])
        }
    }

    @Test(arguments: Engine.available)
    func aVerbThatThrowsLeavesNothing(_ engine: Engine) async throws {
        try await Shelf.with(engine) { database in
            await #expect(throws: ChangedMind()) {
                try await database.write { tx in
                    try tx.addShelf("a")
                    throw ChangedMind()
                }
            }
            let names = try await database.read { try $0.shelfNames() }
            #expect(names.isEmpty)
        }
    }
}
