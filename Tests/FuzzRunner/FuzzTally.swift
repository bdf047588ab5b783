import Foundation
import FuzzSupport
import Glibc

/// Numbers in a file that two processes share: what a worker has done stays when it ends.
final class FuzzTally {
    /// The input that is being run, its kinds of outcome by target, and the findings.
    private static let wordCount = 2 + FuzzTarget.allCases.count * rowLength
    /// How many inputs came to each outcome, and the longest time of one.
    private static let rowLength = FuzzOutcome.allCases.count + 1
    private let words: UnsafeMutablePointer<Int>

    /// Opens the file, or makes it.
    init(path: String) throws {
        let length = Self.wordCount * MemoryLayout<Int>.stride
        let descriptor = open(path, O_RDWR | O_CREAT, 0o600)
        guard descriptor >= 0, ftruncate(descriptor, length) == 0,
            let memory = mmap(nil, length, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0),
            memory != MAP_FAILED
        else { throw FuzzFinding("a file to count in can be made", path) }
        close(descriptor)
        words = memory.bindMemory(to: Int.self, capacity: Self.wordCount)
    }

    /// The input that is being run.
    var current: Int {
        get { words[0] }
        set { words[0] = newValue }
    }

    /// How many inputs broke a promise.
    var findings: Int {
        get { words[1] }
        set { words[1] = newValue }
    }

    /// How many inputs of a target came to an outcome.
    subscript(target: FuzzTarget, outcome: FuzzOutcome) -> Int {
        get { words[index(target, outcome)] }
        set { words[index(target, outcome)] = newValue }
    }

    /// The longest time that an input of a target took, in milliseconds.
    func slowest(_ target: FuzzTarget) -> Int { words[row(target) + Self.rowLength - 1] }

    /// Notes how long an input of a target took.
    func noteTime(_ time: Duration, of target: FuzzTarget) {
        let place = row(target) + Self.rowLength - 1
        words[place] = max(words[place], Int(time / .milliseconds(1)))
    }

    private func index(_ target: FuzzTarget, _ outcome: FuzzOutcome) -> Int {
        row(target) + outcome.rawValue
    }

    private func row(_ target: FuzzTarget) -> Int {
        2 + (FuzzTarget.allCases.firstIndex(of: target) ?? 0) * Self.rowLength
    }
}
