import Logging
import Synchronization

/// What the log is told, so that tests can look at it.
final class LoggedLines: Sendable {
    private let kept = Mutex<[[String: String]]>([])

    var logger: Logger {
        var logger = Logger(label: "test") { _ in Handler(lines: self) }
        logger.logLevel = .debug
        return logger
    }

    /// Of lines about safety, without where they come from.
    var events: [[String: String]] {
        kept.withLock { $0 }.filter { $0["event"] != nil }
            .map { line in line.filter { ["event", "status", "account", "by", "person"].contains($0.key) } }
    }

    var text: String { kept.withLock { "\($0)" } }

    private func add(_ line: [String: String]) { kept.withLock { $0.append(line) } }

    private struct Handler: LogHandler {
        let lines: LoggedLines
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.debug

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let all = metadata.merging(event.metadata ?? [:]) { $1 }
            lines.add(all.mapValues { "\($0)" }.merging(["message": "\(event.message)"]) { $1 })
        }
    }
}
