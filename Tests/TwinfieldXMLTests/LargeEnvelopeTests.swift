import ByteText
import DomainModel
import Testing
import TwinfieldXML

@Suite("SOAP: answers of many megabytes")
struct LargeEnvelopeTests {
    /// Counts bytes, and remembers how long the longest piece was.
    private struct Counter: AnswerReader, ~Copyable {
        struct Answer: Sendable {
            var bytes = 0
            var longest = 0
        }

        private var answer = Answer()

        mutating func feed(_ bytes: UnsafeRawBufferPointer) throws(RecordFault) {
            answer.bytes += bytes.count
            answer.longest = max(answer.longest, bytes.count)
        }

        consuming func finish() throws(RecordFault) -> Answer { answer }
    }

    private static let row = Array(
        """
        <tr><td field="fin.trs.head.status">final</td><td field="fin.trs.head.date">20261101</td>\
        <td field="fin.trs.line.dim2">D0001234</td><td field="fin.trs.line.invnumber">WEB-17</td>\
        <td field="fin.trs.line.openvaluesigned">119.01</td>\
        <td field="fin.trs.line.matchstatus">available</td>\
        <key><office>NLA001</office><code>VRK</code><number>202600017</number><line>1</line></key>\
        </tr>
        """.utf8)

    private static func put<Reader: AnswerReader & ~Copyable>(
        _ bytes: [UInt8], to reader: inout Reader
    ) throws(RecordFault) {
        try bytes.withUnsafeBufferPointer { (buffer) throws(RecordFault) in
            try reader.feed(UnsafeRawBufferPointer(buffer))
        }
    }

    /// Feeds an answer of so many rows without ever having it whole.
    private static func feed<Inner: AnswerReader & ~Copyable>(
        _ count: Int, _ form: Envelope.Form, to inner: consuming Inner
    ) throws(RecordFault) -> SOAPOutcome<Inner.Answer> {
        var reader = SOAPResultReader(inner)
        let root = "<browse result=\"1\" first=\"1\" last=\"\(count)\" total=\"\(count)\">"
        let mark = "§"
        let frame = Envelope.around(root + mark + "</browse>", form).split(separator: "§")
        try put(Array(frame[0].utf8), to: &reader)
        let text = String(decoding: row, as: UTF8.self)
        let one = form == .escaped ? Envelope.escaped(text) : text
        let many = Array(String(repeating: one, count: 100).utf8)
        for _ in 0..<count / 100 { try put(many, to: &reader) }
        try put(Array(frame[1].utf8), to: &reader)
        return try reader.finish()
    }

    @Test(
        "A browse of 30 MB is read whole, escaped and in CDATA",
        arguments: [Envelope.Form.escaped, .section])
    func thirtyMegabytes(form: Envelope.Form) throws {
        let count = 30_000_000 / Self.row.count / 100 * 100
        let reader = BrowseReader(office: "NLA001", isFromService: true)
        guard case .answer(let table) = try Self.feed(count, form, to: reader) else {
            Issue.record("no answer")
            return
        }
        #expect(table.rows.count == count)
        #expect(table.rows.reduce(0) { $0 + $1.openValue } == Int64(count) * 11_901)
        #expect(table.texts.bytes.count < 4 << 20)
    }

    @Test(
        "However long the text, it is handed over in small pieces",
        arguments: [Envelope.Form.escaped, .section, .prettySection])
    func smallPieces(form: Envelope.Form) throws {
        let count = 6_000
        guard case .answer(let seen) = try Self.feed(count, form, to: Counter()) else {
            Issue.record("no answer")
            return
        }
        #expect(seen.bytes >= count * Self.row.count)
        #expect(seen.longest <= 1 << 17)
    }

    @Test(
        "One long text without markup is handed over in small pieces too",
        arguments: [true, false])
    func withoutMarkup(isSection: Bool) throws {
        let word = String(repeating: "é€😀 ", count: 200_000)
        let text = String(repeating: word, count: 3)
        let xml = isSection ? "<![CDATA[\(text)]]>" : text
        let envelope = Envelope.around("§", .escaped).split(separator: "§").joined(separator: xml)
        let outcome = try read(envelope, with: SOAPResultReader(Counter())).get()
        guard case .answer(let seen) = outcome else {
            Issue.record("no answer")
            return
        }
        #expect(seen.bytes == text.utf8.count && seen.longest <= 1 << 17)
    }
}
