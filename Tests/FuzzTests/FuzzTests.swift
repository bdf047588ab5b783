import Testing

@testable import FuzzSupport

@Suite("Damaged files")
struct FuzzTests {
    private static let corpus = Result { try FuzzCorpus(project: FuzzCorpus.project) }
    private static let seed: UInt64 = 2026

    @Test("Every file of the corpus, as it is, keeps the promises")
    func plainFiles() throws {
        let run = try FuzzRun(seed: Self.seed, slowest: .seconds(20), corpus: Self.corpus.get())
        for number in 0..<run.source.plainCount {
            if case .finding(let finding) = run.run(number).result {
                Issue.record("input \(number): \(finding)")
            }
        }
    }

    @Test("A short run keeps the promises, in bounded memory")
    func shortRun() throws {
        let run = try FuzzRun(seed: Self.seed, slowest: .seconds(20), corpus: Self.corpus.get())
        let held = FuzzRun.residentByteCount()
        var outcomes: [FuzzTarget: Set<FuzzOutcome>] = [:]
        for number in run.source.plainCount..<run.source.plainCount + 600 {
            let (input, result, _) = run.run(number)
            switch result {
            case .done(let outcome): outcomes[input.target, default: []].insert(outcome)
            case .finding(let finding): Issue.record("input \(number): \(finding)")
            }
        }
        for target in FuzzTarget.allCases {
            #expect(outcomes[target, default: []].contains(.refused), "\(target)")
            #expect(outcomes[target, default: []].contains(.booked), "\(target)")
        }
        #expect(FuzzRun.residentByteCount() - held < 300 << 20)
    }

    @Test("An input depends on the seed and its number alone")
    func sameInputs() throws {
        let corpus = try Self.corpus.get()
        let one = FuzzSource(seed: 7, corpus: corpus)
        let same = FuzzSource(seed: 7, corpus: corpus)
        let other = FuzzSource(seed: 8, corpus: corpus)
        let numbers = Array(one.plainCount..<one.plainCount + 60)
        let inputs = numbers.map { one.input($0).bytes }
        #expect(inputs == numbers.reversed().map { same.input($0).bytes }.reversed())
        #expect(inputs != numbers.map { other.input($0).bytes })
        #expect(Set(inputs).count > 50)
    }
}
