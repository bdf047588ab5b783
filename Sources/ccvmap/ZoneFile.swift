import DomainModel

/// A zone file of the system in the format TZif (RFC 9636): the changes of a clock.
struct ZoneFile {
    private let bytes: [UInt8]

    /// Where the parts of a block of data stand.
    private struct Block {
        var changes: Int
        var changeCount: Int
        var types: Int
        var typeCount: Int
        var end: Int
        /// The bytes of a moment.
        var width: Int
    }

    /// Takes the bytes of a file.
    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The changes from a moment on, up to the end of a year; nil when this is no zone file.
    func rules(_ name: String, from first: Int64, upToYear lastYear: Int) -> TimeZoneRules? {
        guard let block = lastBlock(), var changes = changes(block) else { return nil }
        if let footer = footer(behind: block.end) {
            let end = changes.last?.start ?? .min
            changes += footer.transitions(years: 1990...lastYear).filter { $0.start > end }
        }
        var offset = offset(type: 0, block) ?? 0
        var kept: [TimeZoneRules.Transition] = []
        for change in changes {
            if change.start >= first, change.offsetSeconds != (kept.last?.offsetSeconds ?? offset) {
                kept.append(change)
            } else if change.start < first {
                offset = change.offsetSeconds
            }
        }
        return TimeZoneRules(name: name, firstOffsetSeconds: offset, transitions: kept)
    }

    /// The block with moments of eight bytes, or the only one of an old file.
    private func lastBlock() -> Block? {
        guard let old = block(at: 0, width: 4) else { return nil }
        return bytes[4] == 0 ? old : block(at: old.end, width: 8)
    }

    private func block(at start: Int, width: Int) -> Block? {
        guard start + 44 <= bytes.count, bytes[start..<start + 4].elementsEqual("TZif".utf8)
        else { return nil }
        let counts = (0..<6).map { Int(number(at: start + 20 + $0 * 4, width: 4)) }
        guard counts.allSatisfy({ (0...100_000).contains($0) }), counts[4] > 0 else { return nil }
        let (utc, standard, leaps, changeCount, typeCount, names) =
            (counts[0], counts[1], counts[2], counts[3], counts[4], counts[5])
        let changes = start + 44
        let types = changes + changeCount * (width + 1)
        let end = types + typeCount * 6 + names + leaps * (width + 4) + standard + utc
        guard end <= bytes.count else { return nil }
        return Block(
            changes: changes, changeCount: changeCount, types: types, typeCount: typeCount,
            end: end, width: width)
    }

    private func changes(_ block: Block) -> [TimeZoneRules.Transition]? {
        var changes: [TimeZoneRules.Transition] = []
        for index in 0..<block.changeCount {
            let start = number(at: block.changes + index * block.width, width: block.width)
            let type = Int(bytes[block.changes + block.changeCount * block.width + index])
            guard let offset = offset(type: type, block), start > changes.last?.start ?? .min
            else { return nil }
            changes.append(TimeZoneRules.Transition(start: start, offsetSeconds: offset))
        }
        return changes
    }

    private func offset(type: Int, _ block: Block) -> Int32? {
        guard type < block.typeCount else { return nil }
        return Int32(number(at: block.types + type * 6, width: 4))
    }

    private func footer(behind end: Int) -> ZoneFooter? {
        guard end < bytes.count, bytes[end] == 0x0A else { return nil }
        return ZoneFooter(bytes[(end + 1)...].prefix { $0 != 0x0A })
    }

    /// A signed number, the highest byte first.
    private func number(at place: Int, width: Int) -> Int64 {
        let value = bytes[place..<place + width].reduce(Int64(0)) { $0 << 8 | Int64($1) }
        return width == 4 ? Int64(Int32(truncatingIfNeeded: value)) : value
    }
}
