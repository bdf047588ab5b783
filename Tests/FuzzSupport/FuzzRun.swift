import Foundation
import Glibc

/// Runs some inputs one after the other and says what came of each.
package struct FuzzRun: Sendable {
    /// What came of one input.
    package enum Result: Sendable {
        case done(FuzzOutcome)
        case finding(FuzzFinding)
    }

    /// Where the inputs come from.
    package let source: FuzzSource
    private let driver: FuzzDriver
    private let slowest: Duration

    /// Prepares a run; an input that takes longer than `slowest` is a finding.
    package init(seed: UInt64, slowest: Duration, corpus: FuzzCorpus) throws {
        source = FuzzSource(seed: seed, corpus: corpus)
        driver = try FuzzDriver(corpus: corpus)
        self.slowest = slowest
    }

    /// Runs the input of a number.
    package func run(_ number: Int) -> (input: FuzzInput, result: Result, time: Duration) {
        let input = source.input(number)
        let start = Self.usedTime()
        var result: Result
        do {
            result = .done(try driver.run(input))
        } catch {
            result = .finding(error)
        }
        let time = Self.usedTime() - start
        if time > slowest, case .done = result {
            result = .finding(FuzzFinding("no input takes long", "\(time), allowed \(slowest)"))
        }
        return (input, result, time)
    }

    /// The time of a processor that the thread has used; a busy machine makes nothing slow.
    private static func usedTime() -> Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }

    /// The bytes of memory that the process holds now.
    package static func residentByteCount() -> Int {
        let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
        let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        return pages * 4096
    }
}
