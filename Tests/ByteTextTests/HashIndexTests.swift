import ByteText
import Testing

@Suite("The index finds what a scan finds")
struct HashIndexTests {
    @Test("Records under one hash come back, all of them, also after it has grown")
    func found() {
        var index = HashIndex(capacity: 4)
        var expected: [UInt64: [UInt32]] = [:]
        for record in UInt32(0)..<5000 {
            let hash = ByteHash.mix(UInt64(record % 700))
            index.insert(hash, record)
            expected[hash, default: []].append(record)
        }
        for (hash, records) in expected {
            var found: [UInt32] = []
            index.forEach(hash) { found.append($0) }
            #expect(found.sorted() == records)
        }
        #expect(index.first(1) { _ in true } == nil)
    }

    @Test("Equal bytes have equal hashes, and a seed changes them")
    func hashes() {
        let texts = ["", "a", "b", "aa", "WEB-2025-00000017", "WEB-2025-00000071"]
        var seen: Set<UInt64> = []
        for text in texts {
            let bytes = Array(text.utf8)
            let hash = bytes.withUnsafeBufferPointer { ByteHash.hash($0) }
            #expect(hash == Array(text.utf8).withUnsafeBufferPointer { ByteHash.hash($0) })
            #expect(hash != bytes.withUnsafeBufferPointer { ByteHash.hash($0, seed: 1) })
            seen.insert(hash)
        }
        #expect(seen.count == texts.count)
    }
}
