import HTTPTypes
import Kernel
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@testable import Site

/// What a doorman lets pass and ends, with a clock that the test moves.
@Suite struct DoormanTests {
    /// What a decoder would have made of it.
    private enum Wire: Sendable { case halfAHead, part(HTTPRequestPart) }

    private final class Decoder: ChannelInboundHandler {
        typealias InboundIn = Wire
        typealias InboundOut = HTTPRequestPart

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            if case .part(let part) = unwrapInboundIn(data) { context.fireChannelRead(wrapInboundOut(part)) }
        }
    }

    private let head = HTTPRequestPart.head(HTTPRequest(method: .post, scheme: nil, authority: "a", path: "/"))

    private func opened(_ connections: Connections = Connections(proxies: [])) throws -> EmbeddedChannel {
        let channel = EmbeddedChannel()
        try channel.pipeline.syncOperations.addHandlers([Decoder(), connections.doorman])
        try channel.connect(to: SocketAddress(ipAddress: "192.0.2.7", port: 1)).wait()
        return channel
    }

    private func hear(_ wire: Wire..., on channel: EmbeddedChannel) throws {
        for one in wire { try channel.writeInbound(one) }
    }

    private func answer(on channel: EmbeddedChannel) throws {
        channel.pipeline.fireUserInboundEventTriggered(Doorman.AnsweredEarly())
        try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .contentTooLarge)))
        try channel.writeOutbound(HTTPResponsePart.end(nil))
    }

    private func body(_ bytes: Int) -> Wire { .part(.body(ByteBuffer(repeating: 97, count: bytes))) }

    @Test func aHeadThatDoesNotEndIsNotWaitedForHoweverManyBytesCome() throws {
        let channel = try opened()
        for _ in 0..<Bounds.head {
            #expect(channel.isActive)
            try hear(.halfAHead, on: channel)
            channel.embeddedEventLoop.advanceTime(by: .seconds(1))
        }
        #expect(!channel.isActive)
    }

    @Test func aBodyAndTheRestBetweenRequestsAreNotAHead() throws {
        let channel = try opened()
        channel.embeddedEventLoop.advanceTime(by: .seconds(Bounds.head + 1))
        try hear(.halfAHead, .part(head), body(1), on: channel)
        channel.embeddedEventLoop.advanceTime(by: .seconds(Bounds.head + 1))
        try hear(body(1), .part(.end(nil)), on: channel)
        channel.embeddedEventLoop.advanceTime(by: .seconds(Bounds.head + 1))
        #expect(channel.isActive)
        try hear(.halfAHead, on: channel)
        channel.embeddedEventLoop.advanceTime(by: .seconds(Bounds.head))
        #expect(!channel.isActive)
    }

    @Test func whoeverWasAnsweredEarlySaysTheRestToNobodyAndIsSeenOffAtItsEnd() throws {
        let channel = try opened()
        try hear(.part(head), body(1), on: channel)
        try answer(on: channel)
        try hear(body(1_000_000), on: channel)
        #expect(channel.isActive)
        var heard = 0
        while try channel.readInbound(as: HTTPRequestPart.self) != nil { heard += 1 }
        #expect(heard == 2, "the head and what came before the answer")
        try hear(.part(.end(nil)), on: channel)
        #expect(!channel.isActive)
    }

    @Test func theEndOfTheBodyDoesNotCutAnAnswerThatIsStillToCome() throws {
        let channel = try opened()
        try hear(.part(head), .part(.end(nil)), on: channel)
        channel.pipeline.fireUserInboundEventTriggered(Doorman.AnsweredEarly())
        #expect(channel.isActive)
        try answer(on: channel)
        #expect(!channel.isActive)
    }

    @Test func aRestWithoutEndIsEndedByItsTimeAndByItsBytes() throws {
        let slow = try opened()
        try hear(.part(head), on: slow)
        try answer(on: slow)
        for _ in 0..<Bounds.seeingOff {
            #expect(slow.isActive)
            try hear(body(1), on: slow)
            slow.embeddedEventLoop.advanceTime(by: .seconds(1))
        }
        #expect(!slow.isActive)

        let much = try opened()
        try hear(.part(head), on: much)
        try answer(on: much)
        for _ in 0..<(Bounds.passedOver / 1_000_000) { try hear(body(1_000_000), on: much) }
        #expect(much.isActive)
        try hear(body(1), on: much)
        #expect(!much.isActive)
    }
}
