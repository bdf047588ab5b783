internal import ByteText
internal import DomainModel

/// How far a document has been read, which says what an error of the parser means to a person.
struct XMLProgress {
    /// The number of bytes fed.
    private(set) var byteCount = 0
    /// The number of elements that are open.
    var depth = 0
    /// Whether the root has begun.
    var isRootOpened = false
    /// Whether the root has ended.
    var isRootClosed = false
    /// Whether there is no more to come.
    var isFinishing = false

    private var opening: [UInt8] = []

    /// Counts bytes, and keeps the first ones: they tell a web page or JSON from XML.
    mutating func note(_ bytes: UnsafeRawBufferPointer) {
        byteCount += bytes.count
        let room = 512 - opening.count
        if room > 0 { opening.append(contentsOf: bytes.prefix(room)) }
    }

    /// The fault for an error of libxml2, by its code (`xmlParserErrors`) and its message.
    func fault(code: Int32, message: String) -> RecordFault {
        if let fault = openingFault() { return fault }
        if isFinishing && !isRootClosed {
            return RecordFault(
                "the document is cut off: its root element is not closed",
                help: "fetch the file again; it ends after \(byteCount) bytes")
        }
        switch code {
        case 5 where isRootClosed:
            return RecordFault("there is more behind the end of the document")
        case _ where Self.isAboutEncoding(code, message):
            return RecordFault(
                "the text is not in the encoding that it claims (UTF-8 when it names none)",
                help: "save the file as UTF-8, or name its encoding in the XML declaration")
        case 26:
            return RecordFault(
                "an entity is not defined: \(Self.firstLine(message)); "
                    + "only &amp; &lt; &gt; &quot; &apos; and numbers are allowed")
        case 31, 32:
            return RecordFault(
                "the encoding cannot be read: \(Self.firstLine(message))",
                help: "save the file as UTF-8")
        default:
            let reason = Self.firstLine(message)
            return RecordFault(
                "the XML is not well-formed" + (reason.isEmpty ? "" : ": \(reason)"))
        }
    }

    /// Refuses a web page, which a sign-in screen or a proxy answers instead of XML.
    static func refuseWebPage(root name: String) throws(RecordFault) {
        if name.lowercased() == "html" { throw webPage }
    }

    /// The fault for a document type declaration.
    static func documentTypeFault(name: String) -> RecordFault {
        if name.lowercased() == "html" { return webPage }
        return RecordFault(
            "the document has a document type declaration (DTD), which is refused",
            help: "Twinfield's answers have none; look where this file comes from")
    }

    private static let webPage = RecordFault(
        "this is a web page (HTML), not an answer of Twinfield",
        help: "save the answer itself, not the page of a browser or a sign-in screen")

    /// What the first bytes say when no root element was reached; nil when one was.
    func openingFault() -> RecordFault? {
        if isRootOpened { return nil }
        let lowered = Self.lowered(opening)
        if Self.contains(lowered, "<html") || Self.contains(lowered, "<!doctype html") {
            return Self.webPage
        }
        if Self.contains(lowered, "<!doctype") { return Self.documentTypeFault(name: "") }
        let mark: Set<UInt8> = [0xEF, 0xBB, 0xBF]
        let visible = opening.drop { TextBytes.isSpace($0) || mark.contains($0) }
        guard let first = visible.first else {
            return RecordFault("the file holds no XML, only white space")
        }
        if first == UInt8(ascii: "<") || first == 0xFE || first == 0xFF || first == 0 {
            guard isFinishing else { return nil }
            return RecordFault(
                "the document is cut off: it has no root element",
                help: "fetch the file again; it ends after \(byteCount) bytes")
        }
        let line = visible.prefix { $0 != 0x0A && $0 != 0x0D }
        return RecordFault("this is not XML: it begins with \(TextBytes.quoted(line, limit: 20))")
    }

    private static func isAboutEncoding(_ code: Int32, _ message: String) -> Bool {
        code == 81 || message.contains("not proper UTF-8")
    }

    private static func firstLine(_ message: String) -> String {
        let line = message.prefix { $0 != "\n" && $0 != "\r\n" }
        return ShownText.oneLine(line.prefix(200))
    }

    private static func lowered(_ bytes: [UInt8]) -> [UInt8] {
        bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }

    private static func contains(_ bytes: [UInt8], _ word: StaticString) -> Bool {
        bytes.withUnsafeBufferPointer { whole in
            let count = word.utf8CodeUnitCount
            guard whole.count >= count else { return false }
            return (0...whole.count - count).contains { start in
                TextBytes.equal(UnsafeBufferPointer(rebasing: whole[start..<start + count]), word)
            }
        }
    }
}
