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

    /// Ends the connection once the answer is sent and its sender has said everything, or in a while. Said before the
    /// answer to a body that was not read to its end.
    func hangUp() { channel.pipeline.fireUserInboundEventTriggered(Doorman.AnsweredEarly()) }
}

final class Onward: Sendable {
    private let waiting = Mutex<CarriedForm?>(nil)

    var form: CarriedForm? {
        get { waiting.withLock { $0 } }
        set { waiting.withLock { $0 = newValue } }
    }
}
