import ByteText
import DomainModel

/// Finds the open item that stands twice: the same office, daybook, number and line.
///
/// A hash of each identity is taken while its bytes are at hand. Only equal hashes lead back to
/// the texts, so that a million items need one pass over 16 MiB.
struct ItemIdentities {
    private struct Seen {
        var hash: Int
        var line: UInt32
        var byte: Int
    }

    private var seen: [Seen] = []

    /// Asks for room in advance.
    mutating func reserve(_ count: Int) { seen.reserveCapacity(count) }

    /// Takes down an item that has just been added.
    mutating func note(_ row: OpenItemRow, of texts: TextArena, line: Int, byte: Int) {
        var hasher = Hasher()
        texts.bytes.withUnsafeBytes { bytes in
            func combine(_ slice: TextSlice) {
                hasher.combine(slice.count)
                hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: bytes[slice.range]))
            }
            combine(row.office)
            combine(row.daybook)
            combine(row.number)
            combine(row.line)
        }
        seen.append(Seen(hash: hasher.finalize(), line: UInt32(clamping: line), byte: byte))
    }

    /// The first item, in order of the file, that repeats an earlier one.
    func firstRepetition(in items: OpenItemTable) -> RecordFault? {
        var slotCount = 16
        while slotCount < seen.count * 2 { slotCount *= 2 }
        var slots = [UInt32](repeating: 0, count: slotCount)  // row + 1; 0 is free
        for index in seen.indices {
            var slot = seen[index].hash & (slotCount - 1)
            while slots[slot] != 0 {
                let other = Int(slots[slot]) - 1
                if seen[other].hash == seen[index].hash,
                    Self.areSame(items.rows[other], items.rows[index], items.texts)
                {
                    return fault(index, repeats: other, items)
                }
                slot = (slot + 1) & (slotCount - 1)
            }
            slots[slot] = UInt32(index + 1)
        }
        return nil
    }

    private func fault(_ index: Int, repeats other: Int, _ items: OpenItemTable) -> RecordFault {
        let row = items.rows[index]
        let name = [row.daybook, row.number, row.line].map(items.text).joined(separator: " ")
        let (here, there) = (seen[index].line, seen[other].line)
        let places =
            here == there ? "twice in line \(here)" : "in line \(there) and again in line \(here)"
        return RecordFault(
            "found the open item \(name) \(places), expected each one once", line: Int(here),
            byteOffset: seen[index].byte,
            help: "Two lists may have been put together; an item can be paid only once.")
    }

    private static func areSame(
        _ left: OpenItemRow, _ right: OpenItemRow, _ texts: TextArena
    ) -> Bool {
        texts[left.office] == texts[right.office] && texts[left.daybook] == texts[right.daybook]
            && texts[left.number] == texts[right.number] && texts[left.line] == texts[right.line]
    }
}
