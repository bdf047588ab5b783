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

    /// A word or text that a payment must have for a rule to take it.
    private enum Key: Hashable {
        case word(PaymentWordField, String)
        case wholeText(PaymentTextField, String)
        case text(PaymentTextField)
    }

    private var rules: [Rule] = []
    /// Rules by what they ask for, so that a thousand rules need not all be looked at.
    private var byKey: [Key: [Int]] = [:]
    /// Rules that ask for no word and no text.
    private var others: [Int] = []
    /// Beyond this many combinations of words a rule counts as reachable.
    private static let combinationsMaximum = 1_000

    /// Whether some rule has no condition.
    var catchesAll: Bool { rules.contains { $0.tests.isEmpty } }

    /// Adds a rule below the others.
    mutating func add(_ rule: Rule) {
        let keys = Self.keys(askedBy: rule.tests)
        if keys.isEmpty { others.append(rules.count) }
        for key in keys { byKey[key, default: []].append(rules.count) }
        rules.append(rule)
    }

    /// Who takes the payments that a condition describes.
    struct Takers {
        /// Each kind of payment that the condition takes apart, and the first rule that takes all
        /// of that kind.
        fileprivate var kinds: [(tests: [SelectRule.Test], taker: Rule?)]
        /// The first of the rules that together take everything; nil when some payment is left.
        var first: Rule?

        /// The first rule that takes something with this word; nil when some such payment is left.
        func taker(of word: String, in field: PaymentWordField) -> Rule? {
            let those = kinds.filter { $0.tests.contains(.word(field, anyOf: [word])) }
            return those.allSatisfy { $0.taker != nil } ? those.first?.taker : nil
        }
    }

    /// Who takes the payments of these tests.
    func takers(of tests: [SelectRule.Test]) -> Takers {
        let kinds = Self.combinations(of: tests).map { ($0, taker(of: $0)) }
        let indices = kinds.compactMap(\.1)
        let first = indices.count == kinds.count ? indices.min() : nil
        return Takers(
            kinds: kinds.map { ($0.0, $0.1.map { rules[$0] }) }, first: first.map { rules[$0] })
    }

    /// The first rule that takes all such payments, or the first of those that do so together:
    /// one for those with an address, one for those without.
    private func taker(of payment: [SelectRule.Test]) -> Int? {
        var near = others
        for key in Self.keys(grantedBy: payment) { near += byKey[key] ?? [] }
        near.sort()
        if let first = near.first(where: { PaymentProof.hold(rules[$0].tests, of: payment) }) {
            return first
        }
        let pieces = PaymentProof.pieces(of: payment, by: near.map { rules[$0].tests })
        guard pieces.count > 1 else { return nil }
        let takers = pieces.compactMap { piece in
            near.first { PaymentProof.hold(rules[$0].tests, of: piece) }
        }
        return takers.count == pieces.count ? takers.min() : nil
    }

    /// One of these a payment has that the tests take: the texts of one test, or its words.
    private static func keys(askedBy tests: [SelectRule.Test]) -> [Key] {
        for case .text(let field, .equals, let texts) in tests {
            return texts.map { .wholeText(field, $0) }
        }
        var fewest: [Key] = []
        for case .word(let field, let words) in tests
        where fewest.isEmpty || words.count < fewest.count {
            fewest = words.map { .word(field, $0) }
        }
        if fewest.isEmpty {
            for case .text(let field, _, _) in tests { return [.text(field)] }
        }
        return fewest
    }

    /// What a payment of these tests has for sure.
    private static func keys(grantedBy tests: [SelectRule.Test]) -> [Key] {
        tests.reduce(into: []) { keys, test in
            switch test {
            case .word(let field, let words): keys += words.prefix(1).map { .word(field, $0) }
            case .text(let field, let comparison, let texts):
                let key = Key.text(field)
                if !keys.contains(key) { keys.append(key) }
                guard comparison == .equals else { return }
                keys += texts.prefix(1).map { .wholeText(field, $0) }
            case .currency, .landingPageParent, .given, .amount: break
            }
        }
    }

    /// The tests with each list taken apart; as they are when that gives too many.
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
        case .text(let field, let comparison, let texts):
            texts.map { .text(field, comparison, anyOf: [$0]) }
        case .landingPageParent, .given, .amount: [test]
        }
    }
}
