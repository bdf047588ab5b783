/// Makes the inputs of a run: each depends on the seed, its number and the corpus alone.
package struct FuzzSource: Sendable {
    /// The seed of the run.
    package let seed: UInt64
    private let corpus: FuzzCorpus
    private let plain: [(target: FuzzTarget, bytes: [UInt8])]
    /// Larger inputs are cut, but for the few that are made to be too large.
    private static let largest = 1 << 16

    /// Prepares the inputs of a seed.
    package init(seed: UInt64, corpus: FuzzCorpus) {
        self.seed = seed
        self.corpus = corpus
        plain = FuzzTarget.allCases.flatMap { target in
            corpus.files[target, default: []].map { (target, $0) }
        }
    }

    /// How many of the first inputs are the files of the corpus as they are.
    package var plainCount: Int { plain.count }

    /// The input of a number, from 0.
    package func input(_ number: Int) -> FuzzInput {
        var random = SeededGenerator(seed: seed, input: number)
        if number < plain.count {
            let (target, bytes) = plain[number]
            return FuzzInput(number: number, target: target, bytes: bytes, choices: random)
        }
        let target = FuzzTarget.turns[number % FuzzTarget.turns.count]
        let bytes = mutated(target, &random)
        return FuzzInput(number: number, target: target, bytes: bytes, choices: random)
    }

    private func mutated(_ target: FuzzTarget, _ random: inout SeededGenerator) -> [UInt8] {
        let files = corpus.files[target, default: [[]]]
        let isMild = random.once(in: 2)
        var bytes = random.pick(isMild ? corpus.sound[target] ?? files : files)
        let other = random.pick(files)
        if bytes.count > Self.largest { bytes.removeLast(bytes.count - Self.largest) }
        if isMild {
            for _ in 0...random.below(3) { mildEdit(&bytes, target.syntax, &random) }
            return bytes
        }
        let editCount =
            switch random.below(20) {
            case 0..<10: 1
            case 10..<17: 2 + random.below(3)
            default: 5 + random.below(16)
            }
        for _ in 0..<editCount {
            edit(&bytes, target.syntax, other: other, &random)
            if bytes.count > Self.largest { bytes.removeLast(bytes.count - Self.largest) }
        }
        if random.once(in: 1500) { ByteEdits.inflate(&bytes, &random) }
        return bytes
    }

    /// A change after which the file is often still what it was: it gets past the first reader.
    private func mildEdit(
        _ bytes: inout [UInt8], _ syntax: FuzzTarget.Syntax, _ random: inout SeededGenerator
    ) {
        switch syntax {
        case .yaml: YAMLEdits.mildEdit(&bytes, &random)
        case .json: JSONEdits.mildEdit(&bytes, &random)
        case .xml: XMLEdits.mildEdit(&bytes, &random)
        }
    }

    private func edit(
        _ bytes: inout [UInt8], _ syntax: FuzzTarget.Syntax, other: [UInt8],
        _ random: inout SeededGenerator
    ) {
        switch random.below(10) {
        case 0..<3: ByteEdits.edit(&bytes, &random)
        case 3: ByteEdits.splice(&bytes, with: other, &random)
        default:
            switch syntax {
            case .yaml: YAMLEdits.edit(&bytes, &random)
            case .json: JSONEdits.edit(&bytes, &random)
            case .xml: XMLEdits.edit(&bytes, &random)
            }
        }
    }
}
