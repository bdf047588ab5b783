import Foundation
import FuzzSupport

/// Runs inputs one after the other; another process watches over it.
struct FuzzWorker {
    let run: FuzzRun
    let tally: FuzzTally
    let folder: FindingFolder
    /// What a worker may hold beyond what it held after its first inputs, in bytes.
    private static let growthMaximum = 192 << 20
    private static let warmUp = 2000

    /// Runs the inputs of some numbers.
    func run(_ numbers: Range<Int>) {
        var heldAtFirst: Int?
        for number in numbers {
            tally.current = number
            let (input, result, time) = run.run(number)
            tally.noteTime(time, of: input.target)
            switch result {
            case .done(let outcome): tally[input.target, outcome] += 1
            case .finding(let finding): report(finding, input)
            }
            guard (number - numbers.lowerBound) % Self.warmUp == Self.warmUp - 1 else { continue }
            let held = FuzzRun.residentByteCount()
            let growth = held - (heldAtFirst ?? held)
            heldAtFirst = heldAtFirst ?? held
            if growth > Self.growthMaximum {
                report(FuzzFinding("memory is bounded", "\(growth >> 20) MiB more"), input)
                heldAtFirst = held
            }
        }
        tally.current = numbers.upperBound
    }

    private func report(_ finding: FuzzFinding, _ input: FuzzInput) {
        tally.findings += 1
        guard tally.findings <= 100 else { return }
        print("input \(input.number), \(input.target.rawValue), \(folder.save(input))")
        print("  broken: \(finding)")
        fflush(nil)
    }
}
