import Foundation
import Synchronization

/// Counts of answers and how long they took, in the text format that Prometheus reads (exposition format 0.0.4).
package final class Metrics: Sendable {
    private struct Key: Hashable {
        let method: String
        let route: String
        let status: Int
    }

    private struct Series {
        var count = 0
        var seconds = 0.0
        var buckets: [Int]
    }

    private static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5]
    private let series = Mutex<[Key: Series]>([:])

    package init() {}

    func answered(method: String, route: String, status: Int, seconds: Double) {
        series.withLock { all in
            let key = Key(method: method, route: route, status: status)
            var one = all[key] ?? Series(buckets: Array(repeating: 0, count: Self.bounds.count))
            one.count += 1
            one.seconds += seconds
            if let place = Self.bounds.firstIndex(where: { seconds <= $0 }) { one.buckets[place] += 1 }
            all[key] = one
        }
    }

    /// - Parameter extra: whole lines to add, such as those of the databases.
    package func text(extra: [String] = []) -> String {
        let all = series.withLock { $0 }.sorted { ($0.key.route, $0.key.method) < ($1.key.route, $1.key.method) }
        var lines = ["# TYPE termwise_answer_seconds histogram"]
        for (key, one) in all {
            let labels = "method=\"\(key.method)\",route=\"\(key.route)\",status=\"\(key.status)\""
            var sum = 0
            for (bound, count) in zip(Self.bounds, one.buckets) {
                sum += count
                lines.append("termwise_answer_seconds_bucket{\(labels),le=\"\(bound)\"} \(sum)")
            }
            lines.append("termwise_answer_seconds_bucket{\(labels),le=\"+Inf\"} \(one.count)")
            lines.append("termwise_answer_seconds_sum{\(labels)} \(one.seconds)")
            lines.append("termwise_answer_seconds_count{\(labels)} \(one.count)")
        }
        return (lines + extra).joined(separator: "\n") + "\n"
    }
}
