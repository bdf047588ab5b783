import ByteText
import DomainModel

/// The rules of `select`, bound to the words of one batch so that a test is a look-up.
struct BoundSelect {
    private enum Test {
        /// By `WordID.index`: whether the word is one of those wanted.
        case word(PaymentWordField, [Bool])
        case other(SelectRule.Test)
    }

    private let rules: [(tests: [Test], action: SelectRule.Action)]

    init(_ rules: [SelectRule], words: WordTable) {
        self.rules = rules.map { rule in
            let tests = rule.tests.map { test -> Test in
                guard case .word(let field, let wanted) = test else { return .other(test) }
                var table = [Bool](repeating: false, count: words.count)
                for word in wanted {
                    if let id = words.find(word) { table[Int(id.index)] = true }
                }
                return .word(field, table)
            }
            return (tests, rule.action)
        }
    }

    /// The position of the first rule that applies.
    ///
    /// The last one catches all: it was proved.
    func firstApplying(to row: PaymentRow, in table: PaymentTable) -> Int {
        for position in rules.indices {
            var applies = true
            for test in rules[position].tests
            where !Self.holds(test, row, table) {
                applies = false
                break
            }
            if applies { return position }
        }
        preconditionFailure("select was proved to catch every payment")
    }

    private static func holds(
        _ test: Test, _ row: PaymentRow, _ table: PaymentTable
    ) -> Bool {
        switch test {
        case .word(let field, let wanted): wanted[Int(field.word(row).index)]
        case .other(let test): holds(test, row, table)
        }
    }

    private static func holds(
        _ test: SelectRule.Test, _ row: PaymentRow, _ table: PaymentTable
    ) -> Bool {
        switch test {
        case .word: false
        case .currency(let wanted): wanted.contains(row.currency)
        case .landingPageParent(let wanted): isLandingPageParent(row, table.words) == wanted
        case .given(let field, let wanted): field.slice(row).isPresent == wanted
        case .amount(let atLeast, let atMost): row.amount >= atLeast && row.amount <= atMost
        case .text(let field, let comparison, let wanted):
            compare(table.text(field.slice(row)).lowercased(), comparison, wanted)
        }
    }

    /// A parent names its child; the documented example even lacks its method.
    static func isLandingPageParent(_ row: PaymentRow, _ words: WordTable) -> Bool {
        row.childReference.isPresent
            || (row.method != .absent && words.word(row.method) == "landingpage")
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
