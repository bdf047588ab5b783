/// Makes a document out of the text of a SOAP result: without white space, byte order mark and
/// XML declaration in front.
///
/// The text is UTF-8 whatever a declaration says: a text of .NET claims UTF-16.
struct InnerText {
    /// A longer declaration is left to the reader, which refuses it.
    private static let maximumBytes = 1024
    private static let declarationMark = Array("<?xml".utf8)
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private var opening: [UInt8] = []
    private var isBegun = false

    /// What of a piece belongs to the document; nil while that is not known.
    mutating func next(_ piece: [UInt8]) -> [UInt8]? {
        if isBegun { return piece }
        opening.append(contentsOf: piece)
        var start = opening.prefix { TextBytes.isSpace($0) }.count
        if opening[start...].starts(with: Self.byteOrderMark) { start += 3 }
        // Line ends stay, so that the lines of faults are right.
        var document = opening.prefix(start).filter { $0 == 0x0A }
        let rest = opening[start...]
        let mark = Self.declarationMark
        if rest.count > mark.count, rest.starts(with: mark),
            TextBytes.isSpace(rest[start + mark.count])
        {
            if let end = rest.firstIndex(of: UInt8(ascii: ">")) {
                document += rest[...end].filter { $0 == 0x0A }
                return begin(document, opening[(end + 1)...])
            }
            return rest.count > Self.maximumBytes ? begin(document, rest) : nil
        }
        if mark.starts(with: rest) || Self.byteOrderMark.starts(with: rest) { return nil }
        return begin(document, rest)
    }

    /// What is left when there is no more.
    mutating func finish() -> [UInt8] {
        isBegun = true
        defer { opening = [] }
        return opening
    }

    private mutating func begin(_ lineEnds: [UInt8], _ rest: ArraySlice<UInt8>) -> [UInt8] {
        isBegun = true
        let document = lineEnds + Array(rest)
        opening = []
        return document
    }
}
