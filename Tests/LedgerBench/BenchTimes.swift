import Foundation

/// How long calls took.
struct BenchTimes {
    private var milliseconds: [Double] = []

    /// Makes a call several times, after once that does not count.
    static func of(_ rounds: Int, _ call: () throws -> Void) throws -> BenchTimes {
        try call()
        var times = BenchTimes()
        for _ in 0..<rounds { times.milliseconds.append(try time(call)) }
        return times
    }

    /// Makes calls by turns in several threads at once.
    static func parallel(
        _ readers: Int, _ rounds: Int, _ calls: [@Sendable () throws -> Void]
    ) throws -> BenchTimes {
        let all = TimesBox()
        let group = DispatchGroup()
        for reader in 0..<readers {
            group.enter()
            Thread.detachNewThread {
                var own: [Double] = []
                for round in 0..<rounds {
                    let call = calls[(reader + round) % calls.count]
                    if let time = try? time(call) { own.append(time) }
                }
                all.add(own)
                group.leave()
            }
        }
        group.wait()
        return BenchTimes(milliseconds: all.times)
    }

    /// The most memory that the process had, in MiB.
    static var peakMemory: Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return (line?.split(separator: " ").dropLast().last).flatMap { Int($0) }.map { $0 / 1024 }
            ?? 0
    }

    /// Prints a line that scripts can read.
    func print(_ name: String) {
        let sorted = milliseconds.sorted()
        guard let worst = sorted.last else { return Swift.print("\(name)\tfailed") }
        func at(_ share: Double) -> String {
            let place = min(Int(Double(sorted.count) * share), sorted.count - 1)
            return String(format: "%.2f", sorted[place])
        }
        Swift.print("\(name)\t\(at(0.5))\t\(at(0.99))\t\(String(format: "%.2f", worst))")
    }

    private static func time(_ call: () throws -> Void) rethrows -> Double {
        let start = ContinuousClock.now
        try call()
        return (ContinuousClock.now - start) / .milliseconds(1)
    }
}

/// Times of several threads.
private final class TimesBox: @unchecked Sendable {
    private let lock = NSLock()
    private var all: [Double] = []

    func add(_ times: [Double]) { lock.withLock { all += times } }

    var times: [Double] { lock.withLock { all } }
}
