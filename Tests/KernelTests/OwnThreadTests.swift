import Kernel
import Synchronization
import Testing

/// How many were inside at once.
private final class Counted: Sendable {
    private let counts = Mutex((now: 0, most: 0))

    var most: Int { counts.withLock(\.most) }

    func enter() {
        counts.withLock { counts in
            counts.now += 1
            counts.most = max(counts.most, counts.now)
        }
    }

    func leave() { counts.withLock { $0.now -= 1 } }
}

@Suite struct OwnThreadTests {
    @Test func whatIsManyIsDoneOneAfterTheOtherAndAnsweredEachToItsOwn() async throws {
        let counted = Counted()
        let answers = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 1...40 {
                group.addTask {
                    try await onOwnThread {
                        counted.enter()
                        defer { counted.leave() }
                        return number
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.sorted() == Array(1...40))
        #expect(counted.most == 1)
    }

    @Test func whatFailsKeepsNobodyBehindItWaiting() async throws {
        struct Fault: Error {}
        await #expect(throws: Fault.self) { try await onOwnThread { throw Fault() } }
        #expect(try await onOwnThread { "next" } == "next")
    }
}
