import DomainModel
import People
import Testing

@Suite("Waiting after failures, and sessions that end")
struct LockoutTests {
    static func at(_ seconds: Int64) -> Instant { Instant(milliseconds: seconds * 1000) }

    @Test("The fifth failure costs a minute, each further one twice as much, up to an hour")
    func doubling() {
        var lockout = Lockout()
        var waits: [Int64] = []
        for count in 1...14 {
            let isLocked = lockout.fail(at: Self.at(0), allowed: 5)
            #expect(isLocked == (count >= 5))
            if let until = lockout.until { waits.append(until.seconds) }
        }
        #expect(waits == [60, 120, 240, 480, 960, 1_920, 3_600, 3_600, 3_600, 3_600])
        #expect(lockout.isLocked(at: Self.at(3_599)))
        #expect(!lockout.isLocked(at: Self.at(3_600)))
        lockout.succeed()
        #expect(lockout == Lockout())
    }

    @Test("However often somebody fails, counting goes on")
    func many() {
        var lockout = Lockout(failures: 1_000_000)
        lockout.fail(at: Self.at(0), allowed: 5)
        #expect(lockout.until == Self.at(3_600))
    }

    @Test(
        "A session holds until it was not used for two hours, or is twelve hours old",
        arguments: [
            (0, 7_199, true, true), (0, 7_200, true, false), (36_000, 43_199, true, true),
            (43_000, 43_200, true, false), (0, 299, false, true), (0, 300, false, false),
        ] as [(Int64, Int64, Bool, Bool)])
    func sessions(seen: Int64, now: Int64, isComplete: Bool, holds: Bool) {
        #expect(
            SessionTerms.holds(
                began: Self.at(0), seen: Self.at(seen), isComplete: isComplete, at: Self.at(now))
                == holds)
    }

    @Test("A bucket gives its burst at once, and then as fast as it fills")
    func buckets() {
        let rate = TokenBucket.Rate(burst: 3, everyMilliseconds: 2_000)
        var bucket = TokenBucket(rate, at: Self.at(0))
        for _ in 0..<3 { #expect(bucket.take(rate, at: Self.at(0)) == nil) }
        #expect(bucket.take(rate, at: Self.at(0)) == 2)
        #expect(bucket.take(rate, at: Self.at(1)) == 1)
        #expect(bucket.take(rate, at: Self.at(2)) == nil)
        #expect(bucket.take(rate, at: Self.at(2)) == 2)
        for _ in 0..<3 { #expect(bucket.take(rate, at: Self.at(9_999)) == nil) }
        #expect(bucket.take(rate, at: Self.at(9_999)) != nil)
        // A clock that is set back gives nothing and takes nothing.
        #expect(bucket.take(rate, at: Self.at(0)) != nil)
    }

    @Test("A table never holds more than it may, and keeps what was used last")
    func table() {
        var table = BoundedTable<Int>(capacity: 100)
        for key in 0..<10_000 {
            table["eigen"] = key
            table["\(key)"] = key
            #expect(table.count <= 100)
        }
        #expect(table["eigen"] == 9_999)
        #expect(table["9999"] == 9_999)
        #expect(table["1"] == nil)
        table["eigen"] = nil
        #expect(table["eigen"] == nil)
    }
}
