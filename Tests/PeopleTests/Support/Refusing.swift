import Kernel
import Testing

/// - Returns: the refusal that `work` ends in; nil when it does not. Any other error fails the test.
func refusal(_ work: () async throws -> Void) async throws -> Refusal? {
    do {
        try await work()
        return nil
    } catch let refusal as Refusal { return refusal }
}
