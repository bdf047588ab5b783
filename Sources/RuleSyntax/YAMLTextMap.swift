internal import SourceDiagnostics

/// Which bytes of a file the bytes of a scalar's text come from.
///
/// It is made anew from the file when a message needs it: libyaml does not tell, and the
/// millions of texts that nobody asks about cost nothing. When what is decoded here is not what
/// libyaml decoded, there is no map.
struct YAMLTextMap {
    /// A piece of the text and its source.
    ///
    /// It was copied byte for byte when both ranges have one length; otherwise it stands for its
    /// source as a whole.
    struct Piece {
        var text: Range<Int>
        var source: Range<Int>
    }

    /// The decoded text.
    private(set) var text: [UInt8] = []
    private var pieces: [Piece] = []

    /// The place in the file of a part of a scalar's text; nil when it cannot be told.
    static func place(of offsets: Range<Int>, in scalar: YAMLScalar) -> Range<Int>? {
        let expected = Array(scalar.text.utf8)
        let range = scalar.range.lower..<scalar.range.upper
        guard range.upperBound <= scalar.source.bytes.count else { return nil }
        let map: YAMLTextMap?
        switch scalar.style {
        case .plain, .singleQuoted, .doubleQuoted:
            var decoder = YAMLFlowDecoder(scalar.source.bytes, range: range, style: scalar.style)
            map = decoder.decode()
        case .literal, .folded:
            map = YAMLBlockDecoder.decode(
                scalar.source.bytes, range: range, isLiteral: scalar.style == .literal,
                expected: expected)
        }
        guard let map, map.text == expected else { return nil }
        return map.place(of: offsets)
    }

    /// Adds a copied byte of the file.
    mutating func copy(_ bytes: [UInt8], _ range: Range<Int>) {
        guard !range.isEmpty else { return }
        let start = text.count
        text.append(contentsOf: bytes[range])
        if let last = pieces.indices.last, pieces[last].source.upperBound == range.lowerBound,
            pieces[last].source.count == pieces[last].text.count
        {
            pieces[last].source = pieces[last].source.lowerBound..<range.upperBound
            pieces[last].text = pieces[last].text.lowerBound..<text.count
        } else {
            pieces.append(Piece(text: start..<text.count, source: range))
        }
    }

    /// Adds bytes that a whole range of the file stands for.
    mutating func add(_ decoded: some Collection<UInt8>, from range: Range<Int>) {
        guard !decoded.isEmpty else { return }
        let start = text.count
        text.append(contentsOf: decoded)
        pieces.append(Piece(text: start..<text.count, source: range))
    }

    private func place(of offsets: Range<Int>) -> Range<Int>? {
        guard let first = pieces.first, let last = pieces.last else { return nil }
        let lower = min(max(0, offsets.lowerBound), text.count)
        let upper = min(max(lower, offsets.upperBound), text.count)
        let start = piece(at: lower).map { sourceStart(of: lower, in: $0) }
        let place = start ?? last.source.upperBound
        guard lower < upper, let end = piece(at: upper - 1) else { return place..<place }
        return max(first.source.lowerBound, place)..<max(place, sourceEnd(of: upper, in: end))
    }

    private func piece(at offset: Int) -> Piece? {
        var lower = 0
        var upper = pieces.count
        while lower < upper {
            let middle = (lower + upper) / 2
            if pieces[middle].text.upperBound <= offset {
                lower = middle + 1
            } else {
                upper = middle
            }
        }
        return lower < pieces.count ? pieces[lower] : nil
    }

    private func sourceStart(of offset: Int, in piece: Piece) -> Int {
        guard piece.source.count == piece.text.count else { return piece.source.lowerBound }
        return piece.source.lowerBound + offset - piece.text.lowerBound
    }

    private func sourceEnd(of offset: Int, in piece: Piece) -> Int {
        guard piece.source.count == piece.text.count else { return piece.source.upperBound }
        return piece.source.lowerBound + offset - piece.text.lowerBound
    }
}
