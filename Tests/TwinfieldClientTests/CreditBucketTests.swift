import Testing

@testable import TwinfieldClient

/// Counting Twinfield's credits.
@Suite struct CreditBucketTests {
    @Test func noMinuteHoldsMoreThanItsCreditsWhereverItBegins() {
        for seed in UInt64(1)...50 {
            var state = seed
            func next(_ bound: UInt64) -> Int {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return Int((state >> 33) % bound)
            }
            var bucket = CreditBucket(perMinute: 25)
            var now = Duration.zero
            var spent: [(Duration, Int)] = []
            for _ in 0..<300 {
                now += .milliseconds(next(4000))
                let cost = next(2) == 0 ? 1 : 3
                now += bucket.wait(for: cost, at: now)
                #expect(bucket.wait(for: cost, at: now) == .zero)
                bucket.take(cost, at: now)
                spent.append((now, cost))
                let inWindow = spent.filter { $0.0 > now - .seconds(60) }.reduce(0) { $0 + $1.1 }
                #expect(inWindow <= 25)
            }
        }
    }

    @Test func eightWritesFitInTheMinuteOfAnUncertifiedClient() {
        var bucket = CreditBucket(perMinute: 25)
        for _ in 0..<8 {
            #expect(bucket.wait(for: 3, at: .seconds(1)) == .zero)
            bucket.take(3, at: .seconds(1))
        }
        #expect(bucket.wait(for: 1, at: .seconds(1)) == .zero)
        #expect(bucket.wait(for: 3, at: .seconds(11)) == .seconds(50))
        #expect(bucket.wait(for: 3, at: .seconds(61)) == .zero)
    }

    @Test func whatCostsMoreThanAMinuteGoesAloneInItsMinute() {
        var bucket = CreditBucket(perMinute: 2)
        #expect(bucket.wait(for: 3, at: .zero) == .zero)
        bucket.take(3, at: .zero)
        #expect(bucket.wait(for: 3, at: .seconds(10)) == .seconds(50))
        #expect(bucket.wait(for: 3, at: .seconds(60)) == .zero)
    }

    @Test func whatOthersSpentCountsToo() {
        var bucket = CreditBucket(perMinute: 25)
        bucket.take(1, at: .zero)
        bucket.hear(remaining: 2, at: .seconds(5))
        #expect(bucket.wait(for: 1, at: .seconds(5)) == .zero)
        #expect(bucket.wait(for: 3, at: .seconds(5)) == .seconds(55))
        bucket.hear(remaining: 1000, at: .seconds(6))
        #expect(bucket.wait(for: 3, at: .seconds(6)) == .seconds(54))
    }

    @Test func aMomentThatTwinfieldAsksForIsWaitedForEvenWithoutCounting() {
        for perMinute in [nil, 25] {
            var bucket = CreditBucket(perMinute: perMinute)
            bucket.close(for: .seconds(7), at: .seconds(1))
            bucket.close(for: .seconds(2), at: .seconds(1))
            #expect(bucket.wait(for: 1, at: .seconds(3)) == .seconds(5))
            #expect(bucket.wait(for: 1, at: .seconds(8)) == .zero)
        }
    }

    @Test func withoutCountingNothingIsWaitedFor() {
        var bucket = CreditBucket(perMinute: nil)
        for _ in 0..<1000 {
            #expect(bucket.wait(for: 3, at: .zero) == .zero)
            bucket.take(3, at: .zero)
        }
        bucket.hear(remaining: 0, at: .zero)
        #expect(bucket.wait(for: 3, at: .zero) == .zero)
    }
}
