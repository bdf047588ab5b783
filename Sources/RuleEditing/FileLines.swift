/// Looks for the lines of a file.
struct FileLines {
    let bytes: [UInt8]

    /// The first byte of the line in which a place stands; a byte-order mark is no part of it.
    func start(around place: Int) -> Int {
        var start = place
        while start > 0, !isEnd(bytes[start - 1]) { start -= 1 }
        return start == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) && place >= 3 ? 3 : start
    }

    /// Where the line of a place ends, before its line end.
    func end(around place: Int) -> Int {
        var end = place
        while end < bytes.count, !isEnd(bytes[end]) { end += 1 }
        return end
    }

    /// The bytes of the line end at a place: 0 at the end of the file, 1, or 2.
    func breakLength(at place: Int) -> Int {
        guard place < bytes.count else { return 0 }
        let isPair = bytes[place] == 0x0D && place + 1 < bytes.count && bytes[place + 1] == 0x0A
        return isPair ? 2 : 1
    }

    /// The line end that a new line near a place gets: that of its line, else the first of the
    /// file.
    func lineEnd(near place: Int) -> String {
        var end = end(around: place)
        if end == bytes.count { end = self.end(around: 0) }
        let length = breakLength(at: end)
        return length == 0
            ? "\n" : String(decoding: bytes[end..<end + length], as: UTF8.self)
    }

    private func isEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
