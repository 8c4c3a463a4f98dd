import Foundation
import Synchronization

/// Work that is slow and must not crowd others out: a few pieces run at once, those of one lane wait behind one another, and
/// the lanes take turns. So a flood from one network makes nobody wait but that network.
package final class WaitingLine: Sendable {
    private struct State {
        var running = 0
        var lanes: [String: [@Sendable () -> Void]] = [:]
        /// The lanes in which something waits, the next one first.
        var turns: [String] = []
        var waiting = 0
    }

    private let state = Mutex(State())
    private let atOnce: Int
    private let longestLane: Int
    private let longest: Int

    /// - Parameters:
    ///   - longestLane: those of one lane who wait before the next is asked to come back.
    ///   - longest: those of all lanes.
    package init(atOnce: Int, longestLane: Int, longest: Int) {
        (self.atOnce, self.longestLane, self.longest) = (atOnce, longestLane, longest)
    }

    /// - Returns: false when there is no room.
    package func add(_ lane: String, _ work: @escaping @Sendable () -> Void) -> Bool {
        let isIn = state.withLock { state in
            let ahead = state.lanes[lane]?.count ?? 0
            guard ahead < longestLane, state.waiting < longest else { return false }
            if ahead == 0 { state.turns.append(lane) }
            state.lanes[lane, default: []].append(work)
            state.waiting += 1
            return true
        }
        if isIn { runNext() }
        return isIn
    }

    private func runNext() {
        let next: (@Sendable () -> Void)? = state.withLock { state in
            guard state.running < atOnce, !state.turns.isEmpty else { return nil }
            let lane = state.turns.removeFirst()
            let work = state.lanes[lane]!.removeFirst()
            if state.lanes[lane]!.isEmpty { state.lanes[lane] = nil } else { state.turns.append(lane) }
            state.running += 1
            state.waiting -= 1
            return work
        }
        guard let next else { return }
        // Not one of Dispatch's threads: tasks run on those, and there are no more of them than cores.
        Thread.detachNewThread {
            next()
            self.state.withLock { $0.running -= 1 }
            self.runNext()
        }
    }
}
