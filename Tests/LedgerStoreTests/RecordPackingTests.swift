import RunnerCore
import Testing

@testable import LedgerStore

@Suite("A record kept by its difference")
struct RecordPackingTests {
    @Test("comes back to the byte, whatever both are", arguments: 1...40 as ClosedRange<UInt64>)
    func roundTrip(seed: UInt64) {
        var numbers = SeededNumbers(seed)
        func bytes(_ letters: Int) -> [UInt8] {
            (0..<numbers.below(400)).map { _ in UInt8(numbers.below(letters)) }
        }
        for letters in [2, 4, 256] {
            let base = bytes(letters)
            let packing = RecordPacking(base: base)
            let place = numbers.below(base.count + 1)
            let edited = Array(base[..<place]) + bytes(letters) + Array(base[place...])
            for record in [base, [], bytes(letters), edited] {
                #expect(packing.unpack(packing.pack(record)) == record)
            }
        }
    }

    @Test("takes a third of the room when it is like its base")
    func short() {
        let base = SeenPayment.example("I261103101500002DEMO002.B").json
        let record = SeenPayment.example("I261104111500003DEMO003.B", order: "WEB-17").json
        let packed = RecordPacking(base: base).pack(record)
        #expect(packed.count * 3 < record.count)
    }

    @Test("is refused when it is damaged, and never reads beyond its base")
    func damaged() {
        var numbers = SeededNumbers(5)
        let packing = RecordPacking(base: Array("0123456789".utf8))
        #expect(packing.unpack([0x15, 0x01]) == nil)
        #expect(packing.unpack([0x80]) == nil)
        #expect(packing.unpack([0x04, 0x01]) == nil)
        for _ in 0..<20_000 {
            let bytes = (0..<numbers.below(12)).map { _ in UInt8(numbers.below(256)) }
            _ = packing.unpack(bytes)
        }
    }
}

/// Numbers that follow from a seed (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }
}
