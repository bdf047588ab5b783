import DomainModel
import RuleEngine
import SourceDiagnostics

/// Which payments the rules of `select` take, as far as their tests prove it.
struct SelectCover {
    /// A rule with its tests, where its name stands, and what it makes of a payment.
    struct Rule {
        var tests: [SelectRule.Test]
        var place: SourceRange
        var result: String?
    }

    private var rules: [Rule] = []
    /// Beyond this many combinations of words a rule counts as reachable.
    private static let combinationsMaximum = 1_000

    /// Whether some rule has no condition.
    var catchesAll: Bool { rules.contains { $0.tests.isEmpty } }

    /// Adds a rule below the others.
    mutating func add(_ rule: Rule) {
        rules.append(rule)
    }

    /// The first of the rules that take every payment of one with these tests.
    ///
    /// Nil when some payment is left. Nil tests are those of a rule that could not be read.
    func taker(of tests: [SelectRule.Test]?) -> Rule? {
        guard let tests else { return rules.first { $0.tests.isEmpty } }
        var first: Int?
        for combination in Self.combinations(of: tests) {
            let taker = rules.firstIndex { Self.hold($0.tests, of: combination) }
            guard let taker else { return nil }
            first = min(first ?? taker, taker)
        }
        return first.map { rules[$0] }
    }

    /// Whether a rule with tests fits every payment that fits others.
    static func takes(_ tests: [SelectRule.Test], all others: [SelectRule.Test]) -> Bool {
        combinations(of: others).allSatisfy { hold(tests, of: $0) }
    }

    private static func hold(_ tests: [SelectRule.Test], of payment: [SelectRule.Test]) -> Bool {
        tests.allSatisfy { wanted in payment.contains { test($0, implies: wanted) } }
    }

    /// The tests with each list of words taken apart; as they are when that gives too many.
    private static func combinations(of tests: [SelectRule.Test]) -> [[SelectRule.Test]] {
        var result: [[SelectRule.Test]] = [[]]
        for test in tests {
            let parts = parts(of: test)
            guard result.count * parts.count <= combinationsMaximum else { return [tests] }
            result = result.flatMap { front in parts.map { front + [$0] } }
        }
        return result
    }

    private static func parts(of test: SelectRule.Test) -> [SelectRule.Test] {
        switch test {
        case .word(let field, let words): words.map { .word(field, anyOf: [$0]) }
        case .currency(let codes): codes.map { .currency(anyOf: [$0]) }
        case .landingPageParent, .given, .text, .amount: [test]
        }
    }

    private static func test(_ test: SelectRule.Test, implies wanted: SelectRule.Test) -> Bool {
        switch (test, wanted) {
        case (.word(let field, let words), .word(let other, let wanted)):
            field == other && isSubset(words, of: wanted)
        case (.currency(let codes), .currency(let wanted)):
            isSubset(codes, of: wanted)
        case (.text(let field, let comparison, let texts), .text(let other, let its, let wanted)):
            field == other && comparison == its && isSubset(texts, of: wanted)
        case (.amount(let least, let most), .amount(let wantedLeast, let wantedMost)):
            least >= wantedLeast && most <= wantedMost
        default: test == wanted
        }
    }

    /// Nearly always one word is looked for: a set would cost more than it saves.
    private static func isSubset<Word: Hashable>(_ words: [Word], of wanted: [Word]) -> Bool {
        if words.count <= 2 { return words.allSatisfy(wanted.contains) }
        return Set(words).isSubset(of: wanted)
    }
}
