import Database
import Kernel
import Synchronization
import TestKit
import Testing

/// Opening, waiting, giving up and closing.
@Suite struct LifeContract {
    @Test(arguments: Engine.available)
    func afterClosingEveryCallIsRefused(_ engine: Engine) async throws {
        try await TestPlace.with(engine) { place in
            let database = try place.make()
            try await Migrator([Shelf.schema]).migrate(database)
            await database.close()
            await database.close()
            #expect(await Kind.thrown { try await database.read { try $0.books() } } == .unavailable)
            #expect(await Kind.thrown { try await database.write { try $0.add("x") } } == .unavailable)
            #expect(await Kind.thrown { try await database.integrityFaults() } == .unavailable)
        }
    }

    @Test(arguments: Engine.available)
    func closingLetsWhatIsUnderWayFinish(_ engine: Engine) async throws {
        try await TestPlace.with(engine) { place in
            let database = try place.make()
            try await Migrator([Shelf.schema]).migrate(database)
            let slow = await Hold(database) { try $0.add("slow") }
            async let closing: Void = database.close()
            try await Task.sleep(for: .milliseconds(50))
            try await slow.end()
            await closing
            #expect(try await place.open { try await $0.read { try $0.books() } } == ["slow"])
        }
    }

    @Test(arguments: Engine.available)
    func acknowledgedWritesAreThereWhenItIsOpenedAgain(_ engine: Engine) async throws {
        try await TestPlace.with(engine) { place in
            try await place.open { try await $0.write { try $0.add("x") } }
            #expect(try await place.open { try await $0.read { try $0.books() } } == ["x"])
        }
    }

    @Test(arguments: Engine.available)
    func aTaskCancelledWhileWaitingIsAnsweredAndDoesNothing(_ engine: Engine) async throws {
        try await TestPlace.with(engine) { place in
            try await place.open { database in
                let outcomes = await race(60, cancellingEvery: 2, in: database)
                let kept = Set(try await database.read { try $0.books() })
                #expect(outcomes.count == 60)
                for (id, kind) in outcomes {
                    #expect(kind == nil || kind == .cancelled)
                    #expect(kept.contains(id) == (kind == nil), "\(id)")
                }
                #expect(outcomes.values.count { $0 == .cancelled } == 30)
                #expect(try await database.write { try $0.run("DELETE FROM book") } == kept.count)
            }
        }
    }

    /// Starts verbs behind slow ones and cancels some of them while they wait.
    private func race(_ count: Int, cancellingEvery step: Int, in database: any Database) async -> [String: Kind?] {
        let slow = await Hold(database, count: database.engine == .sqlite ? 1 : TestPlace.connections)
        let tasks = (0..<count).map { index in
            Task { () -> (String, Kind?) in
                ("\(index)", await Kind.thrown { try await database.write { try $0.add("\(index)") } })
            }
        }
        try? await Task.sleep(for: .milliseconds(50))
        for (index, task) in tasks.enumerated() where index % step == 0 { task.cancel() }
        try? await slow.end()
        var outcomes: [String: Kind?] = [:]
        for task in tasks {
            let (id, kind) = await task.value
            outcomes[id] = kind
        }
        return outcomes
    }

    @Test(arguments: Engine.available)
    func aTaskThatWasCancelledBeforeDoesNothing(_ engine: Engine) async throws {
        try await Shelf.with(engine) { database in
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return [
                    await Kind.thrown { try await database.read { try $0.books() } },
                    await Kind.thrown { try await database.write { try $0.add("x") } },
                ]
            }
            #expect(await task.value == [.cancelled, .cancelled])
            let books = try await database.read { try $0.books() }
            #expect(books.isEmpty)
        }
    }
}
