import HTTPTypes
package import Hummingbird
import NIOCore

/// What the socket knows of a request.
package struct WireContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    package let peer: String

    package init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        peer = source.channel.remoteAddress?.ipAddress ?? "in-process"
    }
}
