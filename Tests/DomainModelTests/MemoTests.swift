import ByteText
import DomainModel
import Testing

@Suite("A memo exists only balanced")
struct MemoTests {
    private func draft(_ lines: [(MemoLine.Side, Int64)], account: String = "2101") -> MemoDraft {
        var draft = MemoDraft(
            office: "NLA001", journal: "MEMO", destiny: .provisional, currency: .eur,
            date: CalendarDate(daysSinceEpoch: 20_000))
        let slice = draft.texts.append(account)
        draft.lines = lines.map { MemoLine(side: $0.0, amount: $0.1, account: slice) }
        return draft
    }

    @Test("Equal debits and credits make one, and its parts can be taken back")
    func balanced() throws {
        let memo = try Memo(balancing: draft([(.debit, 997), (.debit, 3), (.credit, 1000)]))
        #expect(memo.content.lines.count == 3)
        #expect(memo.recycled().lines.count == 3)
    }

    @Test(
        "What does not balance is refused",
        arguments: [
            ([(.debit, 100), (.credit, 99)], .unbalanced(difference: 1)),
            ([(.debit, 100), (.debit, 100)], .unbalanced(difference: 200)),
            ([(.debit, 100)], .lineCount(1)), ([], .lineCount(0)),
            ([(.debit, 0), (.credit, 0)], .amountNotPositive(line: 0)),
            ([(.debit, 5), (.credit, -5)], .amountNotPositive(line: 1)),
            ([(.debit, .max), (.debit, 1), (.credit, 1)], .tooLarge),
        ] as [([(MemoLine.Side, Int64)], Memo.Fault)])
    func refused(lines: [(MemoLine.Side, Int64)], fault: Memo.Fault) {
        #expect(throws: fault) { try Memo(balancing: draft(lines)) }
    }

    @Test("A line without an account, and more than a thousand lines, are refused")
    func limits() {
        #expect(throws: Memo.Fault.accountMissing(line: 0)) {
            try Memo(balancing: draft([(.debit, 1), (.credit, 1)], account: ""))
        }
        let many = (0..<1001).map { (MemoLine.Side.debit, Int64($0 + 1)) }
        #expect(throws: Memo.Fault.lineCount(1001)) { try Memo(balancing: draft(many)) }
    }
}
