import DomainModel
import Testing

@testable import RunnerCore

@Suite("What an entry that is read back says")
struct ReadBackFindingTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var state = Posting.State.reconciled(Samples.memo)
        var memo: BookedEntry? = matched()
        var sale: BookedEntry?
        /// A part of the reason; nil for right.
        var drift: String?

        var testDescription: String { name }
    }

    private static let memoLine = SaleKey(daybook: "MEMO", number: "202600008", line: "2")
    private static let stranger = SaleKey(daybook: "BNK", number: "202600001", line: "2")

    /// Our entry, matched with its sale, as it is read.
    private static func matched(
        _ change: (inout BookedEntry) -> Void = { _ in }
    ) -> BookedEntry {
        Samples.booked { entry in
            entry.lines[1].matchedWith = [Samples.sale]
            entry.lines[1].matchStatus = .matched
            entry.lines[1].open = 0
            change(&entry)
        }
    }

    private static let cases: [Case] = [
        Case(name: "as it was posted and reconciled"),
        Case(name: "final by now", memo: matched { $0.isFinal = true }),
        Case(
            name: "another description, with the transaction id",
            memo: matched { $0.lines[0].description = "iDEAL " + Samples.reference }),
        Case(
            name: "more lines than before",
            memo: matched {
                $0.lines.append(.init(id: "3", account: "4000", value: 0, description: "x"))
            }),
        Case(
            name: "matched as only the sale says", memo: matched { $0.lines[1].matchedWith = [] },
            sale: Samples.sold { $0.matchedWith = [memoLine] }),
        Case(
            name: "matched with the sale and more",
            memo: matched { $0.lines[1].matchedWith = [stranger, Samples.sale] }),
        Case(name: "gone", memo: nil, drift: "not in the books"),
        Case(
            name: "another amount",
            memo: matched {
                $0.lines[0].value = 100
                $0.lines[1].value = -100
            }, drift: "no line has 119.00 EUR on account 2101"),
        Case(
            name: "another account", memo: matched { $0.lines[0].account = "1100" },
            drift: "no line has 119.00 EUR on account 2101"),
        Case(
            name: "another side", memo: matched { $0.lines[0].value = -11_900 },
            drift: "on account 2101"),
        Case(
            name: "another customer", memo: matched { $0.lines[1].customer = "D1002" },
            drift: "-119.00 EUR of customer D1001"),
        Case(
            name: "another debtors' account", memo: matched { $0.lines[1].account = "1310" },
            drift: "on account 1300"),
        Case(
            name: "the customer's line twice",
            memo: matched { $0.lines.append($0.lines[1]) }, drift: "no one line"),
        Case(
            name: "the transaction id is gone",
            memo: matched { $0.lines[0].description = "aangepast" }, drift: "transaction id"),
        Case(
            name: "a longer transaction id",
            memo: matched { $0.lines[0].description = Samples.reference + "X" },
            drift: "transaction id"),
        Case(name: "the match was undone", memo: Samples.booked(), drift: "was undone"),
        Case(
            name: "matched in part",
            memo: matched {
                $0.lines[1].matchStatus = .available
                $0.lines[1].open = -100
            }, drift: "was undone"),
        Case(
            name: "matched with something else",
            memo: matched { $0.lines[1].matchedWith = [stranger] }, sale: Samples.sold(),
            drift: "something else"),
        Case(
            name: "posted, and open", state: .posted(Samples.memo), memo: Samples.booked()),
        Case(
            name: "posted, and gone", state: .posted(Samples.memo), memo: nil,
            drift: "not in the books"),
        Case(
            name: "could not be reconciled, and is open",
            state: .unreconcilable(Samples.memo, "x"), memo: Samples.booked()),
        Case(
            name: "could not be reconciled, and is matched otherwise",
            state: .unreconcilable(Samples.memo, "x"),
            memo: matched { $0.lines[1].matchedWith = [stranger] }),
        Case(
            name: "could not be reconciled, and was changed",
            state: .unreconcilable(Samples.memo, "x"),
            memo: Samples.booked { $0.lines[0].account = "1100" }, drift: "on account 2101"),
        Case(name: "nothing of ours is known to be there", state: .parked(absentSince: nil)),
    ]

    @Test("is right, or what people did", arguments: cases)
    func judge(_ example: Case) {
        let found = ReadBackFinding.judge(
            Samples.posting(example.state), memo: example.memo, sale: example.sale)
        switch (found, example.drift) {
        case (.right, nil): break
        case (.drifted(let why), let expected?): #expect(why.contains(expected), "\(why)")
        default: Issue.record("\(found)")
        }
    }

    @Test("is right without a match where the template reconciles nothing")
    func unmatched() {
        var posting = Samples.posting(.reconciled(Samples.memo))
        posting.matchDate = nil
        #expect(ReadBackFinding.judge(posting, memo: Samples.booked()) == .right)
    }
}
