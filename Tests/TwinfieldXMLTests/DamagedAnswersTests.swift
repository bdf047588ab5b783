import DomainModel
import Testing
import TwinfieldXML

@Suite("Damaged answers: never a booking that was not, never a refusal of one that was")
struct DamagedAnswersTests {
    private static let refusedEntry = EntryDocument(
        attributes: "destiny=\"temporary\" msgtype=\"error\" msg=\"x\" result=\"0\"",
        header: EntryDocument.unsaved)
    private static let matched = """
        <match result="1"><set result="1"><lines><line result="1"><transcode>VRK</transcode>\
        <transnumber>202600017</transnumber><transline>1</transline>\
        <matchvalue>119.00</matchvalue></line></lines><dimensions>\
        <dimension level="2" matchnumber="3">D1</dimension></dimensions><value>0.00</value>\
        </set></match>
        """
    private static let unmatched = """
        <match result="0"><set result="0"><lines result="0"><line msgtype="error" msg="x" \
        result="0"><transcode>VRK</transcode></line><line result="1"/></lines>\
        <value>0.00</value></set></match>
        """

    /// Damages one to four places: mostly so that the document stays well-formed.
    private static func damaged(_ original: [UInt8], _ random: inout SplitMix) -> [UInt8] {
        let marks = Array("<>&\"'/=01 \u{0}\u{FF}x".utf8)
        var bytes = original
        for _ in 0...random.below(4) {
            let place = random.below(bytes.count)
            let end = min(bytes.count, place + 1 + random.below(40))
            switch random.below(16) {
            case 0: bytes[place] = marks[random.below(marks.count)]
            case 1: bytes.insert(UInt8(random.below(256)), at: place)
            case 2: bytes.removeSubrange(place..<end)
            case 3: bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
            case 4...8:
                // A digit or a letter becomes another.
                let word = bytes[place...].firstIndex { $0 >= 0x30 && $0 != 0x3C && $0 != 0x3E }
                if let word, bytes[word] != UInt8(ascii: "=") {
                    bytes[word] = UInt8(ascii: "0") + UInt8(random.below(2))
                }
            default:
                // An element goes, or comes twice.
                guard let element = element(in: bytes, after: place) else { break }
                if random.below(2) == 0 {
                    bytes.removeSubrange(element)
                } else {
                    bytes.insert(contentsOf: Array(bytes[element]), at: element.lowerBound)
                }
            }
            if bytes.isEmpty { bytes = original }
        }
        return bytes
    }

    /// The bytes of the next element without others inside.
    private static func element(in bytes: [UInt8], after place: Int) -> Range<Int>? {
        var start: Int?
        for index in place..<max(place, bytes.count - 1) where bytes[index] == UInt8(ascii: "<") {
            if bytes[index + 1] != UInt8(ascii: "/") {
                start = index
            } else if let start, let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) {
                return start..<end + 1
            }
        }
        return nil
    }

    private static func post(_ bytes: [UInt8], inEnvelope: Bool) -> PostAnswer? {
        if !inEnvelope { return try? read(bytes, with: PostReader()).get().only }
        guard
            case .answer(let answers) = try? read(bytes, with: SOAPResultReader(PostReader())).get()
        else { return nil }
        return answers.only
    }

    @Test("A refused entry is never booked by damage", arguments: 1...4 as ClosedRange<UInt64>)
    func refusedIsNeverBooked(seed: UInt64) {
        var random = SplitMix(state: seed)
        let document = "<transactions result=\"0\">\(Self.refusedEntry.xml)</transactions>"
        let original = Array(document.utf8)
        var readable = 0
        for _ in 0..<600 {
            guard let answer = Self.post(Self.damaged(original, &random), inEnvelope: false)
            else { continue }
            readable += 1
            if case .booked(let entry) = answer { Issue.record("booked: \(entry.number)") }
        }
        #expect(readable > 100)
    }

    @Test("A booked entry is never refused by damage", arguments: 5...8 as ClosedRange<UInt64>)
    func bookedIsNeverRefused(seed: UInt64) {
        var random = SplitMix(state: seed)
        let plain = Array(EntryDocument().xml.utf8)
        let wrapped = Array(Envelope.around(EntryDocument().xml).utf8)
        var readable = 0
        for round in 0..<600 {
            let isWrapped = round % 2 == 0
            let bytes = Self.damaged(isWrapped ? wrapped : plain, &random)
            guard let answer = Self.post(bytes, inEnvelope: isWrapped) else { continue }
            readable += 1
            if case .refused(let messages) = answer { Issue.record("refused: \(messages)") }
        }
        #expect(readable > 100)
    }

    @Test("A booked entry that is cut off is never booked", arguments: [true, false])
    func cutOff(inEnvelope: Bool) {
        let xml = EntryDocument().xml
        let bytes = Array((inEnvelope ? Envelope.around(xml) : xml).utf8)
        for count in 0..<bytes.count {
            #expect(Self.post(Array(bytes.prefix(count)), inEnvelope: inEnvelope) == nil)
        }
    }

    @Test("A match is never turned round by damage", arguments: 9...12 as ClosedRange<UInt64>)
    func matches(seed: UInt64) {
        var random = SplitMix(state: seed)
        for _ in 0..<600 {
            let reader = MatchReader(currency: .eur)
            let bytes = Self.damaged(Array(Self.matched.utf8), &random)
            if let answers = try? read(bytes, with: reader).get(), case .refused = answers.only {
                Issue.record("refused: \(String(decoding: bytes, as: UTF8.self))")
            }
            let other = Self.damaged(Array(Self.unmatched.utf8), &random)
            let again = MatchReader(currency: .eur)
            if let answers = try? read(other, with: again).get(), case .matched = answers.only {
                Issue.record("matched: \(String(decoding: other, as: UTF8.self))")
            }
        }
    }

    @Test("Damage makes every other reader neither trap nor hang", arguments: [13, 14] as [UInt64])
    func others(seed: UInt64) {
        var random = SplitMix(state: seed)
        let documents = [
            "<offices result=\"1\"><office name=\"a\">NLA001</office></offices>",
            "<dimension result=\"1\"><code>1300</code><type>BAS</type></dimension>",
            "<browse result=\"1\"><code>100</code><columns code=\"100\"><column>"
                + "<field>fin.trs.head.code</field><operator>equal</operator></column></columns>"
                + "</browse>", BrowseAnswer().xml,
        ]
        for _ in 0..<300 {
            for document in documents {
                let bytes = Self.damaged(Array(document.utf8), &random)
                let pieces = 1 + random.below(50)
                _ = read(bytes, with: OfficesReader(), pieces: pieces)
                _ = read(bytes, with: AccountsReader(), pieces: pieces)
                _ = read(bytes, with: BrowseDefinitionReader(code: "100"), pieces: pieces)
                _ = read(bytes, with: MemoLinesReader(office: "NLA001"), pieces: pieces)
                let envelope = Self.damaged(
                    Array(Envelope.around(document, .section).utf8), &random)
                let reader = SOAPResultReader(OfficesReader())
                if case .failure(let fault) = read(envelope, with: reader, pieces: pieces) {
                    #expect((fault.line ?? 0) >= 1, "\(fault)")
                }
            }
        }
    }
}
