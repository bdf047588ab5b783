import ByteText
import DomainModel

/// Tests of a payment, bound to the words of one batch so that each is a look-up.
struct BoundCondition {
    private enum Test {
        /// By `WordID.index`: whether the word is one of those wanted.
        case word(PaymentWordField, [Bool])
        case other(SelectRule.Test)
    }

    private let tests: [Test]

    init(_ tests: [SelectRule.Test], words: WordTable) {
        self.tests = tests.map { test in
            guard case .word(let field, let wanted) = test else { return .other(test) }
            var table = [Bool](repeating: false, count: words.count)
            for word in wanted {
                if let id = words.find(word) { table[Int(id.index)] = true }
            }
            return .word(field, table)
        }
    }

    /// Whether all tests hold.
    func holds(_ row: PaymentRow, in table: PaymentTable) -> Bool {
        for test in tests {
            switch test {
            case .word(let field, let wanted):
                if !wanted[Int(field.word(row).index)] { return false }
            case .other(let test):
                if !Self.holds(test, row, table) { return false }
            }
        }
        return true
    }

    private static func holds(
        _ test: SelectRule.Test, _ row: PaymentRow, _ table: PaymentTable
    ) -> Bool {
        switch test {
        case .word: false
        case .currency(let wanted): wanted.contains(row.currency)
        case .landingPageParent(let wanted):
            BoundSelect.isLandingPageParent(row, table.words) == wanted
        case .given(let field, let wanted): field.slice(row).isPresent == wanted
        case .amount(let atLeast, let atMost): row.amount >= atLeast && row.amount <= atMost
        case .text(let field, let comparison, let wanted):
            compare(table.text(field.slice(row)).lowercased(), comparison, wanted)
        }
    }

    private static func compare(
        _ text: String, _ comparison: SelectRule.TextComparison, _ wanted: [String]
    ) -> Bool {
        wanted.contains { part in
            switch comparison {
            case .equals: text == part
            case .startsWith: text.hasPrefix(part)
            case .endsWith: text.hasSuffix(part)
            case .contains: containsPart(Array(text.utf8), Array(part.utf8))
            }
        }
    }

    private static func containsPart(_ text: [UInt8], _ part: [UInt8]) -> Bool {
        guard part.count <= text.count else { return false }
        return (0...text.count - part.count).contains { text[$0...].starts(with: part) }
    }
}
