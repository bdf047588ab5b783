public import DomainModel

/// The two formats in which records come.
public enum RecordFormat: Sendable, Hashable {
    /// A JSON list of objects, or objects one behind the other (NDJSON).
    case json
    /// Twinfield's XML.
    case xml

    /// Tells the format from the first bytes of a file; 1,024 are enough.
    ///
    /// XML begins with `<` behind a byte order mark and white space. Whatever is neither counts as
    /// JSON, whose reader says what is wrong with it. Throws for content that is recognised as
    /// something else: a web page, UTF-16, an archive.
    public static func detect(_ head: UnsafeRawBufferPointer) throws(RecordFault) -> RecordFormat {
        let bytes = head.bindMemory(to: UInt8.self)
        var start = 0
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
        while start < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[start]) { start += 1 }
        switch ForeignContent.recognise(UnsafeBufferPointer(rebasing: bytes[start...])) {
        case .xml: return .xml
        case nil: return .json
        case let foreign?:
            let line = 1 + bytes[..<start].count { $0 == 0x0A }
            throw RecordFault(
                "found \(foreign.found), expected JSON or XML", line: line, byteOffset: start,
                help: foreign.help)
        }
    }
}
