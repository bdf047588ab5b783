internal import AsyncHTTPClient
internal import NIOCore

/// Hands out the pieces of a body one by one, to one reader.
actor BodyPieces {
    private var iterator: HTTPClientResponse.Body.AsyncIterator

    init(_ body: HTTPClientResponse.Body) { iterator = body.makeAsyncIterator() }

    /// The next piece; nil at the end.
    func next() async throws(TransportFault) -> [UInt8]? {
        do {
            var own = iterator
            let buffer = try await own.next(isolation: self)
            iterator = own
            return buffer.map { Array($0.readableBytesView) }
        } catch {
            throw NetworkTransport.fault(error, host: "")
        }
    }
}
