import DomainModel
import Testing

@testable import RunnerCore

@Suite("What lists show of an entry")
struct ShownEntryTests {
    /// As two lists show our entry, matched with its sale by match 3.
    private static func shown(_ change: (inout ShownEntry) -> Void = { _ in }) -> ShownEntry {
        var shown = ShownEntry(
            lines: Samples.lines().map { line in
                var line = line
                line.isFinal = false
                return line
            },
            customerLines: [
                CustomerLine(
                    entry: Samples.memo, customer: "D1001", open: 0, matchStatus: .matched,
                    matchNumbers: ["3"])
            ])
        change(&shown)
        return shown
    }

    private static func booked(
        _ state: Posting.State = .reconciled(Samples.memo), number: String? = "3",
        readBack: ReadBack? = nil
    ) -> BookedPosting {
        BookedPosting(posting: Samples.posting(state), readBack: readBack, matchNumber: number)
    }

    private static func open(_ shown: inout ShownEntry) {
        shown.customerLines[0].matchStatus = .available
        shown.customerLines[0].open = -11_900
        shown.customerLines[0].matchNumbers = []
    }

    @Test("proves by the number of the match that an entry is right")
    func proves() {
        #expect(Self.shown().proves(Self.booked()))
        let many = Self.shown { $0.customerLines[0].matchNumbers = ["1", "3"] }
        #expect(many.proves(Self.booked()))
        let before = ReadBack(isFinal: false, matches: ["3"], shown: 1)
        #expect(Self.shown().proves(Self.booked(number: nil, readBack: before)))
    }

    @Test("proves nothing with another match, or one that nobody knows")
    func otherMatch() {
        #expect(!Self.shown().proves(Self.booked(number: "4")))
        #expect(!Self.shown().proves(Self.booked(number: nil)))
        let drifted = ReadBack(isFinal: false, matches: ["3"], shown: 1, drift: "x")
        #expect(!Self.shown().proves(Self.booked(number: nil, readBack: drifted)))
        #expect(!Self.shown(Self.open).proves(Self.booked()))
        #expect(!Self.shown { $0.customerLines[0].open = -1 }.proves(Self.booked()))
        #expect(!Self.shown { $0.customerLines = [] }.proves(Self.booked()))
    }

    @Test(
        "proves nothing when a line is not as it was posted", arguments: 0..<7)
    func otherLines(change: Int) {
        let shown = Self.shown { shown in
            switch change {
            case 0: shown.lines[0].value = 1
            case 1: shown.lines[0].account = "1100"
            case 2: shown.lines[0].description = "aangepast"
            case 3: shown.lines[1].customer = "D1002"
            case 4: shown.lines[1].account = "1310"
            case 5: shown.lines[1].isFinal = nil
            default: shown.lines.removeLast()
            }
        }
        #expect(!shown.proves(Self.booked()))
        #expect(!shown.proves(Self.booked(.posted(Samples.memo))))
    }

    @Test("is all that can be had where no list has the numbers of matches")
    func withoutNumbers() {
        func shown(_ change: (inout ShownEntry) -> Void) -> ShownEntry {
            Self.shown {
                $0.showsMatches = false
                $0.customerLines[0].matchNumbers = []
                change(&$0)
            }
        }
        #expect(shown { _ in }.proves(Self.booked()))
        #expect(shown { $0.customerLines = [] }.proves(Self.booked()))
        #expect(!shown(Self.open).proves(Self.booked()))
    }

    @Test("leaves to a reading what could not be reconciled and is matched now")
    func unreconcilable() {
        let booked = Self.booked(.unreconcilable(Samples.memo, "x"), number: nil)
        #expect(Self.shown(Self.open).proves(booked))
        #expect(!Self.shown().proves(booked))
    }

    @Test("has a fingerprint that changes with everything, and not with the order of lines")
    func fingerprint() {
        let digest: (String) -> String = { text in
            var digest: UInt64 = 0xCBF2_9CE4_8422_2325
            for byte in text.utf8 { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01B3 }
            return "fnv:" + String(digest, radix: 16)
        }
        let first = Self.shown().fingerprint(digest)
        #expect(Self.shown { $0.lines.reverse() }.fingerprint(digest) == first)
        let changes: [(inout ShownEntry) -> Void] = [
            { $0.lines[0].value = 1 }, { $0.lines[0].account = "1" },
            { $0.lines[0].description = "x" }, { $0.lines[0].invoiceNumber = "x" },
            { $0.lines[1].customer = "x" }, { $0.lines[1].isFinal = true },
            { $0.lines.removeLast() }, { $0.customerLines = [] },
            { $0.customerLines[0].open = 1 }, { $0.customerLines[0].matchStatus = .available },
            { $0.customerLines[0].matchNumbers = ["4"] }, { $0.customerLines[0].customer = "x" },
        ]
        let prints = changes.map { Self.shown($0).fingerprint(digest) }
        #expect(Set(prints + [first]).count == changes.count + 1)
    }
}
