import Kernel
import Testing

@testable import Plans

@Suite struct TurnsTests {
    private let turns = Turns(atMost: 1, refusal: "Too many.")

    /// Has its turn until it is let go.
    private func hold() async -> (task: Task<Void, any Error>, letGo: () -> Void) {
        let (begun, hasBegun) = AsyncStream.makeStream(of: Void.self)
        let (ends, end) = AsyncStream.makeStream(of: Void.self)
        let task = Task { [turns] in
            try await turns.inTurn {
                hasBegun.yield()
                for await _ in ends { break }
            }
        }
        for await _ in begun { break }
        return (task, { end.yield() })
    }

    private func waiter() async throws -> Task<Int, any Error> {
        let task = Task { [turns] in try await turns.inTurn { 7 } }
        while turns.waiting == 0 { try await Task.sleep(for: .milliseconds(1)) }
        return task
    }

    @Test func whoFindsTheLineFullIsToldSoAndWhoStandsInItHasTheTurn() async throws {
        let first = await hold()
        let next = try await waiter()
        await #expect(throws: Refusal.conflict("Too many.")) { try await turns.inTurn {} }
        first.letGo()
        #expect(try await next.value == 7)
        try await first.task.value
        #expect(try await turns.inTurn { 8 } == 8)
    }

    @Test func whoGaveUpPassesTheTurnOn() async throws {
        let first = await hold()
        let next = try await waiter()
        next.cancel()
        first.letGo()
        await #expect(throws: CancellationError.self) { try await next.value }
        try await first.task.value
        #expect(try await turns.inTurn { 8 } == 8)
    }

    @Test func whatFailsPassesTheTurnOn() async throws {
        await #expect(throws: Refusal.notFound) { try await turns.inTurn { throw Refusal.notFound } }
        #expect(try await turns.inTurn { 8 } == 8)
    }
}
