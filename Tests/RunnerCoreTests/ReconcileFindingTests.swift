import DomainModel
import RunnerCore
import Testing

@Suite("What the entries say before anything is sent or reconciled")
struct ReconcileFindingTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var memo: BookedEntry? = Samples.booked()
        var sale: BookedEntry? = Samples.sold()
        var expected: Expected

        var testDescription: String { name }
    }

    enum Expected: Sendable {
        case match
        case done
        case impossible
    }

    private static let memoLine = SaleKey(daybook: "MEMO", number: "202600008", line: "2")
    private static let stranger = SaleKey(daybook: "BNK", number: "202600001", line: "2")

    private static let cases: [Case] = [
        Case(name: "both open", expected: .match),
        Case(name: "our entry is gone", memo: nil, expected: .impossible),
        Case(name: "the sale is gone", sale: nil, expected: .impossible),
        Case(
            name: "matched with each other, as ours says",
            memo: Samples.booked {
                $0.lines[1].matchedWith = [Samples.sale]
                $0.lines[1].matchStatus = .matched
                $0.lines[1].open = 0
            }, expected: .done),
        Case(
            name: "matched with each other, as the sale says",
            sale: Samples.sold {
                $0.matchedWith = [memoLine]
                $0.matchStatus = .matched
                $0.open = 0
            }, expected: .done),
        Case(
            name: "ours is matched with something else",
            memo: Samples.booked {
                $0.lines[1].matchedWith = [stranger]
                $0.lines[1].matchStatus = .matched
                $0.lines[1].open = 0
            }, expected: .impossible),
        Case(
            name: "ours is matched in part",
            memo: Samples.booked { $0.lines[1].open = -900 }, expected: .impossible),
        Case(
            name: "ours has another amount",
            memo: Samples.booked { $0.lines[1].value = -900 }, expected: .impossible),
        Case(
            name: "ours has another customer",
            memo: Samples.booked { $0.lines[1].customer = "D1002" }, expected: .impossible),
        Case(
            name: "ours has another account",
            memo: Samples.booked { $0.lines[1].account = "1600" }, expected: .impossible),
        Case(
            name: "ours has the line twice",
            memo: Samples.booked { $0.lines.append($0.lines[1]) }, expected: .impossible),
        Case(
            name: "ours does not name the payment any more",
            memo: Samples.booked { $0.lines[0].description = "iets anders" },
            expected: .impossible),
        Case(
            name: "the sale has another customer",
            sale: Samples.sold { $0.customer = "D1002" }, expected: .impossible),
        Case(
            name: "the sale is paid by somebody else",
            sale: Samples.sold {
                $0.matchStatus = .matched
                $0.open = 0
                $0.matchedWith = [stranger]
            }, expected: .impossible),
        Case(
            name: "the sale is paid in part",
            sale: Samples.sold { $0.open = 900 }, expected: .impossible),
        Case(
            name: "the sale has no open amount", sale: Samples.sold { $0.open = nil },
            expected: .impossible),
    ]

    @Test("Both entries are judged as the table says", arguments: cases)
    func table(_ value: Case) throws {
        let posting = Samples.posting(.posted(Samples.memo))
        switch ReconcileFinding.judge(
            posting, memoKey: Samples.memo, memo: value.memo, sale: value.sale)
        {
        case .match(let order):
            #expect(value.expected == .match)
            let date = try #require(posting.matchDate)
            #expect(
                order
                    == MatchOrder(
                        memo: Self.memoLine, sale: Samples.sale, date: date, value: 11_900,
                        currency: .eur))
        case .done: #expect(value.expected == .done)
        case .impossible: #expect(value.expected == .impossible)
        }
    }

    @Test("A template that reconciles nothing is done at once")
    func nothingToReconcile() {
        var posting = Samples.posting(.posted(Samples.memo))
        posting.matchDate = nil
        let finding = ReconcileFinding.judge(
            posting, memoKey: Samples.memo, memo: nil, sale: nil)
        #expect(finding == .done)
    }

    private static let sales: [(name: String, sale: BookedEntry?, isSame: Bool)] = [
        ("as it was", Samples.sold(), true),
        ("gone", nil, false),
        ("without the line", BookedEntry(key: Samples.sale.entry, isFinal: true, lines: []), false),
        ("of another customer", Samples.sold { $0.customer = "D1002" }, false),
        ("on another account", Samples.sold { $0.account = "1310" }, false),
        ("open for less", Samples.sold { $0.open = 11_899 }, false),
        ("open for an unknown amount", Samples.sold { $0.open = nil }, false),
        ("matched", Samples.sold { $0.matchStatus = .matched }, false),
        ("in a proposal", Samples.sold { $0.matchStatus = .other }, false),
    ]

    @Test("A sale that is not as it was is decided again", arguments: sales)
    func sale(name: String, sale: BookedEntry?, isSame: Bool) {
        let finding = SaleFinding.judge(Samples.posting(.intended), sale: sale)
        #expect((finding == .same) == isSame, "\(name)")
    }
}
