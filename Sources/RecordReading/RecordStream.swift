import DomainModel

/// Takes a file in pieces cut anywhere and hands its objects to a sink, one by one.
///
/// Only an object that is cut off is kept between two pieces. Its beginning is read again when it
/// has doubled, so that many small pieces cost no more than a few large ones.
struct RecordStream<Sink: RecordSink> {
    /// An object of more bytes is a fault.
    static var maximumObjectSize: Int { 4 << 20 }

    private(set) var sink: Sink
    private var framing = RecordFraming<Sink>()
    private var pending: [UInt8] = []
    private var readAgainAt = 0
    private var fault: RecordFault?
    /// The size of the file, until room was made for it.
    private var expected: Int?

    init(_ sink: Sink) { self.sink = sink }

    /// Says how many bytes will come; a wrong number only costs time.
    mutating func expect(_ byteCount: Int) { expected = byteCount }

    /// Takes the next piece of the file.
    mutating func feed(_ piece: UnsafeRawBufferPointer) throws(RecordFault) {
        if let fault { throw fault }
        guard !piece.isEmpty else { return }
        do throws(RecordFault) {
            try take(piece.bindMemory(to: UInt8.self))
            if let total = expected {
                expected = nil
                sink.reserve(read: piece.count, of: total)
            }
        } catch {
            fault = error
            throw error
        }
    }

    /// Ends the file and gives the sink.
    mutating func finish() throws(RecordFault) -> Sink {
        if let fault { throw fault }
        do throws(RecordFault) {
            try readPending(isFinal: true)
            try framing.checkEnd(leftOver: pending.count)
        } catch {
            fault = error
            throw error
        }
        return sink
    }

    private mutating func take(_ piece: UnsafeBufferPointer<UInt8>) throws(RecordFault) {
        var rest = piece
        while !pending.isEmpty, !rest.isEmpty {
            let held = pending.count
            let added = min(rest.count, max(held, 4096))
            pending.append(contentsOf: UnsafeBufferPointer(rebasing: rest[..<added]))
            guard pending.count >= readAgainAt else {
                rest = UnsafeBufferPointer(rebasing: rest[added...])
                continue
            }
            let consumed = try readPending(isFinal: false)
            if consumed >= held {
                // The object that was cut off is done: go on in the piece itself.
                rest = UnsafeBufferPointer(rebasing: rest[(consumed - held)...])
                pending.removeAll(keepingCapacity: true)
            } else {
                rest = UnsafeBufferPointer(rebasing: rest[added...])
            }
        }
        guard !rest.isEmpty else { return }
        let consumed = try framing.read(rest, isFinal: false, into: &sink)
        pending.append(contentsOf: UnsafeBufferPointer(rebasing: rest[consumed...]))
        waitForMore()
    }

    /// Reads what is pending and forgets what has been read; gives the number of its bytes.
    @discardableResult
    private mutating func readPending(isFinal: Bool) throws(RecordFault) -> Int {
        // Taken out, because the framing and the sink change while the bytes are read.
        var bytes: [UInt8] = []
        swap(&bytes, &pending)
        let result = bytes.withUnsafeBufferPointer { buffer in
            Result { () throws(RecordFault) in
                try framing.read(buffer, isFinal: isFinal, into: &sink)
            }
        }
        let consumed = try result.get()
        bytes.removeFirst(consumed)
        swap(&bytes, &pending)
        waitForMore()
        return consumed
    }

    private mutating func waitForMore() {
        readAgainAt = min(pending.count * 2, Self.maximumObjectSize + 1)
    }
}
