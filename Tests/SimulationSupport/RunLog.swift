/// What happened in a simulation, line by line; two runs are the same when their digests are.
package struct RunLog: Sendable {
    /// The lines, when they are kept.
    package private(set) var lines: [String] = []
    /// FNV-1a over all lines.
    package private(set) var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    private let keepsLines: Bool

    init(keepsLines: Bool) { self.keepsLines = keepsLines }

    mutating func note(_ line: @autoclosure () -> String) {
        var line = line()
        line.withUTF8 { bytes in
            var index = 0
            while index < bytes.count {
                digest = (digest ^ UInt64(bytes[index])) &* 0x100_0000_01B3
                index += 1
            }
        }
        digest = (digest ^ 10) &* 0x100_0000_01B3
        if keepsLines { lines.append(line) }
    }
}
