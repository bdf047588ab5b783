/// Makes a document out of the text of a SOAP result: without white space, byte order mark and
/// XML declaration in front.
///
/// The text is UTF-8 whatever a declaration says: a text of .NET claims UTF-16.
struct InnerText {
    /// A longer declaration is left to the reader, which refuses it.
    private static let maximumBytes = 1024
    private static let declarationMark = Array("<?xml".utf8)
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// What may be the beginning of a mark or a declaration.
    private var opening: [UInt8] = []
    private var isBegun = false

    /// What is known to belong to the document after one more piece of the text.
    mutating func next(_ piece: [UInt8]) -> [UInt8] {
        if isBegun { return piece }
        opening.append(contentsOf: piece)
        let lineEnds = dropSpace()
        guard !Self.declarationMark.starts(with: opening),
            !Self.byteOrderMark.starts(with: opening)
        else { return lineEnds }
        guard isDeclaration else { return lineEnds + begin(opening[...]) }
        if let end = opening.firstIndex(of: UInt8(ascii: ">")) {
            let inside = opening[...end].filter { $0 == 0x0A }
            return lineEnds + inside + begin(opening[(end + 1)...])
        }
        return opening.count > Self.maximumBytes ? lineEnds + begin(opening[...]) : lineEnds
    }

    /// What is left when there is no more.
    mutating func finish() -> [UInt8] { begin(opening[...]) }

    private var isDeclaration: Bool {
        opening.count > Self.declarationMark.count && opening.starts(with: Self.declarationMark)
            && TextBytes.isSpace(opening[Self.declarationMark.count])
    }

    /// Drops white space and marks in front; gives the line ends among them, so that the lines of
    /// faults stay right.
    private mutating func dropSpace() -> [UInt8] {
        var lineEnds: [UInt8] = []
        var start = 0
        while start < opening.count {
            if TextBytes.isSpace(opening[start]) {
                if opening[start] == 0x0A { lineEnds.append(0x0A) }
                start += 1
            } else if opening[start...].starts(with: Self.byteOrderMark) {
                start += Self.byteOrderMark.count
            } else {
                break
            }
        }
        opening.removeFirst(start)
        return lineEnds
    }

    private mutating func begin(_ rest: ArraySlice<UInt8>) -> [UInt8] {
        isBegun = true
        let document = Array(rest)
        opening = []
        return document
    }
}
