import Kernel
import NIOCore
import NIOHTTPTypes

/// Stands in one connection. Counts it while it lasts and ends it at once where there is no room for it; ends it when the
/// head of a request does not come to its end; and sees one off that was answered before the end of a body.
final class Doorman: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// Said to a connection just before an answer that does not wait for the rest of the body.
    struct AnsweredEarly: Sendable {}

    private let connections: Connections
    /// Whether the end of a request whose head was heard is still to come.
    private var isMidway = false
    private var headIsDue: Scheduled<Void>?
    private var end: Scheduled<Void>?
    /// Bytes of a body that came after its answer was there; nil where none was early.
    private var passedOver: Int?
    private var isAnswered = false

    init(_ connections: Connections) { self.connections = connections }

    func handlerAdded(context: ChannelHandlerContext) {
        try? context.pipeline.syncOperations.addHandler(Ear(self), position: .first)
    }

    /// Before this, a connection does not know who is at its other end.
    func channelActive(context: ChannelHandlerContext) {
        let address = context.channel.remoteAddress?.ipAddress ?? ""
        guard connections.opened(from: address) else { return context.close(promise: nil) }
        context.channel.closeFuture.whenComplete { [connections] _ in connections.closed(from: address) }
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        headIsDue?.cancel()
        end?.cancel()
        context.fireChannelInactive()
    }

    /// Some bytes came, of whatever.
    fileprivate func hear(_ context: ChannelHandlerContext) {
        guard !isMidway, headIsDue == nil, passedOver == nil else { return }
        headIsDue = closing(context, in: Bounds.head)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            headIsDue?.cancel()
            headIsDue = nil
            // What comes behind a request that ends its connection is not for us.
            if passedOver != nil { return }
            isMidway = true
        case .body(let piece):
            if let before = passedOver {
                passedOver = before + piece.readableBytes
                if before + piece.readableBytes > Bounds.passedOver { context.close(promise: nil) }
                return
            }
        case .end: isMidway = false
        }
        context.fireChannelRead(data)
        partIfDone(context)
    }

    /// Nobody further in asks for more of a body that nobody reads.
    func channelReadComplete(context: ChannelHandlerContext) {
        context.fireChannelReadComplete()
        if passedOver != nil { context.read() }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard event is AnsweredEarly else { return context.fireUserInboundEventTriggered(event) }
        guard passedOver == nil else { return }
        passedOver = 0
        end = closing(context, in: Bounds.seeingOff)
        context.read()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard passedOver != nil, case .end = unwrapOutboundIn(data) else {
            return context.write(data, promise: promise)
        }
        let sent = promise ?? context.eventLoop.makePromise()
        sent.futureResult.assumeIsolated().whenComplete { _ in
            self.isAnswered = true
            self.partIfDone(context)
        }
        context.write(data, promise: sent)
    }

    /// Once both have said everything. Ended with words of the other side unread, a connection would be reset, and the
    /// answer lost with it.
    private func partIfDone(_ context: ChannelHandlerContext) {
        if isAnswered, !isMidway { context.close(promise: nil) }
    }

    private func closing(_ context: ChannelHandlerContext, in seconds: Int64) -> Scheduled<Void> {
        context.eventLoop.assumeIsolated().scheduleTask(in: .seconds(seconds)) { context.close(promise: nil) }
    }
}

/// Hears the bytes before they are anything, because a head is known only when it is whole.
private final class Ear: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = NIOAny

    private let doorman: Doorman

    init(_ doorman: Doorman) { self.doorman = doorman }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        doorman.hear(context)
        context.fireChannelRead(data)
    }
}
