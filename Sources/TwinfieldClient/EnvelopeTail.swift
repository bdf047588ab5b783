/// The last bytes of an answer: whether its envelope came to its end.
///
/// What is wrong with a whole envelope will be wrong the next time too; one that breaks off, and
/// the page of a proxy, may not be.
struct EnvelopeTail {
    private var bytes: [UInt8] = []

    /// Notes a piece of the answer.
    mutating func note(_ piece: [UInt8]) {
        bytes += piece.suffix(64)
        if bytes.count > 64 { bytes.removeFirst(bytes.count - 64) }
    }

    /// Whether the answer ends with the end of an envelope.
    var isWhole: Bool {
        var end = bytes[...]
        while let last = end.last, [0x20, 0x09, 0x0A, 0x0D].contains(last) { end = end.dropLast() }
        return end.suffix(9).elementsEqual("Envelope>".utf8)
    }
}
