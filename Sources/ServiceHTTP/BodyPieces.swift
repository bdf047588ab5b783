internal import AsyncHTTPClient
internal import NIOCore

/// Hands out the pieces of a body one by one, to one reader.
actor BodyPieces {
    private var iterator: HTTPClientResponse.Body.AsyncIterator?
    private let deadline: ContinuousClock.Instant

    /// Takes a body that must have come whole by a moment: a service that sends a byte now and
    /// then keeps every other time-out waiting for ever.
    init(_ body: HTTPClientResponse.Body, deadline: ContinuousClock.Instant) {
        iterator = body.makeAsyncIterator()
        self.deadline = deadline
    }

    /// The next piece; nil at the end.
    func next() async throws(TransportFault) -> [UInt8]? {
        guard var own = iterator else { return nil }
        // Let go of it when it fails: that ends the connection.
        iterator = nil
        guard ContinuousClock.now < deadline else {
            throw TransportFault(.timedOut, "the answer did not come to its end in time")
        }
        do {
            let buffer = try await own.next(isolation: self)
            if buffer != nil { iterator = own }
            return buffer.map { Array($0.readableBytesView) }
        } catch {
            throw NetworkTransport.fault(error)
        }
    }
}
