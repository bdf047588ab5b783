internal import NIOCore
internal import NIOHTTP1

/// Sends the reason phrase that an answer asks for.
///
/// On the way from HTTP types to the wire the phrase of a known status is lost; Twinfield says in
/// it what is wrong (API reference, 2.4). It travels in a header that is taken out here.
final class ReasonPhraseHandler: ChannelOutboundHandler {
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    /// The header that holds the phrase between the server and this handler.
    static let header = "x-sandbox-reason"

    func write(
        context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?
    ) {
        guard case .head(var head) = unwrapOutboundIn(data),
            let reason = head.headers.first(name: Self.header)
        else {
            context.write(data, promise: promise)
            return
        }
        head.headers.remove(name: Self.header)
        head.status = .custom(code: UInt(head.status.code), reasonPhrase: reason)
        context.write(wrapOutboundOut(.head(head)), promise: promise)
    }
}
