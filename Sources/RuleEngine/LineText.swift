import ByteText

/// Builds one text of a line: fills the placeholders, cleans the characters, cuts to the limit.
struct LineText {
    private(set) var bytes: [UInt8] = []
    private(set) var remarks: TextRemarks = []
    /// Whether the transaction id held what XML forbids, so that it is not itself any more.
    private(set) var isIdentityDamaged = false
    /// Where the transaction id stands in `bytes`.
    private var identity: Range<Int>?

    mutating func begin() {
        bytes.removeAll(keepingCapacity: true)
        remarks = []
        identity = nil
        isIdentityDamaged = false
    }

    /// Adds a text of the template, which may hold what XML forbids as well.
    mutating func append(literal: [UInt8]) {
        literal.withUnsafeBufferPointer { append($0, isIdentity: false) }
    }

    /// Adds the text of a field with what XML 1.0 forbids replaced; the id is remembered.
    mutating func append(_ text: UnsafeBufferPointer<UInt8>, isIdentity: Bool) {
        let start = bytes.count
        if text.allSatisfy({ $0 >= 0x20 && $0 != 0xEF }) {
            bytes.append(contentsOf: text)
        } else {
            let before = remarks
            remarks = []
            appendCleaned(text)
            isIdentityDamaged = isIdentityDamaged || isIdentity && !remarks.isEmpty
            remarks.formUnion(before)
        }
        if isIdentity, identity == nil { identity = start..<bytes.count }
    }

    /// Changes letters and takes spaces away.
    mutating func shape(_ shaping: TextShaping) {
        guard !shaping.keepsEveryLetter else { return }
        var words = String(decoding: bytes, as: UTF8.self)
        switch shaping.letters {
        case .asWritten: break
        case .upper: words = words.uppercased()
        case .lower: words = words.lowercased()
        }
        bytes = Array(words.utf8)
        guard shaping.trims else { return }
        while bytes.last == 0x20 { bytes.removeLast() }
        bytes.removeFirst(bytes.prefix { $0 == 0x20 }.count)
    }

    /// Cuts to the limit as the template says; nil when the text must fit and does not.
    mutating func cut(_ keep: (end: UTF16Cut.End, count: Int)?, limit: Int) -> Bool {
        let allowed = min(keep?.count ?? limit, limit)
        let isTooLong = bytes.withUnsafeBufferPointer {
            $0.count > allowed && UTF16Cut.count($0) > allowed
        }
        guard isTooLong else { return true }
        if let keep {
            keepOnly(
                bytes.withUnsafeBufferPointer {
                    UTF16Cut.range(of: $0, keeping: keep.end, limit: allowed)
                })
            remarks.insert(.cut)
            return true
        }
        guard let identity else { return false }
        return yield(to: identity, limit: allowed)
    }

    /// What stands behind the id gives way first, then what stands before it.
    private mutating func yield(to identity: Range<Int>, limit: Int) -> Bool {
        func units(_ range: Range<Int>) -> Int {
            bytes.withUnsafeBufferPointer {
                UTF16Cut.count(UnsafeBufferPointer(rebasing: $0[range]))
            }
        }
        let idUnits = units(identity)
        guard idUnits <= limit else { return false }
        let front = 0..<identity.lowerBound
        let roomInFront = min(units(front), limit - idUnits)
        let keptFront = cutRange(front, limit: roomInFront)
        let back = identity.upperBound..<bytes.count
        let keptBack = cutRange(back, limit: limit - idUnits - units(keptFront))
        bytes = Array(bytes[keptFront]) + bytes[identity] + bytes[keptBack]
        while bytes.last == 0x20 { bytes.removeLast() }
        remarks.insert(.yielded)
        return true
    }

    private func cutRange(_ range: Range<Int>, limit: Int) -> Range<Int> {
        let kept = bytes.withUnsafeBufferPointer {
            UTF16Cut.range(
                of: UnsafeBufferPointer(rebasing: $0[range]), keeping: .first, limit: limit)
        }
        return range.lowerBound + kept.lowerBound..<range.lowerBound + kept.upperBound
    }

    private mutating func keepOnly(_ range: Range<Int>) {
        bytes.removeLast(bytes.count - range.upperBound)
        bytes.removeFirst(range.lowerBound)
    }

    /// XML 1.0, production 2: tab, line feed, return, U+0020–U+D7FF, U+E000–U+FFFD, beyond.
    private mutating func appendCleaned(_ text: UnsafeBufferPointer<UInt8>) {
        let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte == 0x09 || byte == 0x0A || byte == 0x0D {
                // A return and a line feed together are one line end.
                if byte == 0x0D, index + 1 < text.count, text[index + 1] == 0x0A { index += 1 }
                bytes.append(0x20)
                remarks.insert(.spaced)
            } else if byte < 0x20 {
                bytes.append(contentsOf: replacement)
                remarks.insert(.replaced)
            } else if byte == 0xEF, index + 2 < text.count, text[index + 1] == 0xBF,
                text[index + 2] >= 0xBD
            {
                // U+FFFD itself: a reader put it in place of half a surrogate pair.
                bytes.append(contentsOf: replacement)
                remarks.insert(.replaced)
                index += 2
            } else {
                bytes.append(byte)
            }
            index += 1
        }
    }
}
