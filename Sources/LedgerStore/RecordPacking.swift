/// Writes a record as what it has in common with another one of its kind, and what is its own.
///
/// Form: pieces, each a number that stands in seven bits a byte, the lowest first. Even: half of it
/// is a count of bytes that follow. Odd: half of it, rounded down, is a count of bytes to copy from
/// the base; the number behind it is the place there.
struct RecordPacking {
    private static let shingle = 5
    private let base: [UInt8]
    /// By hash of a few bytes: where they stood last in the base, or -1.
    private let places: [Int32]

    init(base: [UInt8]) {
        self.base = base
        var places = [Int32](repeating: -1, count: 2048)
        if base.count >= Self.shingle {
            for place in 0...base.count - Self.shingle {
                places[Self.slot(base, place)] = Int32(place)
            }
        }
        self.places = places
    }

    /// The short form of a record.
    func pack(_ record: [UInt8]) -> [UInt8] {
        var packed: [UInt8] = []
        var literal = 0
        var place = 0
        while place + Self.shingle <= record.count {
            let found = Int(places[Self.slot(record, place)])
            let length = found < 0 ? 0 : common(found, record, place)
            guard length >= Self.shingle else {
                place += 1
                continue
            }
            Self.append(literal: record[literal..<place], to: &packed)
            Self.append(length << 1 | 1, to: &packed)
            Self.append(found, to: &packed)
            place += length
            literal = place
        }
        Self.append(literal: record[literal...], to: &packed)
        return packed
    }

    /// The record of a short form; nil when it is none of this base.
    func unpack(_ packed: [UInt8]) -> [UInt8]? {
        var record: [UInt8] = []
        var place = 0
        while place < packed.count {
            guard let head = Self.number(packed, &place) else { return nil }
            let count = head >> 1
            if head & 1 == 0 {
                guard count <= packed.count - place else { return nil }
                record += packed[place..<place + count]
                place += count
            } else {
                guard let start = Self.number(packed, &place), start <= base.count,
                    count <= base.count - start
                else { return nil }
                record += base[start..<start + count]
            }
        }
        return record
    }

    private func common(_ start: Int, _ record: [UInt8], _ place: Int) -> Int {
        var length = 0
        while start + length < base.count, place + length < record.count,
            base[start + length] == record[place + length]
        {
            length += 1
        }
        return length
    }

    private static func slot(_ bytes: [UInt8], _ place: Int) -> Int {
        var hash: UInt64 = 0
        for offset in 0..<shingle { hash = hash << 8 | UInt64(bytes[place + offset]) }
        return Int((hash &* 0x9E37_79B9_7F4A_7C15) >> 53)
    }

    private static func append(literal: ArraySlice<UInt8>, to packed: inout [UInt8]) {
        guard !literal.isEmpty else { return }
        append(literal.count << 1, to: &packed)
        packed += literal
    }

    private static func append(_ number: Int, to packed: inout [UInt8]) {
        var rest = number
        while rest > 0x7F {
            packed.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        packed.append(UInt8(rest))
    }

    private static func number(_ packed: [UInt8], _ place: inout Int) -> Int? {
        var value = 0
        for shift in stride(from: 0, to: 35, by: 7) {
            guard place < packed.count else { return nil }
            let byte = packed[place]
            place += 1
            value |= Int(byte & 0x7F) << shift
            if byte < 0x80 { return value }
        }
        return nil
    }
}
