/// An answer whose body comes in pieces.
public struct ServiceAnswer: Sendable {
    /// The status and the headers.
    public var head: AnswerHead
    /// The body; it can be read once.
    public var body: AnswerBody

    /// Makes an answer.
    public init(head: AnswerHead, body: AnswerBody) {
        self.head = head
        self.body = body
    }

    /// Reads the whole body; longer than the limit is a fault.
    public func bytes(atMost limit: Int) async throws(TransportFault) -> [UInt8] {
        var bytes: [UInt8] = []
        var iterator = body.makeAsyncIterator()
        while let piece = try await iterator.next(isolation: #isolation) {
            guard bytes.count + piece.count <= limit else {
                throw TransportFault(.tooLong, "the answer is longer than \(limit) bytes")
            }
            bytes += piece
        }
        return bytes
    }

    /// Reads as much of the body as is wanted for an error message, and leaves the rest.
    public func start(atMost limit: Int) async -> [UInt8] {
        var bytes: [UInt8] = []
        var iterator = body.makeAsyncIterator()
        while bytes.count < limit, let piece = try? await iterator.next(isolation: #isolation) {
            bytes += piece.prefix(limit - bytes.count)
        }
        return bytes
    }
}
