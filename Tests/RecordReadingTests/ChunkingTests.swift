import ByteText
import DomainModel
import RecordReading
import Testing

@Suite("Input in pieces")
struct ChunkingTests {
    static let sample = """
        [{"reference":"C1","merchantOrderReference":"WEB-é-€-😀-\\ud83d\\ude00","amount":9.99,
          "currency":"eur","created":1709620979582,"details":{"a":[1,-2.5e3,{"b":null}]}},
         {"reference":"C2","type":"refund","amount":"1,5","description":"\\"x\\\\"},
         {} , {"reference":"C3","billingEmail":" a@b.nl ","lastUpdate":17,"brand":true}
        ]
        """

    @Test("Pieces of every size give the same payments")
    func everySize() throws {
        let bytes = Array(Self.sample.utf8)
        let whole = Reading.dump(try Reading.payments(bytes))
        #expect(whole.count == 4)
        for piece in 1...bytes.count {
            #expect(Reading.dump(try Reading.payments(bytes, piece: piece)) == whole)
        }
    }

    @Test("Two pieces, cut at every byte, give the same payments")
    func everyCut() throws {
        let bytes = Array(Self.sample.utf8)
        let whole = Reading.dump(try Reading.payments(bytes))
        for cut in 0...bytes.count {
            var reader = PaymentReader()
            for part in [bytes[..<cut], bytes[cut...]] {
                try part.withUnsafeBytes { try reader.feed($0) }
            }
            #expect(Reading.dump(try reader.finish()) == whole)
        }
    }

    @Test("Many objects one a line arrive once each, in their order, whatever the pieces")
    func manyLines() throws {
        let lines = (0..<2000).map { #"{"reference":"R\#($0)","amount":\#($0 + 1)}"# }
        let json = lines.joined(separator: "\n")
        for piece in [1, 2, 61, 4095, 4096, 4097, 10_000, .max] {
            let table = try Reading.payments(json, piece: piece)
            #expect(table.rows.map { table.text($0.reference) } == (0..<2000).map { "R\($0)" })
            #expect(table.rows.map(\.amount) == (0..<2000).map { Int64($0 + 1) * 100 })
        }
    }

    @Test("A megabyte of text in pieces of one byte takes no longer than its length")
    func singleBytes() throws {
        let text = String(repeating: "abcdefgh", count: 1 << 17)
        let table = try Reading.payments(
            #"{"reference":"a","description":"\#(text)"}"#, piece: 1)
        #expect(table.rows.map(\.description.count) == [1 << 20])
    }

    @Test("Items in pieces of every size are the same, and none stands twice")
    func items() throws {
        let json = (1...3).map { OpenItemReaderTests.item(["line": "\($0)"]) }
            .joined(separator: "\n")
        for piece in 1...json.utf8.count {
            let table = try Reading.items(json, piece: piece)
            #expect(table.rows.map { table.text($0.line) } == ["1", "2", "3"])
            #expect(table.rows.allSatisfy { table.emails(of: $0).map(table.text) == ["a@b.nl"] })
        }
    }

    @Test("After its end a reader begins another file")
    func reuse() throws {
        var reader = PaymentReader()
        for reference in ["a", "b"] {
            let bytes = Array(#"[{"reference":"\#(reference)"}]"#.utf8)
            try bytes.withUnsafeBytes { try reader.feed($0) }
            let table = try reader.finish()
            #expect(table.rows.map { table.text($0.reference) } == [reference])
        }
    }
}
