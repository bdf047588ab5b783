import RuleEngine
import RuleSyntax

/// The lines that stand together in some entry: those without `when`, and those whose `when` holds.
struct LinePath {
    /// The positions of the lines.
    var lines: [Int]
    /// Whether no line is left out in any entry.
    var isEveryLine: Bool
    /// More conditions than this are not told apart one by one, but taken as all or none.
    private static let conditionsMaximum = 8

    /// Every set of lines that can stand together, as far as the conditions tell.
    static func all(_ tests: [[SelectRule.Test]]) -> [LinePath] {
        var conditions: [[SelectRule.Test]] = []
        for test in tests where !test.isEmpty && !conditions.contains(test) {
            conditions.append(test)
        }
        guard !conditions.isEmpty else {
            return [LinePath(lines: Array(tests.indices), isEveryLine: true)]
        }
        let count = 1 << min(conditions.count, conditionsMaximum)
        return (0..<count).compactMap { mask in
            let holding = conditions.indices.filter { index in
                index < conditionsMaximum ? mask & 1 << index != 0 : mask == count - 1
            }.map { conditions[$0] }
            guard canHoldTogether(holding) else { return nil }
            return LinePath(
                lines: tests.indices.filter { tests[$0].isEmpty || holding.contains(tests[$0]) },
                isEveryLine: false)
        }
    }

    /// Which lines the entry has, as words.
    func text(_ template: TemplateDeclaration) -> String {
        let names = lines.map { template.lines[$0].id?.value ?? "?" }
        return "an entry with "
            + (names.isEmpty ? "no line" : "only the lines " + names.joined(separator: ", "))
            + " does not balance"
    }

    /// Two tests of one word that share no value never hold for the same payment.
    private static func canHoldTogether(_ conditions: [[SelectRule.Test]]) -> Bool {
        var wanted: [PaymentWordField: Set<String>] = [:]
        for test in conditions.joined() {
            guard case .word(let field, let words) = test else { continue }
            let left = wanted[field].map { $0.intersection(words) } ?? Set(words)
            if left.isEmpty { return false }
            wanted[field] = left
        }
        return true
    }
}
