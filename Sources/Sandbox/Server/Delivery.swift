internal import DomainModel

/// How one request ends: the answer, and what goes wrong on its way.
struct Delivery: Sendable {
    /// Where the connection is cut.
    enum Cut: Sendable, Hashable {
        /// No byte of the answer is sent.
        case beforeAnswer
        /// Half of the body is sent.
        case inBody
    }

    /// The answer.
    var answer: WireAnswer
    /// So many more bytes follow the answer's own body, all the same one, and then its tail.
    var filler = Filler()
    /// Where the connection is cut; nil is nowhere.
    var cut: Cut?
    /// Milliseconds to wait before the answer is sent.
    var delay = 0
    /// Milliseconds over which the answer is sent in pieces.
    var drip = 0
    /// What the clock of the sandbox shows, for the header `Date`.
    var date: Instant

    /// Bytes that are not kept in memory.
    struct Filler: Sendable, Hashable {
        var byte = UInt8(ascii: " ")
        var count = 0
        var tail: [UInt8] = []
    }

    /// Takes an answer that goes as it should.
    init(_ answer: WireAnswer, date: Instant) {
        self.answer = answer
        self.date = date
    }

    /// How long the body is.
    var length: Int { answer.body.count + filler.count + filler.tail.count }
}
