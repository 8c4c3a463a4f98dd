import HTTPTypes
package import Hummingbird
import NIOCore
import Synchronization

/// What the socket knows of a request.
package struct WireContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    package let peer: String
    private let channel: any Channel
    /// The form that is to be shown in the place of this request's answer.
    let onward = Onward()

    package init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        peer = source.channel.remoteAddress?.ipAddress ?? "in-process"
        channel = source.channel
    }

    /// Ends the connection in a while: its sender was answered before the end of the body, and may go on sending until
    /// then, so that the answer is not lost.
    func hangUp() {
        let channel = self.channel
        channel.eventLoop.scheduleTask(in: .seconds(20)) { channel.close(promise: nil) }
    }
}

final class Onward: Sendable {
    private let waiting = Mutex<CarriedForm?>(nil)

    var form: CarriedForm? {
        get { waiting.withLock { $0 } }
        set { waiting.withLock { $0 = newValue } }
    }
}
