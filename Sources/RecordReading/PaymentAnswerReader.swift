public import DomainModel

/// Reads an answer of CCV's list of transactions: which payments, and each as CCV wrote it.
///
/// Shape: a list of objects, one object, or an object that wraps exactly one list (the envelope is
/// not documented; API reference, sections 1 and 9.4). Anything else is a fault.
public struct PaymentAnswerReader: Sendable {
    /// Whether `created` must be in every payment.
    public var needsCreated: Bool
    /// Whether the bytes may end early: then the payments that are whole are given.
    public var mayBeCut: Bool

    /// Makes a reader.
    public init(needsCreated: Bool, mayBeCut: Bool = false) {
        self.needsCreated = needsCreated
        self.mayBeCut = mayBeCut
    }

    /// Gives the payments in the order of the answer; the same one may be there twice.
    public func payments(_ bytes: [UInt8]) throws(RecordFault) -> [PaymentRecord] {
        let result = bytes.withUnsafeBufferPointer { buffer in
            Result { () throws(RecordFault) in try payments(buffer) }
        }
        return try result.get()
    }

    private func payments(
        _ bytes: UnsafeBufferPointer<UInt8>
    ) throws(RecordFault) -> [PaymentRecord] {
        guard let base = bytes.baseAddress, !bytes.isEmpty else {
            throw RecordFault("the answer is empty (0 bytes), expected payments as JSON")
        }
        var cursor = JSONCursor(base: base, end: bytes.count, isFinal: true, line: 1)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { cursor.position = 3 }
        var records: [PaymentRecord] = []
        var fault: RecordFault?
        do throws(JSONStop) {
            fault = try read(&cursor, into: &records)
        } catch {
            if case .incomplete = error, mayBeCut { return records }
            throw AnswerFault.located(error, cursor)
        }
        if let fault { throw fault }
        return records
    }

    /// Reads the whole answer; gives a fault of its contents.
    private func read(
        _ cursor: inout JSONCursor, into records: inout [PaymentRecord]
    ) throws(JSONStop) -> RecordFault? {
        var maker = PaymentRecordMaker(needsCreated: needsCreated)
        let fault: RecordFault?
        switch try cursor.nextByte() {
        case UInt8(ascii: "["): fault = try list(&cursor, &maker, into: &records)
        case UInt8(ascii: "{"): fault = try object(&cursor, &maker, into: &records)
        default: throw cursor.stop(.listOrObjectExpected)
        }
        if let fault { return fault }
        while cursor.position < cursor.end {
            let byte = cursor.base[cursor.position]
            guard [0x20, 0x09, 0x0A, 0x0D].contains(byte) else { throw cursor.stop(.endExpected) }
            cursor.position += 1
        }
        return nil
    }

    private func list(
        _ cursor: inout JSONCursor, _ maker: inout PaymentRecordMaker,
        into records: inout [PaymentRecord]
    ) throws(JSONStop) -> RecordFault? {
        var members: [JSONMember] = []
        guard try cursor.enterList() else { return nil }
        repeat {
            guard try cursor.nextByte() == UInt8(ascii: "{") else {
                throw cursor.stop(.objectExpected)
            }
            let place = RecordPlace(
                base: cursor.base, offset: 0, start: cursor.position, line: cursor.line)
            try cursor.members(depth: 1, into: &members)
            do throws(RecordFault) {
                records.append(
                    try maker.record(members, at: place, number: records.count + 1))
            } catch {
                return error
            }
        } while try cursor.nextElement()
        return nil
    }

    /// One payment, or what wraps one list of them.
    private func object(
        _ cursor: inout JSONCursor, _ maker: inout PaymentRecordMaker,
        into records: inout [PaymentRecord]
    ) throws(JSONStop) -> RecordFault? {
        let start = cursor
        let place = RecordPlace(
            base: cursor.base, offset: 0, start: cursor.position, line: cursor.line)
        var members: [JSONMember] = []
        do throws(JSONStop) {
            try cursor.members(depth: 0, into: &members)
        } catch {
            guard case .incomplete = error, mayBeCut else { throw error }
            return nil
        }
        let lists = members.filter { $0.value.kind == .list }
        if !AnswerFault.hasReference(members, cursor.base), lists.count == 1 {
            var inner = start
            inner.position = lists[0].value.start
            return try list(&inner, &maker, into: &records)
        }
        do throws(RecordFault) {
            records.append(try maker.record(members, at: place, number: 1))
            return nil
        } catch {
            return error
        }
    }
}
