import DomainModel
import RecordReading
import TwinfieldXML

/// Feeds bytes to the readers in pieces, as they come from a file.
struct RecordFeed: Sendable {
    /// Whether a file comes in one piece.
    var wholePieces = false

    typealias Reading<Table> = Result<Table, RecordFault>

    func payments(_ bytes: [UInt8], _ random: inout SeededGenerator) -> Reading<PaymentTable> {
        read { () throws(RecordFault) in
            var reader = PaymentReader()
            if random.once(in: 2) { reader.expect(bytes.count) }
            try feed(bytes, &random) { piece throws(RecordFault) in try reader.feed(piece) }
            return try reader.finish()
        }
    }

    func openItems(_ bytes: [UInt8], _ random: inout SeededGenerator) -> Reading<OpenItemTable> {
        read { () throws(RecordFault) in
            var reader = OpenItemReader()
            if random.once(in: 2) { reader.expect(bytes.count) }
            try feed(bytes, &random) { piece throws(RecordFault) in try reader.feed(piece) }
            return try reader.finish()
        }
    }

    func customers(_ bytes: [UInt8], _ random: inout SeededGenerator) -> Reading<CustomerTable> {
        read { () throws(RecordFault) in
            var reader = CustomerReader()
            try feed(bytes, &random) { piece throws(RecordFault) in try reader.feed(piece) }
            return try reader.finish()
        }
    }

    func browse(_ bytes: [UInt8], _ random: inout SeededGenerator) -> Reading<OpenItemTable> {
        read { () throws(RecordFault) in
            var reader = BrowseReader(office: "NLA001")
            try feed(bytes, &random) { piece throws(RecordFault) in try reader.feed(piece) }
            return try reader.finish()
        }
    }

    func dimensions(_ bytes: [UInt8], _ random: inout SeededGenerator) -> Reading<CustomerTable> {
        read { () throws(RecordFault) in
            var reader = DimensionsReader()
            try feed(bytes, &random) { piece throws(RecordFault) in try reader.feed(piece) }
            return try reader.finish()
        }
    }

    private func read<Table>(_ body: () throws(RecordFault) -> Table) -> Reading<Table> {
        Reading(catching: body)
    }

    private func feed(
        _ bytes: [UInt8], _ random: inout SeededGenerator,
        _ body: (UnsafeRawBufferPointer) throws(RecordFault) -> Void
    ) throws(RecordFault) {
        let most = wholePieces ? bytes.count : random.pick([1, 7, 100, 4096, 1 << 20])
        let least = bytes.count / 2000
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = min(rest.count, max(least, 1 + random.below(most), wholePieces ? most : 1))
            let piece = rest.prefix(count)
            let result = piece.withUnsafeBytes { buffer in
                Result { () throws(RecordFault) in try body(buffer) }
            }
            try result.get()
            rest = rest.dropFirst(count)
        }
    }
}
