import DomainModel

/// Finds the objects of a file: the elements of one list, or objects one behind the other.
struct RecordFraming<Sink: RecordSink> {
    private enum State {
        case start
        /// Behind `[`: an object, or `]`.
        case firstElement
        /// Behind a comma: an object.
        case nextElement
        /// Behind an object of a list: a comma, or `]`.
        case listed
        /// Among objects that stand alone: one more, or the end.
        case separate
        /// Behind `]`: nothing but white space.
        case ended
    }

    private var scan = ObjectScan<Sink.Key>()
    private var state = State.start
    /// The byte of the file at which the next piece begins.
    private var offset = 0
    /// The line of the object that is being read, or of the end of what was read.
    private var line = 1

    /// Reads the objects that are whole and gives the number of bytes that are done with.
    mutating func read(
        _ bytes: UnsafeBufferPointer<UInt8>, isFinal: Bool, into sink: inout Sink
    ) throws(RecordFault) -> Int {
        guard let base = bytes.baseAddress else { return 0 }
        var cursor = JSONCursor(base: base, end: bytes.count, isFinal: isFinal, line: line)
        var done = 0
        while true {
            do throws(JSONStop) {
                try findObject(&cursor, &done)
                cursor.end = min(bytes.count, done + RecordStream<Sink>.maximumObjectSize)
                try scan.read(&cursor, depth: state == .separate ? 0 : 1)
                cursor.end = bytes.count
            } catch {
                switch error {
                case .malformed(let fault): throw located(fault, cursor)
                case .incomplete: break
                }
                guard bytes.count - done < RecordStream<Sink>.maximumObjectSize else {
                    throw tooLarge(at: done)
                }
                offset += done
                return done
            }
            let place = RecordPlace(base: base, offset: offset, start: done, line: line)
            try sink.accept(scan, at: place)
            if state != .separate { state = .listed }
        }
    }

    /// Says whether the file may end here, `leftOver` bytes behind what was read.
    func checkEnd(leftOver: Int) throws(RecordFault) {
        let end = offset + leftOver
        let noun = Sink.noun
        switch state {
        case .start where end == 0:
            throw RecordFault(
                "the file is empty (0 bytes): expected \(noun.several) as JSON", line: 1,
                byteOffset: 0, help: "No \(noun.several) at all are written as `[]`.")
        case .start:
            throw RecordFault(
                "the file holds only white space: expected \(noun.several) as JSON", line: line,
                byteOffset: end, help: "No \(noun.several) at all are written as `[]`.")
        case _ where leftOver > 0:
            throw RecordFault(
                "the file ends in the middle of \(noun.one) that begins in line \(line)",
                line: line, byteOffset: end, help: Self.helpWhenCutOff)
        case .firstElement, .nextElement, .listed:
            throw RecordFault(
                "the file ends in the middle of the list: its `]` is missing", line: line,
                byteOffset: end, help: Self.helpWhenCutOff)
        case .separate, .ended: return
        }
    }

    /// Goes over punctuation to the next `{`; `done` follows, so that nothing is read twice.
    @inline(__always)
    private mutating func findObject(
        _ cursor: inout JSONCursor, _ done: inout Int
    ) throws(JSONStop) {
        while true {
            if state == .start { try skipByteOrderMark(&cursor, &done) }
            defer {
                done = cursor.position
                line = cursor.line
            }
            let byte = try cursor.nextByte()
            switch (state, byte) {
            case (.separate, UInt8(ascii: "{")), (.firstElement, UInt8(ascii: "{")),
                (.nextElement, UInt8(ascii: "{")):
                return
            case (.start, UInt8(ascii: "{")):
                state = .separate
                return
            default: try punctuate(byte, &cursor)
            }
        }
    }

    /// Takes one of `[`, `,` and `]` where it may stand, and refuses everything else.
    private mutating func punctuate(
        _ byte: UInt8, _ cursor: inout JSONCursor
    ) throws(JSONStop) {
        switch (state, byte) {
        case (.start, UInt8(ascii: "[")): state = .firstElement
        case (.start, _):
            let inSight = cursor.end - cursor.position
            if !cursor.isFinal, inSight < ForeignContent.lookAhead { throw .incomplete }
            throw cursor.stop(.listOrObjectExpected)
        case (.firstElement, UInt8(ascii: "]")), (.listed, UInt8(ascii: "]")): state = .ended
        case (.listed, UInt8(ascii: ",")): state = .nextElement
        case (.listed, _): throw cursor.stop(.commaOrBracketExpected)
        case (.nextElement, UInt8(ascii: "]")): throw cursor.stop(.trailingComma)
        case (.firstElement, _), (.nextElement, _): throw cursor.stop(.objectExpected)
        case (.separate, UInt8(ascii: ",")): throw cursor.stop(.commaBetweenObjects)
        case (.separate, _): throw cursor.stop(.objectOrEndExpected)
        case (.ended, _): throw cursor.stop(.endExpected)
        }
        cursor.position += 1
    }

    private func skipByteOrderMark(
        _ cursor: inout JSONCursor, _ done: inout Int
    ) throws(JSONStop) {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        guard offset == 0, cursor.position == 0 else { return }
        for index in 0..<3 {
            guard index < cursor.end else {
                if cursor.isFinal { return }
                throw .incomplete
            }
            if cursor.base[index] != mark[index] { return }
        }
        cursor.position = 3
        done = 3
    }

    /// Turns a stop of the cursor into a sentence with its place.
    private func located(_ fault: JSONFault, _ cursor: JSONCursor) -> RecordFault {
        let rest = UnsafeBufferPointer(
            start: cursor.base + cursor.position, count: cursor.end - cursor.position)
        var fault = fault
        var foreign = fault == .listOrObjectExpected ? ForeignContent.recognise(rest) : nil
        // A zero byte beside the first bracket: each character takes two bytes.
        if offset + cursor.position < 4, rest.first == 0 { foreign = .utf16 }
        if let foreign {
            return RecordFault(
                "found \(foreign.found), expected \(Sink.noun.several) as JSON",
                line: cursor.line, byteOffset: offset + cursor.position, help: foreign.help)
        }
        if case .invalid = UTF8Sequence.length(rest) { fault = .notUTF8 }
        return RecordFault(
            fault.message(found: FoundText.describe(rest)), line: cursor.line,
            byteOffset: offset + cursor.position, help: fault.help)
    }

    private func tooLarge(at start: Int) -> RecordFault {
        let mebibytes = RecordStream<Sink>.maximumObjectSize >> 20
        return RecordFault(
            "found \(Sink.noun.one) of more than \(mebibytes) MiB, expected some hundred bytes",
            line: line, byteOffset: offset + start,
            help: "A quote that is missing or too many can make one text of half the file.")
    }

    private static var helpWhenCutOff: String {
        "The file was not written or copied to its end; fetch or export it again."
    }
}
