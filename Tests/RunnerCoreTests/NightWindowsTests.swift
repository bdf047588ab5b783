import DomainModel
import Testing

@testable import RunnerCore

@Suite("The windows of a night")
struct NightWindowsTests {
    private static let day: Int64 = 86_400_000

    private static func mark(_ day: Int64, intended: Int64? = nil) -> BookedMark {
        let created = Samples.noon.milliseconds + day * Self.day
        return BookedMark(
            entry: Samples.memo, created: Instant(milliseconds: created),
            intended: Instant(
                milliseconds: intended.map { Samples.noon.milliseconds + $0 * Self.day }
                    ?? created + 60_000), shown: nil)
    }

    private static func windows(
        _ marks: [BookedMark], size: Int = 10
    ) -> [(from: Instant, to: Instant)] {
        NightWindows.of(
            marks, now: Instant(milliseconds: Samples.noon.milliseconds + 100 * day), size: size)
    }

    @Test("One is enough for few entries; none for none")
    func few() {
        #expect(Self.windows([]).isEmpty)
        let windows = Self.windows([Self.mark(5), Self.mark(3)])
        #expect(windows.count == 1)
        #expect(windows[0].from == Self.mark(1).created && windows[0].to == Self.mark(102).created)
    }

    @Test("Many are cut where so many entries lie, without a gap")
    func many() {
        let windows = Self.windows((0..<95).map { Self.mark($0) })
        #expect(windows.count == 10)
        for (one, next) in zip(windows, windows.dropFirst()) { #expect(one.to == next.from) }
        #expect(windows.first?.from == Self.mark(-2).created)
        #expect(windows.last?.to == Self.mark(102).created)
    }

    @Test("A clock that was wrong, and many at one moment, leave no gap either")
    func odd() {
        let wrong = (0..<50).map { Self.mark($0, intended: $0 < 25 ? -4000 : 4000) }
        #expect(Self.windows(wrong).count == 1)
        let together = (0..<50).map { Self.mark($0, intended: 60) }
        #expect(Self.windows(together).count == 2)
    }
}
