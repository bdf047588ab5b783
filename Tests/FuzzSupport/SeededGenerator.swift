/// Numbers that look random and are the same for the same seed (SplitMix64).
package struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Begins the numbers of a seed.
    package init(seed: UInt64) { state = seed }

    /// Begins the numbers of one input of a run, which need none of the inputs before it.
    package init(seed: UInt64, input: Int) {
        var mixer = SeededGenerator(seed: seed)
        let start = mixer.next()
        mixer = SeededGenerator(seed: start ^ UInt64(input) &* 0xD6E8_FEB8_6659_FD93)
        self.init(seed: mixer.next())
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// A number from 0 up to but not with `count`; 0 when there is none.
    package mutating func below(_ count: Int) -> Int {
        count <= 0 ? 0 : Int(next() % UInt64(count))
    }

    /// One of several values; there must be one.
    package mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

    /// Whether something happens that happens once in so many times.
    package mutating func once(in count: Int) -> Bool { below(count) == 0 }

    /// A span of at most `longest` bytes within so many.
    package mutating func span(in count: Int, atMost longest: Int) -> Range<Int> {
        guard count > 0 else { return 0..<0 }
        let start = below(count)
        return start..<min(count, start + 1 + below(longest))
    }
}
