/// The body of an answer, in pieces as they arrive; every fault on the way is a `TransportFault`.
public struct AnswerBody: AsyncSequence, Sendable {
    /// A piece of the body, of any size.
    public typealias Element = [UInt8]
    /// What can go wrong.
    public typealias Failure = TransportFault

    /// Gives the next piece; nil at the end.
    public typealias Source = @Sendable () async throws(TransportFault) -> [UInt8]?

    private let source: Source

    /// Makes a body of what a source gives, one piece a call.
    public init(_ source: @escaping Source) { self.source = source }

    /// Begins to read; the pieces can be read once.
    public func makeAsyncIterator() -> Iterator { Iterator(source: source) }

    /// Goes through the pieces.
    public struct Iterator: AsyncIteratorProtocol {
        fileprivate let source: Source

        /// The next piece; nil at the end.
        public mutating func next() async throws(TransportFault) -> [UInt8]? {
            try await source()
        }

        /// The next piece; nil at the end.
        public mutating func next(
            isolation actor: isolated (any Actor)?
        ) async throws(TransportFault) -> [UInt8]? {
            try await source()
        }
    }
}
