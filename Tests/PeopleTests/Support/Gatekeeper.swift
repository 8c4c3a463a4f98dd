import Foundation

/// Holds a thread until it is let go.
final class Gatekeeper: Sendable {
    private let waiting = DispatchSemaphore(value: 0)
    private let opened = DispatchSemaphore(value: 0)

    func wait() {
        waiting.signal()
        opened.wait()
    }

    func untilSomebodyWaits() { waiting.wait() }
    func open() { opened.signal() }
}
