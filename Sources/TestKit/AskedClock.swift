import Foundation
import Kernel
import Synchronization
import Testing

/// Which suites asked what day it is. The file that `TERMWISE_TEST_ASKED_CLOCK` names gets a line for each; they are run
/// again at other moments, and the others need not be.
enum AskedClock {
    private static let noted = Mutex<Set<String>>([])

    private static let file = ProcessInfo.processInfo.environment["TERMWISE_TEST_ASKED_CLOCK"].flatMap { path in
        try? OwnFile.make(at: path)
        return FileHandle(forWritingAtPath: path)
    }

    static func note() {
        guard let file, let test = Test.current else { return }
        // The id of a test is its target and its suites, its name, and where it stands in the source.
        guard let suite = "\(test.id)".split(separator: "/").first.map(String.init) else { return }
        noted.withLock { noted in
            if noted.insert(suite).inserted { try? file.write(contentsOf: Data((suite + "\n").utf8)) }
        }
    }
}
